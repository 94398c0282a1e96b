import { computed, markRaw, reactive, ref, watch } from 'vue'
import { defineStore } from 'pinia'
import { isDapatDiulang } from '@meja/core/api/errors.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { runAfterPaint } from './after-paint.ts'
import { readGalat, type Galat } from './galat.ts'
import { getJedaUlang } from './jeda-ulang.ts'
import {
  createKiriman,
  getTandaVersi,
  readKeadaanServer,
  restoreKiriman,
  type Kiriman,
} from './kiriman.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** A whole afternoon's work leaves after an outage without running into the server's rate limit. */
const PENGIRIMAN_SERENTAK = 4

const belumSampai = new Set(['mengirim', 'menunggu_jaringan', 'menunggu_masuk'])

/**
 * Decisions on their way to the server: sealed on this workstation until the receipt (D6). Order does
 * not matter and no item waits for another; what the server refuses stays until a person has looked.
 */
export const useKotakKeluarStore = defineStore('verifikasi-kotak-keluar', () => {
  const api = useVerifikasiApi()
  const kiriman = ref<Kiriman[]>([])
  const terbang = new Set<string>()
  const penyimpanan = new Map<string, Promise<void>>()
  /** What could not be read back after a start; the screen says so. */
  const takTerbaca = ref(0)
  /** Answers to what an earlier person sent must not touch the present one's tray. */
  let giliran = 0
  let pewaktu: ReturnType<typeof setTimeout> | undefined

  const belumTerkirim = computed(() => kiriman.value.filter(isBelumSampai).length)
  const menungguJaringan = computed(() => pick('menunggu_jaringan').length)
  const menungguMasuk = computed(() => pick('menunggu_masuk').length)
  const ditolak = computed(() => pick('ditolak'))
  const dibuang = computed(() => pick('dibuang'))
  const diterima = computed(() => pick('diterima').length)
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

  watch(belumTersimpan, (jumlah) => api.setBelumTerkirim(jumlah), { flush: 'sync' })

  function isBelumSampai(satu: Kiriman): boolean {
    return belumSampai.has(satu.keadaan)
  }

  function pick(keadaan: Kiriman['keadaan']): Kiriman[] {
    return kiriman.value.filter((satu) => satu.keadaan === keadaan)
  }

  function addKeputusan(kasus: Kasus, keputusan: Keputusan): void {
    const baru = createKiriman(kasus, keputusan)
    markRaw(baru.keputusan)
    const satu = reactive(baru)
    kiriman.value.push(satu)
    penyimpanan.set(satu.transactionId, save(satu))
    runAfterPaint(sendReady)
  }

  async function save(satu: Kiriman): Promise<void> {
    satu.tersimpan = await api.saveKiriman(satu)
  }

  /** After the receipt or the giving up; never before the saving of it has ended. */
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
    const ada = new Set(kiriman.value.map((satu) => satu.transactionId))
    for (const satu of pemulihan.kiriman) {
      if (!ada.has(satu.keputusan.transactionId)) {
        const lagi = restoreKiriman(satu)
        markRaw(lagi.keputusan)
        kiriman.value.push(reactive(lagi))
      }
    }
    sendReady()
  }

  /** Starts what is due, as far as there is room, and sets the clock for the next one. */
  function sendReady(): void {
    clearTimeout(pewaktu)
    const kini = Date.now()
    for (const satu of pick('menunggu_jaringan')) {
      if ((satu.cobaLagiPada ?? 0) <= kini) satu.keadaan = 'mengirim'
    }
    for (const satu of pick('mengirim')) {
      if (terbang.size >= PENGIRIMAN_SERENTAK) return
      if (!terbang.has(satu.transactionId)) void send(satu)
    }
    const waktu = pick('menunggu_jaringan').map(({ cobaLagiPada }) => cobaLagiPada ?? kini)
    if (waktu.length > 0) pewaktu = setTimeout(sendReady, Math.min(...waktu) - kini)
  }

  async function send(satu: Kiriman): Promise<void> {
    const giliranIni = giliran
    terbang.add(satu.transactionId)
    satu.percobaan += 1
    satu.cobaLagiPada = null
    try {
      const resi = await api.postKeputusan(satu.keputusan)
      if (giliranIni !== giliran) return
      Object.assign(satu, { keadaan: 'diterima', resi, galat: null })
      void close(satu.transactionId).catch(() => {})
      // The way is open again: nothing has to sit out its pause.
      retryNow()
    } catch (sebab) {
      if (giliranIni === giliran) handleGalat(satu, readGalat(sebab))
    } finally {
      if (giliranIni === giliran) {
        terbang.delete(satu.transactionId)
        sendReady()
      }
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

  /** The network is back, or a person does not want to wait. */
  function retryNow(): void {
    for (const satu of pick('menunggu_jaringan')) satu.cobaLagiPada = 0
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

  function clear(): void {
    giliran += 1
    clearTimeout(pewaktu)
    terbang.clear()
    penyimpanan.clear()
    kiriman.value = []
    takTerbaca.value = 0
  }

  return {
    belumTerkirim,
    belumTersimpan,
    hanyaDiLayar,
    takTerbaca,
    loadTersimpan,
    dibuang,
    diterima,
    ditolak,
    kiriman,
    menungguJaringan,
    menungguMasuk,
    sudahDiputuskan,
    addKeputusan,
    clear,
    discard,
    resumeMasuk,
    retryNow,
  }
})
