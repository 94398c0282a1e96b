import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { hashContents, onceFor } from '../content-hash.ts'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { startProcess } from '../processes.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { StartupError } from '../startup-error.ts'

export type Packaging = {
  /** A folder with package.json and everything that goes into the archive. */
  appFolder: string
  outputFolder: string
  runtime: ElectronRuntime
}

export type PackagedApp = { folder: string; stamp: string }

const BUILDER = join(import.meta.dirname, 'run-electron-builder.ts')

/** Makes outputFolder/linux-unpacked, hardened; does nothing when nothing that goes in has changed. */
export async function packageApp(packaging: Packaging): Promise<PackagedApp> {
  const { appFolder, outputFolder, runtime } = packaging
  const folder = join(outputFolder, 'linux-unpacked')
  const stamp = join(outputFolder, 'linux-unpacked.stempel')
  const inputs = hashContents(
    [appFolder, join(PROJECT_ROOT, 'build'), import.meta.filename, BUILDER],
    runtime.version,
    electronBuilderVersion(),
  )
  mkdirSync(outputFolder, { recursive: true })
  await onceFor(inputs, { stamp, result: folder }, async () => {
    announce('Mengemas aplikasi desktop.')
    rmSync(stamp, { force: true })
    rmSync(folder, { recursive: true, force: true })
    await runElectronBuilder(packaging)
    chmodSync(folder, 0o755)
  })
  return { folder, stamp }
}

/** In a process of its own: it is slow to load, and writes its diary to standard output. */
async function runElectronBuilder({ appFolder, outputFolder, runtime }: Packaging): Promise<void> {
  const builder = startProcess(
    process.execPath,
    [BUILDER, appFolder, outputFolder, runtime.distPath, runtime.version],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let diary = ''
  for (const stream of [builder.child.stdout, builder.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (diary += chunk))
  }
  if ((await builder.exited) === 0) return
  process.stderr.write(diary)
  throw new StartupError(
    'pemasangan_gagal',
    'Aplikasi desktop tidak dapat dikemas; pesan electron-builder ada di atas.',
  )
}

function electronBuilderVersion(): string {
  const manifest = join(PROJECT_ROOT, 'node_modules/electron-builder/package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  return version
}
