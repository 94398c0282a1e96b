import { computed, ref, shallowReactive } from 'vue'
import { defineStore } from 'pinia'
import type { RingkasUsulan } from '@meja/core/api/verifikasi.ts'
import { useAntreanStore } from './antrean-store.ts'
import type { HasilBekal } from './bekal.ts'
import { readGalat } from './galat.ts'
import { getTandaVersi } from './kiriman.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** The desk is laid out first; what may be needed later waits so long. */
const JEDA_MULAI = 3000
/** Between two cases, so that a hand and the outbox come in between. */
const JEDA_KASUS = 150
/** Somebody else settled it, or it is another's now: the next one is not to blame. */
const HANYA_YANG_INI = new Set(['tidak_ditemukan', 'tidak_berwenang'])

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Which of the waiting cases can be worked on without a server, and the quiet work that makes them so (P33). */
export const useBekalStore = defineStore('verifikasi-bekal', () => {
  const api = useVerifikasiApi()
  const antrean = useAntreanStore()
  const siap = shallowReactive(new Set<string>())
  const penuh = ref(false)
  /** Nothing is kept on this workstation: then nothing is said of it. */
  const dipakai = ref(true)
  const berjalan = ref(false)
  let giliran = 0

  const jumlah = computed(() => antrean.menunggu.filter(isSiap).length)
  const semua = computed(() => antrean.menunggu.length)

  function isSiap({ id, versi }: RingkasUsulan): boolean {
    return siap.has(getTandaVersi(id, versi))
  }

  /** In the order of the queue, one by one; a newer call takes over from an older one. */
  async function prepare(): Promise<void> {
    giliran += 1
    const giliranIni = giliran
    penuh.value = false
    await wait(JEDA_MULAI)
    for (const satu of antrean.menunggu) {
      if (giliranIni !== giliran) return
      if (isSiap(satu)) continue
      berjalan.value = true
      const hasil = await bring(satu)
      if (giliranIni !== giliran) return
      if (hasil === 'siap') siap.add(getTandaVersi(satu.id, satu.versi))
      penuh.value = hasil === 'penuh'
      dipakai.value = hasil !== 'tanpa_gudang'
      if (hasil !== 'siap' && hasil !== 'lewati') break
      await wait(JEDA_KASUS)
    }
    if (giliranIni === giliran) berjalan.value = false
  }

  /** `berhenti`: the server is away or wants to be left alone; the next reading of the queue begins again. */
  async function bring(satu: RingkasUsulan): Promise<HasilBekal | 'lewati' | 'berhenti'> {
    try {
      return await api.bringBekal(satu)
    } catch (sebab) {
      return HANYA_YANG_INI.has(readGalat(sebab).kode) ? 'lewati' : 'berhenti'
    }
  }

  function clear(): void {
    giliran += 1
    siap.clear()
    penuh.value = false
    dipakai.value = true
    berjalan.value = false
  }

  return { berjalan, clear, dipakai, jumlah, penuh, prepare, semua }
})
