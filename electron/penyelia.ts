import { setTimeout as wait } from 'node:timers/promises'
import { batasPercobaanPin } from '@meja/core/domain/kebijakan-layar.ts'
import type { StatusKunci, StatusSesi } from '@meja/core/ipc/contract.ts'
import type { HasilBuka } from '@meja/core/ipc/kunci-contract.ts'
import type { ApiUtama } from './api-utama.ts'
import type { Denyut } from './denyut.ts'
import { sendEvent } from './ipc.ts'
import type { KabarIngatan } from './kunci/buku-kiriman.ts'
import type { KunciMeja } from './kunci/kunci-meja.ts'
import type { Layar } from './layar/layar.ts'
import type { PapanKlip } from './layar/papan-klip.ts'
import type { PenjagaLayar } from './layar/penjaga-layar.ts'
import type { DesktopSession } from './session.ts'

/** For so long the page may still say what was typed; a page that hangs is not waited for. */
const batasIngatanMs = 400
const batasLaporMs = 3000
/** A page that was read ahead for a PIN that never came is thrown away again. */
const batasSiapMs = 30_000

type Bagian = {
  readonly sesi: DesktopSession
  readonly kunci: KunciMeja
  readonly layar: Layar
  readonly penjaga: PenjagaLayar
  readonly papanKlip: PapanKlip
  readonly denyut: Denyut
  readonly api: ApiUtama
}

/** Holds session, keys and windows together: whoever is not there leaves nothing behind (P1.21, D8). */
export class Penyelia {
  readonly #bagian: Bagian
  #ingatanTiba: (() => void) | null = null
  #mengunci: Promise<void> | null = null
  #pergi: Promise<void> = Promise.resolve()
  /** What a page that was read ahead waits for; null when there is none. */
  #gerbang: PromiseWithResolvers<void> | null = null
  #batasSiap: NodeJS.Timeout | undefined
  #mulai = false
  #dariJauh = false

  constructor(bagian: Bagian) {
    this.#bagian = bagian
  }

  /**
   * In the morning: a remembered person finds the lock screen, anybody else the door. A remembered
   * session alone opens nothing: without PIN, or after five wrong ones, it takes signing in again.
   */
  async open(): Promise<void> {
    const { sesi, kunci, layar } = this.#bagian
    await sesi.restore()
    kunci.setOrang(sesi.akunId)
    if (await kunci.hasPemulihan()) {
      await layar.lock(async () => {})
    } else {
      if (sesi.akunId !== null) await sesi.signOut()
      await layar.openMeja()
    }
    this.#mulai = true
  }

  /** Whether an administrator closed this screen. */
  get dikunciJauh(): boolean {
    return this.#dariJauh
  }

  onSesi(status: StatusSesi): void {
    const { layar } = this.#bagian
    if (this.#mulai) void this.#follow(status)
    if (layar.meja !== null) sendEvent(layar.meja.webContents, 'sesiBerubah', status)
  }

  async #follow(status: StatusSesi): Promise<void> {
    const { sesi, kunci } = this.#bagian
    // Whoever comes waits until whoever left is really gone.
    await this.#pergi
    if (status.keadaan === 'masuk') {
      kunci.setOrang(sesi.akunId)
      await kunci.openAfterMasuk()
    } else if (status.keadaan === 'keluar' && kunci.status.keadaan !== 'tanpa_orang') {
      this.#pergi = this.#leave(status.sebab !== null)
    }
  }

  onKunci(status: StatusKunci): void {
    const { kunci, layar, penjaga } = this.#bagian
    // While a PIN is being made nobody may walk away either.
    if (status.keadaan !== 'tanpa_orang') penjaga.start()
    if (status.keadaan === 'terbuka') {
      this.#dariJauh = false
      void this.#report()
    }
    if (kunci.isTerbuka && layar.terkunci) return
    if (layar.meja !== null) sendEvent(layar.meja.webContents, 'kunciBerubah', status)
  }

  /** What a restored server has forgotten waits in the journal again; the desk sends it (P29.2c). */
  async checkIngatan(kabar: KabarIngatan): Promise<void> {
    const { kunci, layar, api } = this.#bagian
    const kembali = await kunci.kiriman?.checkIngatan(kabar, api).catch(() => 0)
    if (!kembali || layar.meja === null) return
    sendEvent(layar.meja.webContents, 'kirimanKembali', kembali)
  }

  lockFromJauh(): void {
    this.#dariJauh = true
    void this.lock()
  }

  /** Closes the screen; a second call while it closes is the same closing. */
  lock(): Promise<void> {
    this.#mengunci ??= this.#lock().finally(() => {
      this.#mengunci = null
    })
    return this.#mengunci
  }

  /** A page that was read ahead waits here: before the PIN was right there is nothing to say to it. */
  async whenTerbuka(): Promise<void> {
    await this.#gerbang?.promise
  }

  /**
   * From the first key of a PIN on, the page is read while the rest is typed and checked: half of the
   * way back is that. Whoever has guessed wrong before gets no page ahead.
   */
  async prepare(): Promise<void> {
    const { kunci, layar } = this.#bagian
    const { sisa } = await kunci.getKeadaanPin()
    if (sisa < batasPercobaanPin || kunci.isTerbuka || !layar.terkunci) return
    this.#gerbang ??= Promise.withResolvers()
    layar.prepareMeja()
    clearTimeout(this.#batasSiap)
    this.#batasSiap = setTimeout(() => this.#discard(), batasSiapMs)
  }

  async unlock(pin: string): Promise<HasilBuka> {
    const { kunci } = this.#bagian
    await this.#mengunci
    // Pressed once more while the desk is on its way.
    if (kunci.isTerbuka) return { sebab: null, sisa: 0 }
    try {
      // The server ended the session behind the lock: the PIN stands for nobody any more.
      if (!kunci.hasOrang) return { sebab: 'sesi_berakhir', sisa: 0 }
      await this.prepare()
      return await this.#tryPin(pin)
    } finally {
      this.#discard()
    }
  }

  /** Unless it was taken meanwhile, nobody sees the page that was read ahead. */
  #discard(): void {
    clearTimeout(this.#batasSiap)
    this.#bagian.layar.discardMeja()
    this.#gerbang = null
  }

  async #tryPin(pin: string): Promise<HasilBuka> {
    const { kunci, layar, penjaga } = this.#bagian
    const hasil = await kunci.unlockWithPin(pin)
    // Told to the server at the next opening, not now: it would take a new refresh token, and whoever
    // switches the machine off in that moment would lose the session with it.
    if (hasil.hasil === 'salah') return { sebab: 'pin_salah', sisa: hasil.sisa }
    if (hasil.hasil === 'habis') return { sebab: 'pin_habis', sisa: 0 }
    penjaga.start()
    // Not waited for: the page asks for its keys now, and is seen when it has them.
    void layar.openMeja()
    this.#gerbang?.resolve()
    return { sebab: null, sisa: 0 }
  }

  /** From the lock screen: what is sealed here stays for the person's return. */
  async startMasukPenuh(): Promise<void> {
    const { sesi, layar } = this.#bagian
    this.#discard()
    await sesi.signOut()
    await this.#pergi
    await layar.openMeja()
    await sesi.startMasuk()
  }

  /** Everything of this person goes; the server, as far as it answers, has been told (P1.21). */
  async lepas(): Promise<void> {
    const { sesi, kunci } = this.#bagian
    try {
      await kunci.lepas()
    } catch (error) {
      // Something came in the very last moment: the keys are closed, nothing is gone.
      if (!kunci.isTerbuka) await sesi.signOut()
      throw error
    }
    await sesi.signOut()
  }

  /** For a moment only: without network nobody waits for it. */
  async report(): Promise<void> {
    await Promise.race([this.#report(), wait(batasLaporMs)])
  }

  async saveIngatan(teks: string): Promise<void> {
    await this.#bagian.kunci.saveIngatan(teks)
    this.#ingatanTiba?.()
  }

  async #lock(): Promise<void> {
    const { sesi, kunci, layar, penjaga, papanKlip } = this.#bagian
    if (layar.terkunci || kunci.status.keadaan === 'tanpa_orang') return
    // Nothing is sealed yet, or ever: then the session ends.
    if (!kunci.isTerbuka) {
      await sesi.signOut()
      return
    }
    penjaga.stop()
    void papanKlip.clear()
    await layar.lock(() => this.#askIngatan())
    await kunci.close('dikunci')
    // Not waited for: without network the screen must open again all the same.
    if (sesi.hasAkses) void this.#report()
  }

  /** Behind the lock what opens the server lies in memory only for as long as this takes. */
  async #report(): Promise<void> {
    const { sesi, kunci, layar, denyut } = this.#bagian
    await Promise.all([kunci.deliverCatatan(), denyut.beat()])
    if (layar.terkunci) sesi.forgetAkses()
  }

  /** Signed out or thrown out: a fresh, empty window takes the place of the one that knew everything. */
  async #leave(terputus: boolean): Promise<void> {
    const { kunci, layar, penjaga, papanKlip } = this.#bagian
    penjaga.stop()
    void papanKlip.clear()
    // Without a store here, the page itself keeps unsent work for the same person's return.
    const hanyaDiLayar = kunci.status.keadaan === 'tanpa_tembolok' && terputus
    if (terputus) await this.#askIngatan()
    else await kunci.saveIngatan('')
    await kunci.close(terputus ? null : 'keluar')
    kunci.setOrang(null)
    if (!hanyaDiLayar && !layar.terkunci) await layar.openMeja()
  }

  async #askIngatan(): Promise<void> {
    const { meja } = this.#bagian.layar
    if (meja === null || meja.webContents.isCrashed()) return
    const tiba = Promise.withResolvers<void>()
    this.#ingatanTiba = () => tiba.resolve()
    sendEvent(meja.webContents, 'ingatanDiminta', null)
    await Promise.race([tiba.promise, wait(batasIngatanMs)])
    this.#ingatanTiba = null
  }
}
