import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'

/** Keeps the refresh token across starts, where the operating system can keep a secret. */
export type TokenStore = {
  read(): Promise<string | null>
  /** False when this machine has no safe place: then nothing is written at all. */
  write(token: string): Promise<boolean>
  clear(): Promise<void>
}

type Sandi = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>

/** On Linux `basic_text` means a fixed key in the program: no better than plain text. */
function isAman(sandi: Sandi, platform: NodeJS.Platform): boolean {
  if (!sandi.isEncryptionAvailable()) return false
  const backend = platform === 'linux' ? sandi.getSelectedStorageBackend?.() : undefined
  return backend !== 'basic_text' && backend !== 'unknown'
}

export function createTokenStore(
  userData: string,
  sandi: Sandi,
  platform: NodeJS.Platform,
): TokenStore {
  const tujuan = join(userData, 'sesi.bin')
  return {
    async read() {
      if (!isAman(sandi, platform)) return null
      const isi = await readFile(tujuan).catch(() => null)
      if (isi === null) return null
      try {
        return sandi.decryptString(isi)
      } catch {
        // Kept for the help desk to look at; the person simply signs in again.
        await rename(tujuan, `${tujuan}.rusak`)
        return null
      }
    },
    async write(token) {
      if (!isAman(sandi, platform)) return false
      const isi = sandi.encryptString(token)
      const sementara = `${tujuan}.${randomUUID()}`
      const berkas = await open(sementara, 'wx', 0o600)
      await berkas.writeFile(isi)
      await berkas.sync()
      await berkas.close()
      await rename(sementara, tujuan)
      return true
    },
    clear: () => rm(tujuan, { force: true }),
  }
}
