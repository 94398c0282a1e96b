import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchContext, BenchModule } from './bench/bench-contract.ts'
import { measureOnServer } from './bench/measure-on-server.ts'
import { ensureTrivialApp } from './bench/trivial-app.ts'
import { openDesktopSession } from './desktop-session.ts'
import { packageInspectableDesktop } from './package/package-desktop.ts'
import { startPostgres } from './postgres.ts'
import { findFreePort } from './postgres/free-port.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getReachable } from './reachable-copy.ts'
import { runCommand } from './run.ts'
import { startDemoServer } from './start/demo-server.ts'
import { openFreshStateFolder, openStateFolder } from './state-folder.ts'

const BENCHES = join(PROJECT_ROOT, 'tests/bench')

/** `npm run -s bench -- NAME [--quick]`: progress to standard error, one JSON object to standard output. */
await runCommand(async (run) => {
  const name = process.argv.slice(2).find((word) => !word.startsWith('--'))
  const names = readdirSync(BENCHES).map((file) => file.replace(/\.ts$/, ''))
  if (!name || !names.includes(name)) {
    process.stderr.write(`Sebutkan satu ukuran: ${names.join(', ')}.\n`)
    return 1
  }
  const module: BenchModule = await import(join(BENCHES, `${name}.ts`))
  const quick = process.argv.includes('--quick')
  if (module.needs === 'server') return measureOnServer(run, module, quick)
  const { executable } = await packageInspectableDesktop()
  const trivialExecutable = await ensureTrivialApp()
  // Durable like the real one, and fresh: what a bench decides must not change the next one.
  const dataDir = join(openStateFolder('ukur-postgres'), 'data')
  const { url: postgresUrl } = await run.use(() => startPostgres({ dataDir }))
  openFreshStateFolder('ukur')
  const server = await run.use(async () =>
    startDemoServer({
      postgresUrl,
      database: 'meja_ukur',
      fresh: true,
      port: await findFreePort(24_030),
      folder: 'ukur',
    }),
  )
  const session = await run.use(() =>
    openDesktopSession({ home: openStateFolder('ukur/rumah'), ownDisplay: true }),
  )
  const context: Omit<BenchContext, 'report'> = {
    quick,
    executable: getReachable(executable),
    trivialExecutable: getReachable(trivialExecutable),
    serverUrl: server.url,
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
    provinceDir: server.provinceDir,
    workDir: openStateFolder('ukur/kerja'),
  }
  const bench = await run.use(() =>
    session.start(
      getReachable(process.execPath),
      [
        join(getReachable(PROJECT_ROOT), 'scripts/bench/run-in-session.ts'),
        name,
        JSON.stringify(context),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  )
  return (await bench.exited) === 0 ? 0 : 1
})
