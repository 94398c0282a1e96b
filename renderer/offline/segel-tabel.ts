import { Dexie, type DBCore, type DBCoreTable, type Middleware } from 'dexie'
import { decodeIsi, encodeIsi, type Sandi } from './sandi.ts'

/** How the rows of one table lie on the disk. */
export type AturanTabel = {
  /** The primary key: an opaque id, never a name or a number of a person. */
  readonly kunci: string
  /** Columns that are looked up by value: only their mark is stored, as `cari_<column>`. */
  readonly cari: readonly string[]
  /** The column that holds bytes, when the row is a file. */
  readonly biner?: string
}

type Baris = Record<string, unknown>

/** What IndexedDB gets: key, schema version, marks, and one sealed blob. */
type BarisSegel = {
  readonly v: number
  readonly segel: Uint8Array<ArrayBuffer>
  readonly [kolom: string]: unknown
}

function isBarisSegel(baris: unknown): baris is BarisSegel {
  return (
    typeof baris === 'object' &&
    baris !== null &&
    'segel' in baris &&
    baris.segel instanceof Uint8Array
  )
}

/**
 * Own encryption under Dexie (D9). WebCrypto is asynchronous and an IndexedDB transaction does not
 * wait, so rows are sealed with `prepare` before a transaction opens; the middleware puts the sealed
 * form in the place of the open one, and refuses a row that nobody has sealed. Above it there are plain
 * objects, below it there is nothing to read, Dexie's own caches included.
 */
export class SegelTabel {
  readonly #sandi: Sandi
  readonly #aturan: Readonly<Record<string, AturanTabel>>
  readonly #versi: number
  readonly #siap = new WeakMap<object, BarisSegel>()
  readonly #onRusak: (tabel: string, kunci: string) => void

  constructor(pilihan: {
    sandi: Sandi
    aturan: Readonly<Record<string, AturanTabel>>
    versi: number
    onRusak: (tabel: string, kunci: string) => void
  }) {
    this.#sandi = pilihan.sandi
    this.#aturan = pilihan.aturan
    this.#versi = pilihan.versi
    this.#onRusak = pilihan.onRusak
  }

  /** Seals these rows for their table; afterwards they may be put within any transaction. */
  async prepare<T extends object>(tabel: string, baris: readonly T[]): Promise<readonly T[]> {
    const aturan = this.#getAturan(tabel)
    await Promise.all(
      baris.map(async (satu) => {
        this.#siap.set(satu, await this.#seal(tabel, aturan, satu as Baris))
      }),
    )
    return baris
  }

  /** The mark by which a row can be found: `table.where('cari_nip').equals(await mark(...))`. */
  mark(tabel: string, kolom: string, nilai: string): Promise<string> {
    return this.#sandi.mark(tabel, kolom, nilai)
  }

  createMiddleware(): Middleware<DBCore> {
    return {
      stack: 'dbcore',
      name: 'segel',
      create: (core) => ({
        ...core,
        table: (nama) => {
          const tabel = core.table(nama)
          return this.#aturan[nama] === undefined ? tabel : this.#wrap(nama, tabel)
        },
      }),
    }
  }

  #wrap(nama: string, tabel: DBCoreTable): DBCoreTable {
    return {
      ...tabel,
      mutate: (permintaan) => {
        if (permintaan.type !== 'add' && permintaan.type !== 'put') return tabel.mutate(permintaan)
        const values = permintaan.values.map((baris: object) => this.#getSiap(nama, baris))
        return tabel.mutate({ ...permintaan, values })
      },
      get: async (permintaan) => {
        const [satu] = await this.#openAll(nama, [await tabel.get(permintaan)])
        return satu
      },
      getMany: async (permintaan) => {
        const hasil: unknown[] = await tabel.getMany(permintaan)
        return this.#openAll(nama, hasil)
      },
      query: async (permintaan) => {
        const jawaban = await tabel.query(permintaan)
        if (permintaan.values !== true) return jawaban
        const terbuka = await this.#openAll(nama, jawaban.result)
        return { ...jawaban, result: terbuka.filter((satu) => satu !== undefined) }
      },
      openCursor: (permintaan) => {
        if (permintaan.values === true) throw new Error(`${nama}: baca dengan get atau toArray`)
        return tabel.openCursor(permintaan)
      },
    }
  }

  #getSiap(nama: string, baris: object): BarisSegel {
    const siap = this.#siap.get(baris)
    if (siap === undefined) throw new Error(`${nama}: baris belum disegel`)
    return siap
  }

  async #seal(tabel: string, aturan: AturanTabel, baris: Baris): Promise<BarisSegel> {
    const kunci = getKunci(aturan, baris)
    const biner = aturan.biner === undefined ? undefined : baris[aturan.biner]
    const isi = biner instanceof ArrayBuffer ? new Uint8Array(biner) : encodeIsi(baris)
    const tanda = await Promise.all(
      aturan.cari.map(async (kolom) => [
        `cari_${kolom}`,
        await this.#sandi.mark(tabel, kolom, String(baris[kolom])),
      ]),
    )
    const segel = await this.#sandi.seal({ tabel, kunci, versi: this.#versi }, isi)
    return { ...Object.fromEntries(tanda), [aturan.kunci]: kunci, v: this.#versi, segel }
  }

  /**
   * Outside Dexie's zone: within it each await of a row carries the transaction along, which costs ten
   * times what the opening does, and the transaction does not outlive WebCrypto anyway.
   */
  #openAll(tabel: string, baris: readonly unknown[]): Promise<unknown[]> {
    return Dexie.ignoreTransaction(() => Promise.all(baris.map((satu) => this.#open(tabel, satu))))
  }

  async #open(tabel: string, baris: unknown): Promise<unknown> {
    if (!isBarisSegel(baris)) return undefined
    const aturan = this.#getAturan(tabel)
    const kunci = getKunci(aturan, baris)
    const isi = await this.#sandi.find({ tabel, kunci, versi: baris.v }, baris.segel)
    if (isi === null) {
      this.#onRusak(tabel, kunci)
      return undefined
    }
    if (aturan.biner === undefined) return decodeIsi(isi)
    return { [aturan.kunci]: kunci, [aturan.biner]: isi.buffer }
  }

  #getAturan(tabel: string): AturanTabel {
    const aturan = this.#aturan[tabel]
    if (aturan === undefined) throw new Error(`${tabel}: tanpa aturan segel`)
    return aturan
  }
}

function getKunci(aturan: AturanTabel, baris: Baris): string {
  const kunci = baris[aturan.kunci]
  if (typeof kunci !== 'string' || kunci === '') throw new Error('kunci baris bukan teks')
  return kunci
}
