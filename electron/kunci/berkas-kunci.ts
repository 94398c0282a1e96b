import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { findFile, writeAtomic } from '../atomic-file.ts'
import type { Sandi } from '../brankas.ts'

const biner = z.base64().transform((teks): Buffer => Buffer.from(teks, 'base64'))

/** All of it under the operating system's key, in one file: no part can be put back alone. */
const IsiKunci = z.object({
  /** Grows with every write, for ever. */
  urutan: z.int().positive(),
  /** Wrong PINs since the last right one. */
  percobaan: z.int().min(0),
  /** Half of what the wrapping key is made of; the PIN is the other half. */
  rahasia: biner,
  garam: biner,
  bungkus: biner,
  inisial: z.string(),
})
export type IsiKunci = z.infer<typeof IsiKunci>

/** `habis`: this application took the file away itself, after too many wrong PINs. */
const Saksi = z.object({ urutan: z.int().positive(), habis: z.boolean() })
type Saksi = z.infer<typeof Saksi>

function encode(isi: IsiKunci): string {
  const { rahasia, garam, bungkus, ...sisa } = isi
  return JSON.stringify({
    ...sisa,
    rahasia: rahasia.toString('base64'),
    garam: garam.toString('base64'),
    bungkus: bungkus.toString('base64'),
  })
}

export type Terbaca =
  | { readonly keadaan: 'ada'; readonly isi: IsiKunci }
  | { readonly keadaan: 'tidak_ada' }
  /** Damaged, put back from a copy, or separated from its witness: it opens nothing any more. */
  | { readonly keadaan: 'mundur' }

/**
 * The file with the locally wrapped data key and its counter, and beside it a witness of the newest
 * number: an older copy of the file alone is recognised. Whoever puts back all files of the profile
 * is recognised by the server, which knows the newest number too (core/api/kunci.ts).
 */
export class BerkasKunci {
  readonly #berkas: string
  readonly #saksi: string
  readonly #sandi: Sandi

  constructor(berkas: string, saksi: string, sandi: Sandi) {
    this.#berkas = berkas
    this.#saksi = saksi
    this.#sandi = sandi
  }

  async read(): Promise<Terbaca> {
    const berkas = await findFile(this.#berkas)
    const saksi = await this.#readSaksi()
    if (berkas === null) {
      return { keadaan: saksi === null || saksi.habis ? 'tidak_ada' : 'mundur' }
    }
    const isi = this.#parse(berkas, IsiKunci)
    if (isi === null || saksi === null) return { keadaan: 'mundur' }
    const dilihat = saksi.urutan
    if (dilihat === isi.urutan) return { keadaan: 'ada', isi }
    // The witness is written first: a crash between the two was an attempt, and counts as one.
    if (dilihat === isi.urutan + 1) {
      return { keadaan: 'ada', isi: { ...isi, urutan: dilihat, percobaan: isi.percobaan + 1 } }
    }
    return { keadaan: 'mundur' }
  }

  async write(isi: IsiKunci): Promise<void> {
    await this.#writeSaksi({ urutan: isi.urutan, habis: false })
    await writeAtomic(this.#berkas, this.#sandi.encryptString(encode(isi)))
  }

  /** The witness stays: it remembers how far the numbers had come. */
  async destroy(): Promise<void> {
    await this.#writeSaksi({ urutan: (await this.findUrutan()) + 1, habis: true })
    await rm(this.#berkas, { force: true })
  }

  /** The newest number that was ever given; the next file goes on from it. */
  async findUrutan(): Promise<number> {
    return (await this.#readSaksi())?.urutan ?? 0
  }

  async #readSaksi(): Promise<Saksi | null> {
    const isi = await findFile(this.#saksi)
    return isi === null ? null : this.#parse(isi, Saksi)
  }

  async #writeSaksi(saksi: Saksi): Promise<void> {
    await writeAtomic(this.#saksi, this.#sandi.encryptString(JSON.stringify(saksi)))
  }

  #parse<T extends z.ZodType>(isi: Buffer, schema: T): z.output<T> | null {
    try {
      return schema.parse(JSON.parse(this.#sandi.decryptString(isi)))
    } catch {
      return null
    }
  }
}
