import { Dexie, type Table } from 'dexie'
import type { KunciTembolok } from '@meja/core/ipc/contract.ts'
import { Sandi } from './sandi.ts'
import { SegelTabel, type AturanTabel } from './segel-tabel.ts'

/** Grows with every change of what a row means; rows say with which they were sealed. */
const versiSkema = 1

const aturan = {
  kasus: { kunci: 'id', cari: ['nip'] },
  berkas: { kunci: 'id', cari: [], biner: 'isi' },
  /** Single things: the queue as last read, whose desk it is. */
  lembar: { kunci: 'id', cari: [] },
  kiriman: { kunci: 'id', cari: [] },
} as const satisfies Record<string, AturanTabel>

type NamaTabel = keyof typeof aturan
/** What can be had again from the server, and may be thrown away for room. */
type NamaTembolok = 'kasus' | 'berkas'

type Isi<T> = { readonly id: string; readonly isi: T }
/** Open on the disk: an opaque id, when it was used last, how large it is. */
type Pemakaian = { id: string; tabel: NamaTembolok; dipakai: number; ukuran: number }

export type PilihanGudang = {
  readonly kunci: KunciTembolok
  readonly batasByte?: number
  readonly now?: () => number
}

const batasBawaan = 400 * 1024 * 1024

/** The encrypted store of one person on this workstation: cache and outbox. */
export class Gudang {
  readonly #db: Dexie
  readonly #segel: SegelTabel
  readonly #batas: number
  readonly #now: () => number
  /** The store was there before and is gone or damaged: announced, never taken for "empty". */
  hilang = false
  rusak = 0

  private constructor(pilihan: PilihanGudang, sandi: Sandi) {
    this.#batas = pilihan.batasByte ?? batasBawaan
    this.#now = pilihan.now ?? Date.now
    this.#segel = new SegelTabel({
      sandi,
      aturan,
      versi: versiSkema,
      onRusak: () => {
        this.rusak += 1
      },
    })
    this.#db = createDatabase(pilihan.kunci.basisData, this.#segel)
  }

  static async open(pilihan: PilihanGudang): Promise<Gudang> {
    const { kunci } = pilihan
    const gudang = new Gudang(pilihan, await Sandi.open(kunci))
    gudang.hilang = !(await gudang.#openOrRebuild(kunci.basisData, kunci.pernahAda))
    return gudang
  }

  async findIsi(tabel: 'kasus' | 'lembar', id: string): Promise<unknown> {
    const baris = await this.#get<Isi<unknown>>(tabel, id)
    if (baris !== undefined && tabel === 'kasus') await this.#touch(id)
    return baris?.isi
  }

  async saveIsi(tabel: 'kasus' | 'lembar', id: string, isi: unknown, nip = ''): Promise<void> {
    await this.#saveTembolok(tabel, { id, isi, nip })
  }

  async findKasusByNip(nip: string): Promise<unknown[]> {
    const tanda = await this.#segel.mark('kasus', 'nip', nip)
    const baris = await this.#table<Isi<unknown>>('kasus').where('cari_nip').equals(tanda).toArray()
    return baris.map(({ isi }) => isi)
  }

  async findBerkas(id: string): Promise<ArrayBuffer | undefined> {
    const baris = await this.#get<Isi<ArrayBuffer>>('berkas', id)
    if (baris !== undefined) await this.#touch(id)
    return baris?.isi
  }

  async saveBerkas(id: string, isi: ArrayBuffer): Promise<void> {
    await this.#saveTembolok('berkas', { id, isi })
  }

  /** Whether all of these lie here; nothing is opened for it. */
  async hasBerkas(ids: readonly string[]): Promise<boolean> {
    const ada = await this.#table('berkas').where(':id').anyOf(ids).primaryKeys()
    return ada.length === new Set(ids).size
  }

  /** Bytes of the budget that nothing takes. */
  async getSisa(): Promise<number> {
    const semua = await this.#pemakaian.toArray()
    return this.#batas - semua.reduce((sejauh, { ukuran }) => sejauh + ukuran, 0)
  }

  /** Unsent work: with strict durability, and never thrown away for room. */
  async saveKiriman(id: string, isi: unknown): Promise<void> {
    const baris = { id, isi }
    await this.#segel.prepare('kiriman', [baris])
    await this.#db.transaction('rw', 'kiriman', () => this.#table('kiriman').put(baris))
  }

  async deleteKiriman(...ids: readonly string[]): Promise<void> {
    await this.#table('kiriman').bulkDelete([...ids])
  }

  async listKiriman(): Promise<unknown[]> {
    const baris = await this.#table<Isi<unknown>>('kiriman').toArray()
    return baris.map(({ isi }) => isi)
  }

  /** Everything of this person leaves this workstation. */
  async wipe(): Promise<void> {
    await this.#db.delete()
  }

  close(): void {
    this.#db.close()
  }

  /** False when there had been a store and it could not be read: then there is a new, empty one. */
  async #openOrRebuild(nama: string, pernahAda: boolean): Promise<boolean> {
    try {
      const ada = await Dexie.exists(nama)
      await this.#db.open()
      return ada || !pernahAda
    } catch {
      this.#db.close()
      await Dexie.delete(nama)
      await this.#db.open()
      return false
    }
  }

  async #saveTembolok(
    tabel: Exclude<NamaTabel, 'kiriman'>,
    baris: { id: string; isi: unknown; nip?: string },
  ): Promise<void> {
    await this.#segel.prepare(tabel, [baris])
    const ukuran = baris.isi instanceof ArrayBuffer ? baris.isi.byteLength : 4096
    const tulis = () =>
      this.#db.transaction('rw', tabel, 'pemakaian', async () => {
        await this.#table(tabel).put(baris)
        if (tabel !== 'lembar') await this.#pemakaian.put(this.#use(tabel, baris.id, ukuran))
      })
    try {
      await tulis()
    } catch (error) {
      if (!isPenuh(error)) throw error
      await this.evict(this.#batas / 4)
      // Still no room: it is a cache, the server has it.
      await tulis().catch(() => {})
    }
    if (tabel === 'berkas') await this.evict(this.#batas)
  }

  /** Throws away what was not used for longest, until the rest fits. */
  async evict(batas: number): Promise<void> {
    const semua = await this.#pemakaian.orderBy('dipakai').toArray()
    let jumlah = semua.reduce((sejauh, { ukuran }) => sejauh + ukuran, 0)
    for (const { id, tabel, ukuran } of semua) {
      if (jumlah <= batas) return
      await this.#db.transaction('rw', tabel, 'pemakaian', async () => {
        await this.#table(tabel).delete(id)
        await this.#pemakaian.delete(id)
      })
      jumlah -= ukuran
    }
  }

  get #pemakaian(): Table<Pemakaian, string> {
    return this.#db.table('pemakaian')
  }

  #table<T = unknown>(nama: NamaTabel): Table<T, string> {
    return this.#db.table(nama)
  }

  async #get<T>(tabel: NamaTabel, id: string): Promise<T | undefined> {
    return this.#table<T>(tabel).get(id)
  }

  async #touch(id: string): Promise<void> {
    await this.#pemakaian.update(id, { dipakai: this.#now() })
  }

  #use(tabel: NamaTembolok, id: string, ukuran: number): Pemakaian {
    return { id, tabel, dipakai: this.#now(), ukuran }
  }
}

function createDatabase(nama: string, segel: SegelTabel): Dexie {
  // Chromium's own default may change: a decision must be on the disk when the transaction says so.
  const db = new Dexie(nama, { chromeTransactionDurability: 'strict' })
  db.use(segel.createMiddleware())
  // Later versions add below and change nothing above: unsent work outlives every upgrade.
  db.version(versiSkema).stores({
    kasus: 'id, cari_nip',
    berkas: 'id',
    lembar: 'id',
    kiriman: 'id',
    pemakaian: 'id, dipakai',
  })
  return db
}

function isPenuh(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' ||
      ('inner' in error &&
        error.inner instanceof Error &&
        error.inner.name === 'QuotaExceededError'))
  )
}
