import { join } from 'node:path'
import { announce } from './announce.ts'
import { buildRooms } from './build-rooms.ts'
import { KEYRING_SWITCH, openDesktopSession } from './desktop-session.ts'
import { EXECUTABLE } from './package/inspectable-copy.ts'
import { packageDesktop, packageInspectableDesktop } from './package/package-desktop.ts'
import { startPostgres } from './postgres.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getReachable } from './reachable-copy.ts'
import { runCommand, type Run } from './run.ts'
import { checkPortFree } from './start/api-server.ts'
import { readDemoAccounts } from './start/demo-accounts.ts'
import { startDemoServer, type DemoServer } from './start/demo-server.ts'
import { StartupError } from './startup-error.ts'
import { openFreshStateFolder, openStateFolder } from './state-folder.ts'

const DEFAULT_PORT = 3030

/** `npm start` opens the desk on a demo province; `npm start -- --once` walks through it and ends. */
await runCommand(async (run) => {
  const server = await startServer(run)
  return process.argv.includes('--once') ? walkThrough(run, server) : openDesk(run, server)
})

async function startServer(run: Run): Promise<DemoServer> {
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT)
  await checkPortFree(port)
  // The server takes the portal from where it was built.
  await buildRooms()
  announce('Menjalankan PostgreSQL.')
  const dataDir = join(openStateFolder('postgres'), 'data')
  // Whoever names a database has made it for this.
  const database = process.env['DATABASE_URL'] ? null : 'meja'
  const { url } = await run.use(() => startPostgres({ dataDir }))
  return run.use(() => startDemoServer({ postgresUrl: url, database, port }))
}

async function openDesk(run: Run, server: DemoServer): Promise<number> {
  const { folder } = await packageDesktop()
  const session = await run.use(() => openDesktopSession({ home: openStateFolder('rumah') }))
  const desk = await run.use(() =>
    session.start(join(getReachable(folder), EXECUTABLE), [KEYRING_SWITCH], {
      env: { MEJA_SERVER_URL: server.url },
      stdio: ['ignore', 'ignore', 'ignore'],
    }),
  )
  explainSignIn(server)
  const ended = await Promise.race([
    desk.exited.then((status) => ({ who: 'desk', status })),
    server.exited.then((status) => ({ who: 'server', status })),
  ])
  if (ended.who === 'desk' && ended.status === 0) {
    announce('Jendela ditutup.')
    return 0
  }
  throw new StartupError(
    ended.who === 'desk' ? 'jendela_tidak_terbuka' : 'kesalahan_server',
    ended.who === 'desk'
      ? `Aplikasi desktop berhenti sendiri (status ${ended.status}).`
      : `Server Meja ASN berhenti sendiri (status ${ended.status}).`,
  )
}

async function walkThrough(run: Run, server: DemoServer): Promise<number> {
  const { executable } = await packageInspectableDesktop()
  // A fresh home: someone who is signed in already would never see the sign-in screen.
  const home = openFreshStateFolder('rumah-sekali')
  const pictures = openStateFolder('tangkapan')
  const session = await run.use(() => openDesktopSession({ home, ownDisplay: true }))
  const walk = await run.use(() =>
    session.start(
      getReachable(process.execPath),
      [
        join(getReachable(PROJECT_ROOT), 'scripts/start/walk-through.ts'),
        getReachable(executable),
        server.url,
        server.provinceDir,
        pictures,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  )
  return (await walk.exited) === 0 ? 0 : 1
}

function explainSignIn({ url, provinceDir }: DemoServer): void {
  const { akun, kataSandi } = readDemoAccounts(provinceDir)
  const list = (pegawai: boolean) =>
    akun
      .filter(({ peran }) => (peran === 'user_personal') === pegawai)
      .slice(0, 6)
      .map(({ username, peran, nama }) => `    ${username.padEnd(28)} ${peran.padEnd(20)} ${nama}`)
      .join('\n')
  process.stderr.write(
    `\nMeja ASN terbuka (server ${url}).\n` +
      `  Meja: tekan "Masuk" di jendela, lalu isi nama pengguna dan kata sandi ${kataSandi}\n` +
      `${list(false)}\n` +
      `  Portal pegawai: buka ${url} di peramban mana pun di komputer ini; kata sandi sama\n` +
      `${list(true)}\n` +
      `  Semua akun contoh: ${join(provinceDir, 'akun.json')}. Ctrl-C mengakhiri semuanya.\n\n`,
  )
}
