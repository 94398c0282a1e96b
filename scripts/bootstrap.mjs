// The first thing every command runs: it needs Node 20.19 and nothing else, installs what is missing,
// and hands over to scripts/<name>.ts on the Node 24 that npm has installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNodePackages } from './bootstrap/node-packages.mjs'
import { ensurePostgresSymlinks } from './bootstrap/postgres-symlinks.mjs'
import { BootstrapError, announce } from './bootstrap/progress.mjs'
import { ensureSystemPackages } from './bootstrap/system-packages.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const NEEDS_NO_DESKTOP = new Set(['check', 'package'])

/** @param {string | undefined} command */
async function bootstrap(command) {
  checkNodeVersion()
  await ensureNodePackages(ROOT)
  ensurePostgresSymlinks(ROOT)
  if (!command || !NEEDS_NO_DESKTOP.has(command)) await ensureSystemPackages()
}

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new BootstrapError(
    `Meja ASN memerlukan Node 20.19 atau lebih baru; yang terpasang ${process.versions.node}. ` +
      'Pasang versi yang lebih baru, lalu ulangi.',
  )
}

/** Node 24 from node_modules; a platform without that package needs its own. */
function findProductNode() {
  const installed = join(
    ROOT,
    'node_modules/.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  )
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new BootstrapError(
    `Tidak ada paket Node 24 untuk ${process.platform}-${process.arch}. Pasang Node 24, lalu ulangi.`,
  )
}

/**
 * However this process ends, the command ends too, and in order: signals are passed on, a sudden death
 * is told to it by the kernel, and the death of npm, which passes nothing on, is noticed here.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function handOver(script, args) {
  const bin = join(ROOT, 'node_modules/.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  const launcher = process.platform === 'linux' ? ['setpriv', '--pdeathsig=TERM', '--'] : []
  const [program = '', ...programArgs] = [...launcher, findProductNode(), script, ...args]
  const child = spawn(program, programArgs, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${separator}${process.env['PATH'] ?? ''}` },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== npm) child.kill('SIGTERM')
  }, 500)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      resolve(code ?? 128 + (signal ? (constants.signals[signal] ?? 0) : 0))
    })
  })
}

const [command, ...args] = process.argv.slice(2)
try {
  await bootstrap(command)
  if (command) process.exitCode = await handOver(join(ROOT, 'scripts', `${command}.ts`), args)
  else announce('Semua paket yang diperlukan sudah terpasang.')
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
