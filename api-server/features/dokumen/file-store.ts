import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Originals under their own hash: immutable, and the same bytes are kept once (D12). */
export class FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  getPath(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  /** Returns the hash once the bytes are on disk under it; an existing file is never touched. */
  async write(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const tujuan = this.getPath(sha256)
    const sementara = join(this.#folder, `.${randomUUID()}`)
    await mkdir(dirname(tujuan), { recursive: true })
    const berkas = await open(sementara, 'wx', 0o600)
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

  async getSize(sha256: string): Promise<number> {
    return (await stat(this.getPath(sha256))).size
  }

  /** Bytes `start` to `end`, both included. */
  read(sha256: string, start: number, end: number): ReadStream {
    return createReadStream(this.getPath(sha256), { start, end })
  }
}
