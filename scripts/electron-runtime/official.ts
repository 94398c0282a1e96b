import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { announce } from '../announce.ts'
import { startProcess } from '../processes.ts'
import { PROJECT_ROOT } from '../project-root.ts'

const PACKAGE = join(PROJECT_ROOT, 'node_modules/electron')
const DIST = join(PACKAGE, 'dist')
const STALLED_AFTER_MS = 20_000
const REMEMBER_REFUSAL_MS = 24 * 60 * 60 * 1000

export function getOfficialVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(PACKAGE, 'package.json'), 'utf8'),
  )
  return manifest.version
}

/** The official binary of the pinned version, fetched on first use; undefined where that is refused. */
export async function findOfficialElectron(
  stateFolder: string,
  { askAgain }: { askAgain: boolean },
): Promise<{ distPath: string; version: string } | undefined> {
  const version = getOfficialVersion()
  const refusalFile = join(stateFolder, 'unduhan-resmi-ditolak.json')
  if (!isInstalled(version) && (askAgain || !wasRefused(refusalFile, version))) {
    announce(`Mengunduh Electron ${version} resmi.`)
    if (!(await download())) {
      writeFileSync(refusalFile, JSON.stringify({ version, at: new Date().toISOString() }))
    }
  }
  return isInstalled(version) ? { distPath: DIST, version } : undefined
}

function isInstalled(version: string): boolean {
  const versionFile = join(DIST, 'version')
  return (
    existsSync(versionFile) &&
    readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
  )
}

/** Asking again at every start would cost the person those seconds each time. */
function wasRefused(refusalFile: string, version: string): boolean {
  if (!existsSync(refusalFile)) return false
  const refusal: { version: string; at: string } = JSON.parse(readFileSync(refusalFile, 'utf8'))
  return refusal.version === version && Date.now() - Date.parse(refusal.at) < REMEMBER_REFUSAL_MS
}

/** A slow network may take its time as long as bytes arrive; a silent one may not. */
async function download(): Promise<boolean> {
  const arriving = mkdtempSync(join(tmpdir(), 'meja-electron-'))
  const installer = startProcess('node', [join(PACKAGE, 'install.js')], {
    env: { ...process.env, TMPDIR: arriving },
    stdio: 'ignore',
  })
  try {
    let size = 0
    let lastGrowth = Date.now()
    while (installer.isRunning() && Date.now() - lastGrowth < STALLED_AFTER_MS) {
      await Promise.race([installer.exited, delay(2_000)])
      const now = measure(arriving)
      if (now === size) continue
      size = now
      lastGrowth = Date.now()
      announce(`  ${Math.round(size / 1_000_000)} MB sudah diterima`)
    }
    return !installer.isRunning() && (await installer.exited) === 0
  } finally {
    await installer.stop()
    rmSync(arriving, { recursive: true, force: true })
  }
}

function measure(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + sizeOf(join(parentPath, name)), 0)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
