import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { hashBytes, type ObjectStat, type ObjectStore } from './object-store.ts'

/** Originals in a folder, two levels deep by the first digits of their hash. */
export class FileStore implements ObjectStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  getPath(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  /** Returns the hash once the bytes are on disk under it; an existing file is never touched. */
  async write(bytes: Uint8Array): Promise<string> {
    const sha256 = hashBytes(bytes)
    const tujuan = this.getPath(sha256)
    const sementara = join(this.#folder, `.${randomUUID()}`)
    await mkdir(dirname(tujuan), { recursive: true })
    const berkas = await open(sementara, 'wx', 0o400)
    try {
      await berkas.writeFile(bytes)
      await berkas.sync()
    } finally {
      await berkas.close()
    }
    // link() refuses to replace, so two uploads of the same scan cannot disturb each other.
    await link(sementara, tujuan).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(sementara)
    return sha256
  }

  async stat(sha256: string): Promise<ObjectStat | undefined> {
    try {
      // The time of change (ctime) cannot be set back by whoever writes the file.
      const { size, ino, ctimeNs } = await stat(this.getPath(sha256), { bigint: true })
      return { ukuran: Number(size), tanda: `${ino} ${ctimeNs}` }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  read(sha256: string, start: number, end: number): Promise<Readable> {
    return Promise.resolve(createReadStream(this.getPath(sha256), { start, end }))
  }
}
