import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ResponseOf } from '@meja/core/api/endpoint.ts'
import { searchPegawai, type PegawaiTemuan } from '@meja/core/api/pegawai.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'
import { addIngatan } from '../../app/ingatan.ts'
import { useSessionStore } from '../../app/session-store.ts'
import { buildTanya, findNipRusak, saringanKosong, SaringanCari } from './tanya-cari.ts'

/** A hand that types is not asked after every letter. */
export const jedaCari = 180

type Jawaban = ResponseOf<typeof searchPegawai>

/** Searching people; what was found stays while a record is looked at, and is there on the way back. */
export const useCariStore = defineStore('pegawai-cari', () => {
  const session = useSessionStore()
  const saringan = ref<SaringanCari>({ ...saringanKosong })
  const pegawai = shallowRef<readonly PegawaiTemuan[] | null>(null)
  const mirip = ref(false)
  const berikut = shallowRef<Jawaban['berikut']>(null)
  const memuat = ref(false)
  const galat = shallowRef<ApiError | null>(null)
  /** The person on whom the list stands. */
  const dipilih = ref<string | null>(null)
  const nipRusak = computed(() => findNipRusak(saringan.value.teks))
  let pewaktu: ReturnType<typeof setTimeout> | undefined
  let batal: AbortController | null = null

  function stop(): void {
    clearTimeout(pewaktu)
    batal?.abort()
    batal = null
    memuat.value = false
  }

  function accept(jawaban: Jawaban, sebelumnya: readonly PegawaiTemuan[]): void {
    pegawai.value = [...sebelumnya, ...jawaban.pegawai]
    berikut.value = jawaban.berikut
    mirip.value = jawaban.mirip
    galat.value = null
  }

  /** Asks; a newer question makes an older answer worthless, whichever arrives first. */
  async function ask(lanjut: NonNullable<Jawaban['berikut']> | null): Promise<void> {
    stop()
    const tanya = nipRusak.value === null ? buildTanya(saringan.value) : null
    if (tanya === null) {
      pegawai.value = null
      berikut.value = null
      galat.value = null
      return
    }
    const milikIni = new AbortController()
    batal = milikIni
    memuat.value = true
    try {
      const jawaban = await callEndpoint(searchPegawai, {
        body: { ...tanya, ...(lanjut !== null && { setelah: lanjut }) },
        signal: milikIni.signal,
      })
      if (batal === milikIni) accept(jawaban, lanjut === null ? [] : (pegawai.value ?? []))
    } catch (error) {
      if (batal !== milikIni) return
      galat.value = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
    } finally {
      if (batal === milikIni) stop()
    }
  }

  function schedule(): void {
    stop()
    dipilih.value = null
    memuat.value = nipRusak.value === null && buildTanya(saringan.value) !== null
    pewaktu = setTimeout(() => void ask(null), jedaCari)
  }

  function clear(): void {
    saringan.value = { ...saringanKosong }
    stop()
    pegawai.value = null
    berikut.value = null
    galat.value = null
    dipilih.value = null
  }

  watch(saringan, schedule, { deep: true })
  // One person's search is not the next one's (P29).
  let pemilik: string | null = null
  watch(
    () => session.saya?.akunId ?? null,
    (akunId) => {
      if (akunId === null) return
      if (pemilik !== null && pemilik !== akunId) clear()
      pemilik = akunId
    },
    { immediate: true },
  )
  addIngatan({
    nama: 'cari',
    schema: SaringanCari,
    take: () => ({ ...saringan.value }),
    putBack: (isi) => {
      saringan.value = isi
    },
  })

  return {
    saringan,
    pegawai,
    mirip,
    berikut,
    memuat,
    galat,
    dipilih,
    nipRusak,
    clear,
    search: () => ask(null),
    loadMore: () => (berikut.value === null ? Promise.resolve() : ask(berikut.value)),
  }
})
