import { computed, markRaw, reactive, ref, watch } from 'vue'
import { defineStore } from 'pinia'
import { isDapatDiulang } from '@meja/core/api/errors.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { runAfterPaint } from './after-paint.ts'
import { readGalat, type Galat } from './galat.ts'
import { getJedaUlang } from './jeda-ulang.ts'
import { createKiriman, getTandaVersi, readKeadaanServer, type Kiriman } from './kiriman.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** A whole afternoon's work leaves after an outage without running into the server's rate limit. */
const PENGIRIMAN_SERENTAK = 4

const belumSampai = new Set(['mengirim', 'menunggu_jaringan', 'menunggu_masuk'])

/**
 * Decisions on their way to the server, in memory until the receipt. Order does not matter and no item
 * waits for another; what the server refuses stays until a person has looked at it.
 */
export const useKotakKeluarStore = defineStore('verifikasi-kotak-keluar', () => {
  const api = useVerifikasiApi()
  const kiriman = ref<Kiriman[]>([])
  const terbang = new Set<string>()
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

  watch(belumTerkirim, (jumlah) => api.setBelumTerkirim(jumlah), { flush: 'sync' })

  function isBelumSampai(satu: Kiriman): boolean {
    return belumSampai.has(satu.keadaan)
  }

  function pick(keadaan: Kiriman['keadaan']): Kiriman[] {
    return kiriman.value.filter((satu) => satu.keadaan === keadaan)
  }

  function addKeputusan(kasus: Kasus, keputusan: Keputusan): void {
    const baru = createKiriman(kasus, keputusan)
    markRaw(baru.keputusan)
    kiriman.value.push(reactive(baru))
    runAfterPaint(sendReady)
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
  }

  function clear(): void {
    giliran += 1
    clearTimeout(pewaktu)
    terbang.clear()
    kiriman.value = []
  }

  return {
    belumTerkirim,
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
