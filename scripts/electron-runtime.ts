import { announce } from './announce.ts'
import { findOfficialElectron, getOfficialVersion } from './electron-runtime/official.ts'
import { TEST_RUNTIME_VERSION, ensureTestRuntime } from './electron-runtime/test-runtime.ts'
import { StartupError } from './startup-error.ts'
import { openStateFolder } from './state-folder.ts'

export type ElectronRuntime = { distPath: string; version: string; official: boolean }

/**
 * The official Electron, or a test runtime where its download is refused. A release is made with the
 * official one only. MEJA_ELECTRON=uji takes the test runtime without asking.
 */
export async function ensureElectron({ release = false } = {}): Promise<ElectronRuntime> {
  const stateFolder = openStateFolder('electron')
  const official =
    process.env['MEJA_ELECTRON'] === 'uji' && !release
      ? undefined
      : await findOfficialElectron(stateFolder, { askAgain: release })
  if (official) return { ...official, official: true }
  if (release) {
    throw new StartupError(
      'elektron_tidak_ada',
      `Rilis memerlukan Electron ${getOfficialVersion()} resmi, dan unduhannya ditolak.`,
    )
  }
  const distPath = await ensureTestRuntime(stateFolder)
  announce(
    `Memakai runtime UJI Electron ${TEST_RUNTIME_VERSION}, karena Electron ${getOfficialVersion()} resmi ` +
      'tidak dapat diunduh di sini. Jangan dipakai untuk rilis.',
  )
  return { distPath, version: TEST_RUNTIME_VERSION, official: false }
}
