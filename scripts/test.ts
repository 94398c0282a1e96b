import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.ts'
import { startPostgres } from './postgres.ts'
import { startProcess } from './processes.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { runCommand, type Run } from './run.ts'
import { openStateFolder } from './state-folder.ts'
import { runStaticChecks } from './static-checks.ts'
import { runEndToEnd } from './test/end-to-end.ts'
import { readVitestReport, sumTallies, type Tally } from './test/reports.ts'

type Stage = { title: string; run: (run: Run) => Promise<Tally> }

const STAGES: Record<string, Stage> = {
  static: { title: 'Pemeriksaan statis', run: countStaticChecks },
  unit: { title: 'Uji unit', run: (run) => runVitest(run, 'unit', {}) },
  integration: { title: 'Uji integrasi pada PostgreSQL', run: runIntegration },
  e2e: {
    title: 'Uji ujung ke ujung pada aplikasi yang dikemas',
    run: async (run) => runEndToEnd(run, await openTestDatabase(run)),
  },
}

let databaseUrl: string | undefined

/** `npm test` runs everything, `npm test -- unit e2e` some of it. The last line is for machines too. */
await runCommand(async (run) => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !STAGES[name])
  if (unknown.length > 0) {
    process.stderr.write(
      `Tidak dikenal: ${unknown.join(', ')}. Ada: ${Object.keys(STAGES).join(', ')}.\n`,
    )
    return 2
  }
  const tallies: Tally[] = []
  for (const [name, stage] of Object.entries(STAGES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    announce(`${stage.title}.`)
    tallies.push(await runStage(run, stage))
  }
  const { passed, failed } = sumTallies(tallies)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 && passed > 0 ? 0 : 1
})

/** A stage that cannot even be set up is a failure, and the others still run. */
async function runStage(run: Run, stage: Stage): Promise<Tally> {
  try {
    return await stage.run(run)
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return { passed: 0, failed: 1 }
  }
}

async function countStaticChecks(): Promise<Tally> {
  const results = await runStaticChecks()
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed }
}

async function runIntegration(run: Run): Promise<Tally> {
  return runVitest(run, 'integration', { MEJA_TEST_DATABASE_URL: await openTestDatabase(run) })
}

/** One server for all stages, without durability: what tests write may be lost. */
async function openTestDatabase(run: Run): Promise<string> {
  if (databaseUrl === undefined) {
    const dataDir = join(openStateFolder('uji-postgres'), 'data')
    databaseUrl = (await run.use(() => startPostgres({ dataDir, tests: true }))).url
  }
  return databaseUrl
}

async function runVitest(run: Run, project: string, env: NodeJS.ProcessEnv): Promise<Tally> {
  const report = join(openStateFolder('laporan'), `${project}.json`)
  rmSync(report, { force: true })
  const vitest = await run.use(() =>
    startProcess(
      process.execPath,
      [
        join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs'),
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: PROJECT_ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } },
    ),
  )
  return readVitestReport(report, await vitest.exited)
}
