import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import {
  getKunciServer,
  postBukaKunci,
  postCatatanLayar,
  type PeristiwaLayar,
} from '@meja/core/api/kunci.ts'
import { checkPin, type KebijakanLayar } from '@meja/core/domain/kebijakan-layar.ts'
import type {
  IsiJurnal,
  IsiJurnalTerbaca,
  KabarKiriman,
  KunciTembolok,
  StatusKunci,
} from '@meja/core/ipc/contract.ts'
import type { ApiUtama } from '../api-utama.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'
import { isAman, type Sandi } from '../brankas.ts'
import { GalatIpc } from '../ipc.ts'
import { BerkasSegel } from './berkas-segel.ts'
import { BukuKiriman, namaJurnal } from './buku-kiriman.ts'
import { BukuLayar } from './catatan-layar.ts'
import { findUrutanDilepas, saveDilepas } from './jejak-dilepas.ts'
import { countTerbuka } from './jurnal.ts'
import { getNamaFolder, KunciOrang, type HasilPin } from './kunci-orang.ts'
import { deriveKunci } from './segel.ts'

type Pilihan = {
  readonly userData: string
  readonly sandi: Sandi
  readonly platform: NodeJS.Platform
  readonly kebijakan: () => KebijakanLayar
  readonly idKomputer: string
  readonly api: ApiUtama
  readonly onChange: (status: StatusKunci) => void
}

type Orang = { readonly akunId: string; readonly kunci: KunciOrang; readonly buku: BukuLayar }

/** What is only there while the screen is open. */
type Terbuka = {
  readonly dek: Buffer
  readonly kunciIngatan: Buffer
  readonly kiriman: BukuKiriman
  readonly ingatan: BerkasSegel
  /** The renderer has its keys; a second taker would be somebody else. */
  diambil: boolean
  pernahAda: boolean
}

/** The server is told of a removal when it answers; it is no reason to stay. */
const batasKabarMs = 3000

/** Its presence says that this person's cache was opened here before. */
const tandaGudang = 'gudang.ada'
/** Of the name of a person's encrypted store; the rest is that of the folder. */
export const awalanGudang = 'meja-'

/** The keys and sealed files of whoever is signed in, and of nobody else (D6, D7). */
export class KunciMeja {
  readonly #pilihan: Pilihan
  #orang: Orang | null = null
  #terbuka: Terbuka | null = null
  /** Opened by the server after a full sign-in, waiting for its new PIN. */
  #menunggu: Buffer | null = null
  #belumTerkirim = 0
  #status: StatusKunci = { keadaan: 'tanpa_orang' }
  /** As the desk told last; it stands while the screen is locked. */
  kabarKiriman: KabarKiriman = { ditolak: 0, tertuaPada: null }

  constructor(pilihan: Pilihan) {
    this.#pilihan = pilihan
  }

  get status(): StatusKunci {
    return this.#status
  }

  get hasOrang(): boolean {
    return this.#orang !== null
  }

  get isTerbuka(): boolean {
    return this.#terbuka !== null
  }

  /** What this person decided here; null while locked, and where nothing is kept. */
  get kiriman(): BukuKiriman | null {
    return this.#terbuka?.kiriman ?? null
  }

  /** While locked, the number at the time of the locking. */
  get belumTerkirim(): number {
    return this.kiriman?.jurnal.jumlah ?? this.#belumTerkirim
  }

  /** In the morning too, when nobody has opened anything yet: read from what lies there. */
  async countBelumTerkirim(): Promise<number> {
    if (this.#terbuka !== null || this.#orang === null) return this.belumTerkirim
    const berkas = await findFile(join(this.#orang.kunci.folder, namaJurnal))
    return berkas === null ? 0 : countTerbuka(berkas)
  }

  async listAsli(): Promise<readonly string[]> {
    return (await this.#orang?.buku.listAsli()) ?? []
  }

  async noteAsli(id: string, diMeja: boolean): Promise<void> {
    await this.#orang?.buku.noteAsli(id, diMeja)
  }

  /** Why nobody may sign in here. */
  findHalangan(): ErrorCode | null {
    const { sandi, platform, kebijakan } = this.#pilihan
    if (isAman(sandi, platform) || kebijakan().tanpaBrankas === 'tanpa_tembolok') return null
    return 'brankas_tidak_ada'
  }

  /** Attempts left and initials of the person who is signed in. */
  async getKeadaanPin(): Promise<{ sisa: number; inisial: string }> {
    return (await this.#orang?.kunci.getKeadaan()) ?? { sisa: 0, inisial: '' }
  }

  /** Whether anything of this person lies sealed here. */
  async hasPemulihan(): Promise<boolean> {
    return ((await this.#orang?.kunci.findPemulihan()) ?? null) !== null
  }

  setOrang(akunId: string | null): void {
    if (this.#orang?.akunId === akunId) return
    this.kabarKiriman = { ditolak: 0, tertuaPada: null }
    const { userData, sandi } = this.#pilihan
    if (akunId === null) {
      this.#orang = null
      this.#setStatus({ keadaan: 'tanpa_orang' })
      return
    }
    const nama = getNamaFolder(akunId)
    const buku = new BukuLayar(join(userData, 'orang', nama), () =>
      findUrutanDilepas(userData, nama),
    )
    const kunci = new KunciOrang({ userData, akunId, sandi, note: (satu) => buku.note(satu) })
    this.#orang = { akunId, kunci, buku }
  }

  /** After signing in through the browser: the server opens what this person has here (D7). */
  async openAfterMasuk(): Promise<StatusKunci> {
    const orang = this.#orang
    if (orang === null) return this.#setStatus({ keadaan: 'tanpa_orang' })
    if (!isAman(this.#pilihan.sandi, this.#pilihan.platform)) {
      return this.#setStatus({ keadaan: 'tanpa_tembolok' })
    }
    const pemulihan = await orang.kunci.findPemulihan()
    if (pemulihan === null) return this.#setStatus({ keadaan: 'perlu_pin' })
    try {
      const { kunci } = await this.#pilihan.api(postBukaKunci, {
        ...pemulihan,
        komputer: this.#pilihan.idKomputer,
      })
      const dek = Buffer.from(kunci, 'base64')
      if ((await orang.kunci.getKeadaan()).sisa === 0) {
        this.#menunggu = dek
        return this.#setStatus({ keadaan: 'perlu_pin' })
      }
      return await this.#open(dek, 'dibuka_masuk')
    } catch (error) {
      const sebab = error instanceof GalatIpc && error.kode === 'kunci_tidak_sah'
      return this.#setStatus({
        keadaan: 'gagal',
        sebab: sebab ? 'kunci_tidak_sah' : 'kunci_tidak_terbuka',
      })
    }
  }

  /** The server could not be reached the first time. */
  retry(): Promise<StatusKunci> {
    return this.#status.keadaan === 'gagal' ? this.openAfterMasuk() : Promise.resolve(this.#status)
  }

  async setPin(pin: string, inisial: string): Promise<StatusKunci> {
    const orang = this.#getOrang()
    if (this.#status.keadaan !== 'perlu_pin') throw new GalatIpc('permintaan_tidak_sah')
    if (checkPin(pin, this.#pilihan.kebijakan()) !== null) throw new GalatIpc('pin_lemah')
    const dek = this.#menunggu ?? randomBytes(32)
    if (this.#menunggu === null) {
      const server = await this.#pilihan.api(getKunciServer).catch(() => {
        throw new GalatIpc('kunci_tidak_terbuka')
      })
      await orang.kunci.savePemulihan(dek, server)
    }
    await orang.kunci.setPin(pin, dek, inisial)
    this.#menunggu = null
    return this.#open(dek, 'pin_dibuat')
  }

  async changePin(lama: string, baru: string): Promise<ErrorCode | null> {
    const orang = this.#getOrang()
    if (checkPin(baru, this.#pilihan.kebijakan()) !== null) return 'pin_lemah'
    const { inisial } = await orang.kunci.getKeadaan()
    const hasil = await orang.kunci.openWithPin(lama)
    if (hasil.hasil !== 'terbuka') return hasil.hasil === 'habis' ? 'pin_habis' : 'pin_salah'
    await orang.kunci.setPin(baru, hasil.dek, inisial)
    hasil.dek.fill(0)
    await orang.buku.note('pin_diganti')
    return null
  }

  async unlockWithPin(pin: string): Promise<HasilPin> {
    const hasil = await this.#getOrang().kunci.openWithPin(pin)
    if (hasil.hasil === 'terbuka') await this.#open(hasil.dek, 'dibuka_pin')
    return hasil
  }

  /** Keys and open files go; what was being written is finished first. */
  async close(peristiwa: PeristiwaLayar | null): Promise<void> {
    const terbuka = this.#terbuka
    this.#terbuka = null
    this.#menunggu?.fill(0)
    this.#menunggu = null
    if (terbuka === null) return
    const { jurnal } = terbuka.kiriman
    this.#belumTerkirim = jurnal.jumlah
    await terbuka.kiriman.stop()
    // With what was just being written.
    this.#belumTerkirim = jurnal.jumlah
    await terbuka.ingatan.settle()
    for (const kunci of [terbuka.dek, terbuka.kunciIngatan, jurnal.kunci]) kunci.fill(0)
    if (peristiwa !== null) await this.#orang?.buku.note(peristiwa)
  }

  /**
   * Keys, journal, memory and log of this person leave the workstation; another's stay untouched. Not
   * while anything is unsent: what is counted last is counted after the last writing has ended.
   */
  async lepas(): Promise<void> {
    const { akunId, kunci, buku } = this.#getOrang()
    if (this.#terbuka === null) throw new GalatIpc('permintaan_tidak_sah')
    if (this.belumTerkirim > 0) throw new GalatIpc('kiriman_belum_sampai')
    await buku.note('dilepas')
    await Promise.race([this.deliverCatatan(), setTimeout(batasKabarMs)])
    await this.close(null)
    if (this.#belumTerkirim > 0) throw new GalatIpc('kiriman_belum_sampai')
    await saveDilepas(this.#pilihan.userData, getNamaFolder(akunId), await buku.getUrutan())
    await kunci.wipe()
  }

  async note(peristiwa: PeristiwaLayar): Promise<void> {
    await this.#orang?.buku.note(peristiwa)
  }

  /** At the next contact; without network it waits for the one after. */
  async deliverCatatan(): Promise<void> {
    const komputer = this.#pilihan.idKomputer
    await this.#orang?.buku
      .deliver((catatan) => this.#pilihan.api(postCatatanLayar, { komputer, catatan }))
      .catch(() => {})
  }

  async takeKunciTembolok(): Promise<KunciTembolok | null> {
    const terbuka = this.#terbuka
    if (terbuka === null || terbuka.diambil) return null
    terbuka.diambil = true
    const { akunId, kunci } = this.#getOrang()
    const { pernahAda } = terbuka
    // Noted here and not beside the store: whatever takes the store may take its neighbours too.
    if (!pernahAda) await writeAtomic(join(kunci.folder, tandaGudang), '')
    terbuka.pernahAda = true
    return {
      basisData: `${awalanGudang}${getNamaFolder(akunId)}`,
      pernahAda,
      sandi: new Uint8Array(deriveKunci(terbuka.dek, 'tembolok/sandi/1')),
      cari: new Uint8Array(deriveKunci(terbuka.dek, 'tembolok/cari/1')),
    }
  }

  /** Another renderer takes the place of the one that had the keys. */
  allowTembolok(): void {
    if (this.#terbuka !== null) this.#terbuka.diambil = false
  }

  findIngatan(): Promise<string | null> {
    const terbuka = this.#terbuka
    return terbuka === null ? Promise.resolve(null) : terbuka.ingatan.find(terbuka.kunciIngatan)
  }

  async saveIngatan(teks: string): Promise<void> {
    const terbuka = this.#terbuka
    if (terbuka !== null) await terbuka.ingatan.save(terbuka.kunciIngatan, teks)
  }

  async addJurnal(entri: IsiJurnal): Promise<void> {
    if (this.kiriman === null) throw new GalatIpc('simpan_gagal')
    await this.kiriman.jurnal.add(entri).catch(() => {
      throw new GalatIpc('simpan_gagal')
    })
  }

  async closeJurnal(id: string): Promise<void> {
    await this.kiriman?.jurnal.close(id)
  }

  listJurnal(): Promise<IsiJurnalTerbaca> {
    return this.kiriman?.jurnal.list() ?? Promise.resolve({ terbuka: [], rusak: 0 })
  }

  async #open(dek: Buffer, peristiwa: PeristiwaLayar): Promise<StatusKunci> {
    const { kunci, buku } = this.#getOrang()
    await this.close(null)
    const kiriman = new BukuKiriman(kunci.folder, dek)
    await kiriman.jurnal.open()
    this.#terbuka = {
      dek,
      kunciIngatan: deriveKunci(dek, 'ingatan/1'),
      kiriman,
      ingatan: new BerkasSegel(join(kunci.folder, 'ingatan.bin'), 'ingatan/1'),
      diambil: false,
      pernahAda: (await findFile(join(kunci.folder, tandaGudang))) !== null,
    }
    await buku.note(peristiwa)
    return this.#setStatus({ keadaan: 'terbuka' })
  }

  #getOrang(): Orang {
    if (this.#orang === null) throw new GalatIpc('sesi_berakhir')
    return this.#orang
  }

  #setStatus(status: StatusKunci): StatusKunci {
    this.#status = status
    this.#pilihan.onChange(status)
    return status
  }
}
