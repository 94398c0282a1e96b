import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDesktopSession } from '../desktop-session.ts'
import { findOrdinaryUser } from '../ordinary-user.ts'
import { packageInspectableDesktop } from '../package/package-desktop.ts'
import { findFreePort } from '../postgres/free-port.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { getReachable } from '../reachable-copy.ts'
import type { Run } from '../run.ts'
import { startApiServer } from '../start/api-server.ts'
import { startDemoServer } from '../start/demo-server.ts'
import { openFreshStateFolder, openStateFolder } from '../state-folder.ts'
import { readPlaywrightReport, type Tally } from './reports.ts'

/**
 * Playwright as the ordinary user, on a display of its own, against the packaged application and a real
 * server. What the tests need to know stands in MEJA_E2E_*; tests/support reads it.
 */
export async function runEndToEnd(run: Run, postgresUrl: string): Promise<Tally> {
  const { hardened, executable } = await packageInspectableDesktop()
  const work = openFreshStateFolder('uji-e2e')
  // Where a test that waits for mail listens; nobody else does.
  const smtp = `smtp://127.0.0.1:${await findFreePort(23_025)}`
  const server = await run.use(async () =>
    startDemoServer({
      postgresUrl,
      database: 'meja_e2e',
      fresh: true,
      port: await findFreePort(23_030),
      folder: 'uji-e2e',
      settings: { SMTP_URL: smtp, SMTP_SENDER: 'meja@contoh.go.id' },
    }),
  )
  // The same installation under a name: browsers bind no passkey to an address of numbers.
  const portBernama = await findFreePort(23_040)
  const bernama = `http://localhost:${portBernama}`
  await run.use(() =>
    startApiServer({ port: portBernama, ...server.lain, settings: { PUBLIC_URL: bernama } }),
  )
  const session = await run.use(() =>
    openDesktopSession({ home: openStateFolder('uji-e2e/rumah'), ownDisplay: true }),
  )
  const root = getReachable(PROJECT_ROOT)
  const report = join(openStateFolder('laporan'), 'e2e.json')
  rmSync(report, { force: true })
  const playwright = await run.use(() =>
    session.start(
      getReachable(process.execPath),
      [
        join(root, 'node_modules/@playwright/test/cli.js'),
        'test',
        // While something is being built: MEJA_E2E_ONLY="kunci portal" runs the files of these names.
        ...(process.env['MEJA_E2E_ONLY'] ?? '').split(' ').filter((nama) => nama !== ''),
        `--config=${join(root, 'tests/e2e/playwright.config.ts')}`,
        '--reporter=list,json',
        `--output=${join(work, 'hasil')}`,
      ],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
        env: {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          MEJA_E2E_APP: getReachable(executable),
          MEJA_E2E_HARDENED_APP: getReachable(hardened.folder),
          MEJA_E2E_SERVER_URL: server.url,
          MEJA_E2E_DATABASE_URL: server.ownerUrl,
          MEJA_E2E_SMTP_URL: smtp,
          MEJA_E2E_NAMED_URL: bernama,
          MEJA_E2E_PROVINCE_DIR: server.provinceDir,
          MEJA_E2E_PICTURES_DIR: openStateFolder('tangkapan'),
          MEJA_E2E_USER: findOrdinaryUser()?.name ?? '',
        },
      },
    ),
  )
  return readPlaywrightReport(report, await playwright.exited)
}
