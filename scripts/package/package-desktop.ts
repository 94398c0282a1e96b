import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildRooms } from '../build-rooms.ts'
import { ensureElectron } from '../electron-runtime.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { makeInspectableCopy } from './inspectable-copy.ts'
import { packageApp, type PackagedApp } from './package-app.ts'

const DIST = join(PROJECT_ROOT, 'dist')
/** In the archive they keep their places: the shell finds the interface by the same relative path. */
const SHIPPED = ['electron/dist', 'renderer/dist', 'resources']

export async function packageDesktop({ release = false } = {}): Promise<PackagedApp> {
  const runtime = await ensureElectron({ release })
  await buildRooms()
  return packageApp({ appFolder: stageDesktop(), outputFolder: DIST, runtime })
}

/** The packaged application, and the executable of the copy of it that test drivers can steer. */
export async function packageInspectableDesktop(): Promise<{
  hardened: PackagedApp
  executable: string
}> {
  const hardened = await packageDesktop()
  const executable = await makeInspectableCopy(hardened, join(DIST, 'linux-inspectable'))
  return { hardened, executable }
}

function stageDesktop(): string {
  const appFolder = join(DIST, 'app')
  rmSync(appFolder, { recursive: true, force: true })
  mkdirSync(appFolder, { recursive: true })
  for (const path of SHIPPED) {
    const from = join(PROJECT_ROOT, path)
    if (!existsSync(from)) continue
    cpSync(from, join(appFolder, path), {
      recursive: true,
      filter: (source) => !source.endsWith('.stempel') && !source.endsWith('.map'),
    })
  }
  const { name, version, description }: Record<string, string> = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'),
  )
  const manifest = {
    name,
    version,
    description,
    author: 'Pemerintah Provinsi Jawa Timur',
    type: 'module',
    main: 'electron/dist/main.mjs',
  }
  writeFileSync(join(appFolder, 'package.json'), JSON.stringify(manifest, null, 2))
  return appFolder
}
