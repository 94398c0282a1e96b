import { randomInt } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.ts'
import { openDesktopSession } from './desktop-session.ts'
import type { FaultContext, FaultModule } from './fault/fault-contract.ts'
import { packageInspectableDesktop } from './package/package-desktop.ts'
import { startPostgres } from './postgres.ts'
import { findFreePort } from './postgres/free-port.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getReachable } from './reachable-copy.ts'
import { runCommand, type Run } from './run.ts'
import { startDemoServer } from './start/demo-server.ts'
import { openFreshStateFolder, openStateFolder } from './state-folder.ts'

const FAULTS = join(PROJECT_ROOT, 'tests/fault')

/** `npm run -s fault -- NAME [--quick] [--seed=N]`: one JSON object to standard output, last. */
await runCommand(async (run) => {
  const words = process.argv.slice(2)
  const name = words.find((word) => !word.startsWith('--'))
  const names = existsSync(FAULTS)
    ? readdirSync(FAULTS)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.replace(/\.ts$/, ''))
    : []
  if (!name || !names.includes(name)) {
    process.stderr.write(`Sebutkan satu gangguan: ${names.join(', ')}.\n`)
    return 1
  }
  const seed = Number(words.find((word) => word.startsWith('--seed='))?.slice(7))
  const module: FaultModule = await import(join(FAULTS, `${name}.ts`))
  const setUp = { quick: words.includes('--quick'), seed: seed || randomInt(1, 1_000_000) }
  return module.needs === 'desktop'
    ? attemptOnDesktop(run, name, setUp)
    : attemptOnServer(run, module, setUp)
})

type SetUp = Pick<FaultContext, 'quick' | 'seed'>

async function startServer(run: Run) {
  // Durable like the real one, and fresh: what a fault breaks must not reach the next one.
  const dataDir = join(openStateFolder('gangguan-postgres'), 'data')
  const { url: postgresUrl } = await run.use(() => startPostgres({ dataDir }))
  openFreshStateFolder('gangguan')
  return run.use(async () =>
    startDemoServer({
      postgresUrl,
      database: 'meja_gangguan',
      fresh: true,
      port: await findFreePort(25_030),
      folder: 'gangguan',
    }),
  )
}

async function attemptOnServer(run: Run, module: FaultModule, setUp: SetUp): Promise<number> {
  const server = await startServer(run)
  const result = await module.attempt({
    ...setUp,
    executable: '',
    serverUrl: server.url,
    databaseUrl: server.ownerUrl,
    provinceDir: server.provinceDir,
    workDir: openStateFolder('gangguan/kerja'),
    report: announce,
  })
  process.stdout.write(`${JSON.stringify(result)}\n`)
  return 0
}

async function attemptOnDesktop(run: Run, name: string, setUp: SetUp): Promise<number> {
  const { executable } = await packageInspectableDesktop()
  const server = await startServer(run)
  const session = await run.use(() =>
    openDesktopSession({ home: openStateFolder('gangguan/rumah'), ownDisplay: true }),
  )
  const context: Omit<FaultContext, 'report'> = {
    ...setUp,
    executable: getReachable(executable),
    serverUrl: server.url,
    databaseUrl: server.ownerUrl,
    provinceDir: server.provinceDir,
    workDir: openStateFolder('gangguan/kerja'),
  }
  const fault = await run.use(() =>
    session.start(
      getReachable(process.execPath),
      [
        join(getReachable(PROJECT_ROOT), 'scripts/fault/run-in-session.ts'),
        name,
        JSON.stringify(context),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  )
  return (await fault.exited) === 0 ? 0 : 1
}
