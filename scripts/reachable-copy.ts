import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import { announce } from './announce.ts'
import { canRead, findOrdinaryUser } from './ordinary-user.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getSystemFolder } from './state-folder.ts'

const NEVER_COPIED = new Set(['.git', '.meja'])
const copied = new Set<string>()

/**
 * A path in the project as the ordinary user may see it: the path itself, or, when a folder above it is
 * closed to others (a clone below /root), the same path in a copy of the project.
 */
export function getReachable(path: string): string {
  const inside = relative(PROJECT_ROOT, path)
  if (inside.startsWith('..') || canRead(path, findOrdinaryUser())) return path
  const target = getSystemFolder('salinan')
  const [top = ''] = inside.split(sep)
  for (const name of top ? [top] : readdirSync(PROJECT_ROOT)) {
    if (!NEVER_COPIED.has(name)) copyEntry(name, target)
  }
  return join(target, inside)
}

/** Hard links: nothing is stored twice. What is built during a run is copied again at each request. */
function copyEntry(name: string, target: string): void {
  if (copied.has(name) && name !== 'dist') return
  if (copied.size === 0) openCopy(target)
  copied.add(name)
  const from = join(PROJECT_ROOT, name)
  const to = join(target, name)
  rmSync(to, { recursive: true, force: true })
  const linked = spawnSync('cp', ['-al', from, to]).status === 0
  if (!linked) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

function openCopy(target: string): void {
  announce(`Folder ini tidak dapat dibuka pengguna biasa; yang perlu disalin ke ${target}.`)
  mkdirSync(target, { recursive: true })
  // The state folder stands where the ordinary user reaches it already.
  const state = join(PROJECT_ROOT, '.meja')
  rmSync(join(target, '.meja'), { force: true })
  if (existsSync(state)) symlinkSync(realpathSync(state), join(target, '.meja'))
}
