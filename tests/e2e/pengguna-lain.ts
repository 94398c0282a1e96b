import type { ElectronApplication } from '@playwright/test'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import { getEnvironment } from './meja.ts'

/**
 * The application as another user of the operating system has it: a home, a message bus and a key ring
 * of their own. Another account of the machine would take root; what tells two users apart for
 * safeStorage is the key ring.
 */
export function launchAsOther(userDataDir: string): Promise<ElectronApplication> {
  const rumah = mkdtempSync(join(tmpdir(), 'meja-e2e-rumah-'))
  const skrip = join(rumah, 'mulai.sh')
  writeFileSync(
    skrip,
    [
      '#!/bin/sh',
      `export HOME='${rumah}' XDG_RUNTIME_DIR='${rumah}'`,
      'unset DBUS_SESSION_BUS_ADDRESS',
      `exec dbus-run-session -- sh -c '`,
      'printf lain | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
      `exec "$0" "$@"' '${getEnvironment('MEJA_E2E_APP')}' "$@"`,
      '',
    ].join('\n'),
  )
  chmodSync(skrip, 0o755)
  return launchDesktop({
    executablePath: skrip,
    serverUrl: getEnvironment('MEJA_E2E_SERVER_URL'),
    userDataDir,
  })
}
