import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, truncate, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { IsiJurnal, IsiJurnalTerbaca } from '@meja/core/ipc/contract.ts'
import { findFile, syncFolder, writeAtomic } from '../atomic-file.ts'
import { decodeBingkai, encodeBingkai } from './bingkai-jurnal.ts'
import { findSealed, panjangSegel, seal } from './segel.ts'

const Catatan = z.discriminatedUnion('jenis', [
  z.object({ jenis: z.literal('tambah'), id: z.string(), isi: z.string() }),
  z.object({ jenis: z.literal('tutup'), id: z.string() }),
])
type Catatan = z.infer<typeof Catatan>

const guna = 'jurnal/1'
/** A closing says nothing but whose: all are of one length, and no entry is as short. */
const panjangTutup = panjangSegel(JSON.stringify({ jenis: 'tutup', id: randomUUID() }).length)

/** How many entries are open, told from the lengths of the frames alone: the lock screen has no key. */
export function countTerbuka(berkas: Buffer): number {
  const { isi } = decodeBingkai(berkas)
  const ditutup = isi.filter(({ length }) => length === panjangTutup).length
  return Math.max(0, isi.length - 2 * ditutup)
}

/** Closed entries that may lie in the file until it is written anew. */
const tutupTerbanyak = 200

/**
 * The second place of every decision (D6): sealed, appended and on the disk before the screen says
 * "Tersimpan", closed when the server has receipted. Ids are known in memory, contents only on disk.
 */
export class Jurnal {
  readonly #tujuan: string
  readonly kunci: Uint8Array
  readonly #terbuka = new Set<string>()
  #rusak = 0
  #ditutup = 0
  #berkas: FileHandle | null = null
  #giliran: Promise<unknown> = Promise.resolve()

  constructor(tujuan: string, kunci: Uint8Array) {
    this.#tujuan = tujuan
    this.kunci = kunci
  }

  get jumlah(): number {
    return this.#terbuka.size
  }

  /** Cuts off what was being written when the power went; keeps a copy when more than that is broken. */
  async open(): Promise<void> {
    await mkdir(dirname(this.#tujuan), { recursive: true, mode: 0o700 })
    const { catatan, rusak, utuhSampai, panjang } = await this.#readAll()
    this.#rusak = rusak
    for (const satu of catatan) {
      if (satu.jenis === 'tambah') this.#terbuka.add(satu.id)
      else this.#terbuka.delete(satu.id)
    }
    if (rusak > 0) await copyFile(this.#tujuan, `${this.#tujuan}.rusak`)
    if (utuhSampai < panjang) await truncate(this.#tujuan, utuhSampai)
    if (catatan.length > this.#terbuka.size) await this.#compact()
    await this.#reopen()
  }

  /** All of them are on the disk when it returns, or none. */
  add(...entri: readonly IsiJurnal[]): Promise<void> {
    return this.#inTurn(async () => {
      // Said twice is written once: the same id is the same decision.
      const baru = entri.filter(({ id }) => !this.#terbuka.has(id))
      await this.#append(baru.map((satu) => ({ jenis: 'tambah', ...satu })))
      for (const { id } of baru) this.#terbuka.add(id)
    })
  }

  close(...ids: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const ada = ids.filter((id) => this.#terbuka.has(id))
      await this.#append(ada.map((id) => ({ jenis: 'tutup', id })))
      for (const id of ada) this.#terbuka.delete(id)
      this.#ditutup += ada.length
      if (this.#ditutup >= tutupTerbanyak) {
        await this.#berkas?.close()
        await this.#compact()
        await this.#reopen()
      }
    })
  }

  list(): Promise<IsiJurnalTerbaca> {
    return this.#inTurn(async () => {
      const { catatan } = await this.#readAll()
      return { terbuka: listTerbuka(catatan), rusak: this.#rusak }
    })
  }

  /** Waits for what is being written. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#berkas?.close()
      this.#berkas = null
    })
  }

  async #append(catatan: readonly Catatan[]): Promise<void> {
    if (this.#berkas === null) throw new Error('jurnal tertutup')
    if (catatan.length === 0) return
    const { size } = await this.#berkas.stat()
    try {
      await this.#berkas.appendFile(Buffer.concat(catatan.map((satu) => this.#encode(satu))))
      await this.#berkas.datasync()
    } catch (error) {
      // A full disk leaves half a frame: the next entry must not stand behind it.
      await truncate(this.#tujuan, size).catch(() => {})
      throw error
    }
  }

  #encode(catatan: Catatan): Buffer {
    return encodeBingkai(seal(this.kunci, Buffer.from(JSON.stringify(catatan)), guna))
  }

  async #readAll() {
    const berkas = (await findFile(this.#tujuan)) ?? Buffer.alloc(0)
    const { isi, rusak, utuhSampai } = decodeBingkai(berkas)
    const dibuka = isi.map((satu) => {
      const teks = findSealed(this.kunci, satu, guna)
      return teks === null ? undefined : Catatan.safeParse(JSON.parse(teks.toString())).data
    })
    const catatan = dibuka.filter((satu) => satu !== undefined)
    const asing = dibuka.length - catatan.length
    return { catatan, rusak: rusak + asing, utuhSampai, panjang: berkas.length }
  }

  /** Only what is still open; an entry that cannot be read is in the copy. */
  async #compact(): Promise<void> {
    const { catatan } = await this.#readAll()
    const terbuka = listTerbuka(catatan).map((satu) => this.#encode({ jenis: 'tambah', ...satu }))
    await writeAtomic(this.#tujuan, Buffer.concat(terbuka))
    this.#ditutup = 0
  }

  async #reopen(): Promise<void> {
    this.#berkas = await open(this.#tujuan, 'a', 0o600)
    await syncFolder(dirname(this.#tujuan))
  }

  #inTurn<T>(kerja: () => Promise<T>): Promise<T> {
    const hasil = this.#giliran.then(kerja, kerja)
    this.#giliran = hasil.catch(() => {})
    return hasil
  }
}

function listTerbuka(catatan: readonly Catatan[]): IsiJurnal[] {
  const terbuka = new Map<string, string>()
  for (const satu of catatan) {
    if (satu.jenis === 'tambah') terbuka.set(satu.id, satu.isi)
    else terbuka.delete(satu.id)
  }
  return [...terbuka].map(([id, isi]) => ({ id, isi }))
}
