import { randomInt } from 'node:crypto'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { announce } from './announce.ts'
import { openDesktopSession } from './desktop-session.ts'
import type { FaultContext, FaultModule } from './fault/fault-contract.ts'
import { canRead, findOrdinaryUser, giveTreeTo } from './ordinary-user.ts'
import { packageInspectableDesktop } from './package/package-desktop.ts'
import { startPostgres } from './postgres.ts'
import { findFreePort } from './postgres/free-port.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getReachable } from './reachable-copy.ts'
import { runCommand, type Run } from './run.ts'
import { startDemoServer } from './start/demo-server.ts'
import { openFreshStateFolder, openStateFolder } from './state-folder.ts'

const FAULTS = join(PROJECT_ROOT, 'tests/fault')

/** `npm run -s fault -- NAME [--quick] [--seed=N] [--kills=N] [--dir FOLDER]`: one JSON object to standard output, last. */
await runCommand(async (run) => {
  const { positionals, values } = parseArgs({
    // npm hands a second "--" on: what follows are options all the same.
    args: process.argv.slice(2).filter((kata) => kata !== '--'),
    allowPositionals: true,
    strict: true,
    options: {
      quick: { type: 'boolean', default: false },
      seed: { type: 'string' },
      kills: { type: 'string' },
      dir: { type: 'string' },
    },
  })
  const [name] = positionals
  const names = existsSync(FAULTS)
    ? readdirSync(FAULTS)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.replace(/\.ts$/, ''))
    : []
  if (!name || !names.includes(name)) {
    process.stderr.write(`Sebutkan satu gangguan: ${names.join(', ')}.\n`)
    return 1
  }
  if (values.dir !== undefined && !existsSync(values.dir)) {
    process.stderr.write(`Tidak ada folder ${values.dir}.\n`)
    return 1
  }
  const module: FaultModule = await import(join(FAULTS, `${name}.ts`))
  const setUp = {
    quick: values.quick,
    seed: Number(values.seed) || randomInt(1, 1_000_000),
    ...(values.kills !== undefined && { kills: Number(values.kills) }),
    ...(values.dir !== undefined && { dir: resolve(values.dir) }),
  }
  return module.needs === 'desktop'
    ? attemptOnDesktop(run, name, setUp)
    : attemptOnServer(run, module, setUp)
})

type SetUp = Pick<FaultContext, 'quick' | 'seed' | 'kills' | 'dir'>

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
    filesDir: server.filesDir,
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
    ...(setUp.dir !== undefined && { dir: openToOrdinaryUser(setUp.dir) }),
    executable: getReachable(executable),
    serverUrl: server.url,
    databaseUrl: server.ownerUrl,
    provinceDir: server.provinceDir,
    filesDir: server.filesDir,
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

/** The session's programs run as the ordinary user: what only root may read is copied for it. */
function openToOrdinaryUser(dir: string): string {
  const user = findOrdinaryUser()
  if (canRead(dir, user)) return dir
  const copy = openStateFolder('gangguan/masukan')
  cpSync(dir, copy, { recursive: true, verbatimSymlinks: true })
  giveTreeTo(user, copy)
  return copy
}
