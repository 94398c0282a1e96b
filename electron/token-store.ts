import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from './atomic-file.ts'
import { isAman, type Sandi } from './brankas.ts'

/** Whose session it is stands beside the token: the desk must know whose keys to ask for. */
const SesiDiingat = z.object({ segar: z.string(), akunId: z.uuid() })
export type SesiDiingat = z.infer<typeof SesiDiingat>

/** Keeps the refresh token across starts, where the operating system can keep a secret. */
export type TokenStore = {
  read(): Promise<SesiDiingat | null>
  /** False when this machine has no safe place: then nothing is written at all. */
  write(sesi: SesiDiingat): Promise<boolean>
  clear(): Promise<void>
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
        return SesiDiingat.parse(JSON.parse(sandi.decryptString(isi)))
      } catch {
        // Kept for the help desk to look at; the person simply signs in again.
        await rename(tujuan, `${tujuan}.rusak`)
        return null
      }
    },
    async write(sesi) {
      if (!isAman(sandi, platform)) return false
      await writeAtomic(tujuan, sandi.encryptString(JSON.stringify(sesi)))
      return true
    },
    clear: () => rm(tujuan, { force: true }),
  }
}
