import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { getLauncher, giveTo, type OrdinaryUser } from '../ordinary-user.ts'
import { StartupError } from '../startup-error.ts'

const COMPLETE = 'meja-lengkap'

/**
 * Makes the data folder of a server, once. The mark is written last: an initdb that was interrupted
 * leaves a folder that looks like a cluster and is none.
 */
export function ensureCluster(
  binaries: string,
  dataDir: string,
  user: OrdinaryUser | null,
): { password: string } {
  const passwordFile = `${dataDir}.sandi`
  if (existsSync(join(dataDir, COMPLETE)) && existsSync(passwordFile)) {
    return { password: readFileSync(passwordFile, 'utf8') }
  }
  announce('Menyiapkan basis data PostgreSQL baru.')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  giveTo(user, dataDir)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(user, passwordFile)
  const [program = '', ...args] = [
    ...getLauncher(user),
    join(binaries, 'initdb'),
    `--pgdata=${dataDir}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order on every machine, and letters beyond ASCII still have their capitals.
    '--locale=C',
    ...(process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : []),
    '--no-instructions',
  ]
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', cwd: dataDir })
  if (status !== 0) {
    throw new StartupError(
      'basis_data_tak_terjangkau',
      `Basis data tidak dapat disiapkan di ${dataDir}: ${(error?.message ?? stderr).trim()}`,
    )
  }
  writeFileSync(join(dataDir, COMPLETE), '')
  return { password }
}

/** Process id and port of the server that says it owns the folder; it may be long dead. */
export function findPidFile(dataDir: string): { pid: number; port: number } | undefined {
  const path = join(dataDir, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const [pid, , , port] = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(pid), port: Number(port) }
}

/**
 * A crash leaves the file behind, and after a restart of the machine its number may belong to some other
 * program: only a living postgres that was started on this very folder counts.
 */
export function isServerAlive(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.includes(dataDir)
  } catch {
    return false
  }
}
