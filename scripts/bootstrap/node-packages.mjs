import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, announce, reportEvery } from './progress.mjs'

/** @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockedPackage */

/**
 * Makes node_modules equal to package-lock.json; does nothing when it already is.
 * @param {string} root
 */
export async function ensureNodePackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const lockHash = createHash('sha256').update(lockText).digest('hex')
  const stampPath = join(root, 'node_modules/.meja-stamp')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash) return

  const locked = readPackages(lockText)
  if (!isInstalled(root, locked)) await runNpmCi(root, locked)
  writeFileSync(stampPath, lockHash)
}

/**
 * @param {string} lockText
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(lockText) {
  return JSON.parse(lockText).packages ?? {}
}

/**
 * npm writes its own hidden lock file last, so that an interrupted install never looks complete.
 * @param {string} root
 * @param {Record<string, LockedPackage>} locked
 */
function isInstalled(root, locked) {
  const hiddenLock = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hiddenLock)) return false
  const installed = readPackages(readFileSync(hiddenLock, 'utf8'))
  const isMissing = Object.entries(locked).some(
    ([path, { version, link, optional }]) =>
      path.startsWith('node_modules/') &&
      !link &&
      installed[path]?.version !== version &&
      // Packages for other platforms are optional and stay away.
      !(optional && !installed[path]),
  )
  const isLeftOver = Object.keys(installed).some((path) => !locked[path])
  return !isMissing && !isLeftOver
}

/**
 * @param {string} root
 * @param {Record<string, LockedPackage>} locked
 */
async function runNpmCi(root, locked) {
  const topLevel = Object.entries(locked)
    .filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
    .map(([path]) => join(root, path, 'package.json'))
  announce(`Memasang ${topLevel.length} paket npm sesuai package-lock.json (beberapa menit).`)
  const stopReports = reportEvery(
    () => `${topLevel.filter((path) => existsSync(path)).length} dari ${topLevel.length} paket`,
  )
  try {
    // npm itself must not run on the Node inside node_modules, which `npm ci` deletes.
    const npm = process.env['npm_execpath']
    const node = process.env['npm_node_execpath'] ?? process.execPath
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress']
    const status = await (npm ? run(node, [npm, ...args], root) : run('npm', args, root))
    if (status !== 0) {
      throw new BootstrapError(
        'Paket npm tidak dapat dipasang; pesan npm ada di atas. Periksa sambungan jaringan lalu ulangi.',
      )
    }
  } finally {
    stopReports()
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && command === 'npm',
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
