import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'

/** Where readings are kept, under the hash of the bytes that were read. */
export type SimpananBacaan = {
  find(sha256: string): Promise<readonly HalamanTerbaca[] | undefined>
  put(sha256: string, halaman: readonly HalamanTerbaca[]): Promise<void>
  clear(): Promise<void>
}

/** For as long as the window lives, the last few documents; nothing reaches the disk. */
export function createSimpananMemori(terbanyak = 60): SimpananBacaan {
  const isi = new Map<string, readonly HalamanTerbaca[]>()
  return {
    find(sha256) {
      return Promise.resolve(isi.get(sha256))
    },
    put(sha256, halaman) {
      isi.delete(sha256)
      isi.set(sha256, halaman)
      const tertua = isi.keys().next().value
      if (isi.size > terbanyak && tertua !== undefined) isi.delete(tertua)
      return Promise.resolve()
    },
    clear() {
      isi.clear()
      return Promise.resolve()
    },
  }
}
