import { computed, markRaw, reactive, ref, watch } from 'vue'
import { defineStore } from 'pinia'
import { isDapatDiulang, type ErrorCode } from '@meja/core/api/errors.ts'
import type { HasilKiriman } from '@meja/core/api/kiriman.ts'
import type { KabarKiriman } from '@meja/core/ipc/contract.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { runAfterPaint } from './after-paint.ts'
import { buildGalat, readGalat, type Galat } from './galat.ts'
import { getJedaUlang } from './jeda-ulang.ts'
import {
  createKiriman,
  getTandaVersi,
  isBelumSampai,
  readKeadaanServer,
  restoreKiriman,
  type Kiriman,
} from './kiriman.ts'
import { takeRombongan } from './rombongan.ts'
import { BATAS_WAKTU_KIRIM, useVerifikasiApi } from './verifikasi-api.ts'

/** A whole afternoon's work leaves after an outage without running into the server's rate limit. */
const PENGIRIMAN_SERENTAK = 4

/** Nothing was wrong with what was sent: company or not, the way was closed. */
const jalanTertutup = new Set<ErrorCode>(['luring', 'basis_data_tak_terjangkau'])
const semuaSama = new Set<ErrorCode>([...jalanTertutup, 'sesi_berakhir', 'terlalu_sering'])

/**
 * Decisions on their way to the server: sealed on this workstation until the receipt (D6). Order does
 * not matter and no item waits for another; what the server refuses stays until a person has looked.
 */
export const useKotakKeluarStore = defineStore('verifikasi-kotak-keluar', () => {
  const api = useVerifikasiApi()
  const kiriman = ref<Kiriman[]>([])
  const terbang = new Set<string>()
  let permintaan = 0
  const penyimpanan = new Map<string, Promise<void>>()
  /** What could not be read back after a start; the screen says so. */
  const takTerbaca = ref(0)
  /** Receipted before, forgotten by a restored server, on their way once more. */
  const kembali = ref(0)
  /** Answers to what an earlier person sent must not touch the present one's tray. */
  let giliran = 0
  let pewaktu: ReturnType<typeof setTimeout> | undefined

  const belumTerkirim = computed(() => kiriman.value.filter(isBelumSampai).length)
  const menungguJaringan = computed(() => pick('menunggu_jaringan').length)
  const menungguMasuk = computed(() => pick('menunggu_masuk').length)
  const ditolak = computed(() => pick('ditolak'))
  const dibuang = computed(() => pick('dibuang'))
  const digantikan = computed(() => pick('digantikan'))
  const diserahkan = computed(() => pick('diserahkan'))
  const diterima = computed(() => pick('diterima').length)
  /** Answered by the server, with a receipt or a refusal. */
  const terkirim = computed(() => kiriman.value.length - belumTerkirim.value)
  /** Versions that this person has settled: the queue leaves them out. */
  const sudahDiputuskan = computed(
    () =>
      new Set(
        kiriman.value
          .filter((satu) => satu.keadaan === 'diterima' || isBelumSampai(satu))
          .map(({ keputusan }) => getTandaVersi(keputusan.usulanId, keputusan.versiDilihat.usulan)),
      ),
  )

  /** Only these would be lost if the window closed now. */
  const belumTersimpan = computed(
    () => kiriman.value.filter((satu) => isBelumSampai(satu) && satu.tersimpan !== true).length,
  )

  /** The disk is full, or policy keeps nothing here: these live on this screen alone. */
  const hanyaDiLayar = computed(
    () => kiriman.value.filter((satu) => isBelumSampai(satu) && satu.tersimpan === false).length,
  )

  const kabar = computed((): KabarKiriman => {
    const menunggu = kiriman.value.filter(
      (satu) => isBelumSampai(satu) || satu.keadaan === 'ditolak',
    )
    const saat = menunggu.map(({ keputusan }) => keputusan.diputuskanPada)
    return { ditolak: ditolak.value.length, tertuaPada: saat.toSorted()[0] ?? null }
  })

  watch(belumTersimpan, (jumlah) => api.setBelumTerkirim(jumlah), { flush: 'sync' })
  watch(kabar, (baru, lama) => {
    if (JSON.stringify(baru) !== JSON.stringify(lama)) api.noteKiriman(baru)
  })

  function pick(keadaan: Kiriman['keadaan']): Kiriman[] {
    return kiriman.value.filter((satu) => satu.keadaan === keadaan)
  }

  function addKeputusan(kasus: Kasus, keputusan: Keputusan): void {
    const satu = insert(createKiriman(kasus, keputusan))
    const disimpan = save(satu)
    penyimpanan.set(satu.transactionId, disimpan)
    for (const lama of ditolak.value) {
      if (lama.kasus.id === kasus.id) void disimpan.then(() => replace(lama, satu))
    }
    runAfterPaint(sendReady)
  }

  function insert(baru: Kiriman): Kiriman {
    markRaw(baru.keputusan)
    const satu = reactive(baru)
    kiriman.value.push(satu)
    return satu
  }

  async function save(satu: Kiriman): Promise<void> {
    satu.tersimpan = await api.saveKiriman(satu)
  }

  /** The person has decided a refused case anew: the old decision is done with once the new one is safe. */
  async function replace(lama: Kiriman, baru: Kiriman): Promise<void> {
    if (baru.tersimpan !== true || lama.keadaan !== 'ditolak') return
    lama.keadaan = 'digantikan'
    await close(lama.transactionId).catch(() => {})
  }

  /** After the giving up; never before the saving of it has ended. */
  async function close(transactionId: string): Promise<void> {
    await penyimpanan.get(transactionId)
    penyimpanan.delete(transactionId)
    await api.closeKiriman(transactionId)
  }

  /** After a start, a lock or a crash: everything that is sealed here and has no receipt. */
  async function loadTersimpan(): Promise<void> {
    const giliranIni = giliran
    const pemulihan = await api.reconcileKiriman()
    if (giliranIni !== giliran) return
    takTerbaca.value = pemulihan.rusak
    const ada = new Map(kiriman.value.map((satu) => [satu.transactionId, satu]))
    for (const satu of pemulihan.kiriman) {
      const lama = ada.get(satu.keputusan.transactionId)
      if (lama === undefined) insert(restoreKiriman(satu))
      // Receipted in this very session, and no longer known to a server that was restored.
      else if (lama.keadaan === 'diterima') Object.assign(lama, { keadaan: 'mengirim', resi: null })
    }
    sendReady()
  }

  api.onKembali((jumlah) => {
    kembali.value += jumlah
    void loadTersimpan()
  })

  /** Starts what is due, as far as there is room, and sets the clock for the next one. */
  function sendReady(): void {
    clearTimeout(pewaktu)
    const kini = Date.now()
    for (const satu of pick('menunggu_jaringan')) {
      if ((satu.cobaLagiPada ?? 0) <= kini) satu.keadaan = 'mengirim'
    }
    const siap = pick('mengirim').filter((satu) => !terbang.has(satu.transactionId))
    for (;;) {
      if (permintaan >= PENGIRIMAN_SERENTAK) return
      const rombongan = takeRombongan(siap.filter((satu) => !terbang.has(satu.transactionId)))
      if (rombongan.length === 0) break
      void send(rombongan)
    }
    const waktu = pick('menunggu_jaringan').map(({ cobaLagiPada }) => cobaLagiPada ?? kini)
    if (waktu.length > 0) pewaktu = setTimeout(sendReady, Math.min(...waktu) - kini)
  }

  async function send(rombongan: readonly Kiriman[]): Promise<void> {
    const giliranIni = giliran
    const mulai = Date.now()
    permintaan += 1
    for (const satu of rombongan) {
      terbang.add(satu.transactionId)
      satu.percobaan += 1
      satu.cobaLagiPada = null
    }
    try {
      const hasil = await post(rombongan)
      if (giliranIni === giliran) await settle(rombongan, hasil)
    } catch (sebab) {
      const habisWaktu = Date.now() - mulai >= BATAS_WAKTU_KIRIM
      if (giliranIni === giliran) handleGagal(rombongan, readGalat(sebab), habisWaktu)
    } finally {
      if (giliranIni === giliran) {
        permintaan -= 1
        for (const { transactionId } of rombongan) terbang.delete(transactionId)
        sendReady()
      }
    }
  }

  async function post(rombongan: readonly Kiriman[]): Promise<readonly HasilKiriman[]> {
    const [satu, ...lain] = rombongan
    if (satu === undefined || lain.length > 0) {
      return api.postSekaligus(rombongan.map(({ keputusan }) => keputusan))
    }
    const resi = await api.postKeputusan(satu.keputusan)
    return [{ keadaan: 'diterima', transactionId: satu.transactionId, resi }]
  }

  async function settle(
    rombongan: readonly Kiriman[],
    hasil: readonly HasilKiriman[],
  ): Promise<void> {
    const giliranIni = giliran
    const perId = new Map(hasil.map((satu) => [satu.transactionId, satu]))
    const dijawab = rombongan.flatMap((satu) => {
      const jawaban = perId.get(satu.transactionId)
      return jawaban?.keadaan === 'diterima' ? [{ kiriman: satu, resi: jawaban.resi }] : []
    })
    await Promise.all(rombongan.map(({ transactionId }) => penyimpanan.get(transactionId)))
    const sah = dijawab.length === 0 ? [] : await api.acceptResi(dijawab)
    if (giliranIni !== giliran) return
    for (const [nomor, { kiriman: satu, resi }] of dijawab.entries()) {
      penyimpanan.delete(satu.transactionId)
      if (sah[nomor]) Object.assign(satu, { keadaan: 'diterima', resi, galat: null })
      else handleGalat(satu, buildGalat('resi_tidak_sah'))
    }
    for (const satu of rombongan) {
      const jawaban = perId.get(satu.transactionId)
      if (jawaban?.keadaan === 'ditolak') handleGalat(satu, { ...jawaban, idPermintaan: null })
      else if (jawaban === undefined) handleGalat(satu, buildGalat('kesalahan_server'))
    }
    if (sah.includes(true)) resumeJaringan()
  }

  /** A batch that failed as a whole goes again in halves, so that the one at fault ends up alone. */
  function handleGagal(rombongan: readonly Kiriman[], galat: Galat, habisWaktu: boolean): void {
    const bersama = rombongan.length === 1 || (semuaSama.has(galat.kode) && !habisWaktu)
    for (const satu of rombongan) {
      if (bersama) handleGalat(satu, galat)
      else satu.sekaligus = Math.ceil(rombongan.length / 2)
    }
  }

  function handleGalat(satu: Kiriman, galat: Galat): void {
    satu.galat = galat
    if (galat.kode === 'sesi_berakhir') {
      satu.keadaan = 'menunggu_masuk'
    } else if (isDapatDiulang(galat.kode)) {
      satu.keadaan = 'menunggu_jaringan'
      satu.cobaLagiPada = Date.now() + getJedaUlang(satu.percobaan, Math.random())
    } else {
      satu.keadaan = 'ditolak'
      satu.ditolakPada = new Date().toISOString()
      satu.server = readKeadaanServer(galat, null)
      void api.updateKiriman(satu).catch(() => {})
      void loadKeadaanServer(satu, galat)
    }
  }

  async function loadKeadaanServer(satu: Kiriman, galat: Galat): Promise<void> {
    const giliranIni = giliran
    const kasus = await api.getKasus(satu.kasus.id).catch(() => null)
    if (giliranIni === giliran) satu.server = readKeadaanServer(galat, kasus)
  }

  /** A person does not want to wait. */
  function retryNow(): void {
    for (const satu of pick('menunggu_jaringan')) satu.cobaLagiPada = 0
    sendReady()
  }

  /** The way is open again: nothing that only missed it has to sit out its pause. */
  function resumeJaringan(): void {
    for (const satu of pick('menunggu_jaringan')) {
      if (satu.galat !== null && jalanTertutup.has(satu.galat.kode)) satu.cobaLagiPada = 0
    }
    sendReady()
  }

  /** The same person has signed in again. */
  function resumeMasuk(): void {
    for (const satu of pick('menunggu_masuk')) satu.keadaan = 'mengirim'
    sendReady()
  }

  /** Gives up a refused decision; why stays readable as long as the session. */
  function discard(transactionId: string, alasan: string): void {
    const satu = kiriman.value.find((calon) => calon.transactionId === transactionId)
    if (satu?.keadaan !== 'ditolak' || alasan.trim() === '') return
    satu.alasanBuang = alasan.trim()
    satu.keadaan = 'dibuang'
    void close(transactionId).catch(() => {})
  }

  /** Leaves a refused decision to the administrators; why it could not, or null. */
  async function handOver(transactionId: string, catatan: string): Promise<Galat | null> {
    const satu = ditolak.value.find((calon) => calon.transactionId === transactionId)
    if (satu === undefined || satu.galat === null) return null
    try {
      await api.handOver(satu.keputusan, satu.galat.kode, catatan)
    } catch (sebab) {
      return readGalat(sebab)
    }
    satu.alasanBuang = catatan
    satu.keadaan = 'diserahkan'
    void close(transactionId).catch(() => {})
    return null
  }

  function clear(): void {
    giliran += 1
    clearTimeout(pewaktu)
    terbang.clear()
    permintaan = 0
    penyimpanan.clear()
    kiriman.value = []
    takTerbaca.value = 0
    kembali.value = 0
  }

  return {
    belumTerkirim,
    belumTersimpan,
    hanyaDiLayar,
    takTerbaca,
    loadTersimpan,
    dibuang,
    digantikan,
    diserahkan,
    diterima,
    terkirim,
    kembali,
    ditolak,
    kiriman,
    menungguJaringan,
    menungguMasuk,
    sudahDiputuskan,
    addKeputusan,
    clear,
    discard,
    handOver,
    resumeJaringan,
    resumeMasuk,
    retryNow,
  }
})
