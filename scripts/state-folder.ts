import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.ts'
import { canRead, findOrdinaryUser, giveTo } from './ordinary-user.ts'
import { PROJECT_ROOT } from './project-root.ts'

const LOCAL = join(PROJECT_ROOT, '.meja')

/**
 * Folders below .meja, where everything stays that a run makes. The ordinary user must reach it: a clone
 * below /root cannot be entered by anyone else, so there .meja becomes a link to a folder of the system.
 */
export function openStateFolder(name: string, { mode = 0o755 }: { mode?: number } = {}): string {
  const folder = join(openState(), name)
  mkdirSync(folder, { recursive: true, mode })
  giveTo(findOrdinaryUser(), folder)
  return folder
}

/** The same folder, emptied. */
export function openFreshStateFolder(name: string): string {
  rmSync(openStateFolder(name), { recursive: true })
  return openStateFolder(name)
}

function openState(): string {
  const user = findOrdinaryUser()
  if (canRead(PROJECT_ROOT, user)) {
    mkdirSync(LOCAL, { recursive: true })
    return LOCAL
  }
  const outside = getSystemFolder('keadaan')
  if (!existsSync(LOCAL) || !lstatSync(LOCAL).isSymbolicLink()) {
    announce(`Folder ini tidak dapat dibuka pengguna biasa; .meja ditaruh di ${outside}.`)
    mkdirSync(outside, { recursive: true })
    if (existsSync(LOCAL)) {
      cpSync(LOCAL, outside, { recursive: true, verbatimSymlinks: true })
      rmSync(LOCAL, { recursive: true })
    } else {
      rmSync(LOCAL, { force: true })
    }
    symlinkSync(outside, LOCAL)
  }
  mkdirSync(realpathSync(LOCAL), { recursive: true })
  return realpathSync(LOCAL)
}

/** One folder of the system for each clone. */
export function getSystemFolder(name: string): string {
  const clone = createHash('sha256').update(PROJECT_ROOT).digest('hex').slice(0, 12)
  return join('/var/lib/meja', clone, name)
}
