import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { RingkasUsulan } from '@meja/core/api/verifikasi.ts'
import { readGalat, type Galat } from './galat.ts'
import { getTandaVersi } from './kiriman.ts'
import { useKotakKeluarStore } from './kotak-keluar-store.ts'
import { filterAntrean, findTemuanCari } from './saring-antrean.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

const BARIS_SEHALAMAN = 200
/** More than one office works off in days; beyond it the count says that there is more. */
const BARIS_TERBANYAK = 1000

/** Proposals that wait for this login, oldest first, less those that this person has just settled. */
export const useAntreanStore = defineStore('verifikasi-antrean', () => {
  const api = useVerifikasiApi()
  const kotakKeluar = useKotakKeluarStore()
  const baris = shallowRef<RingkasUsulan[]>([])
  const jumlahServer = ref(0)
  const per = ref<string | null>(null)
  const memuat = ref(false)
  const galat = shallowRef<Galat | null>(null)
  const cari = ref('')
  const jenis = ref<JenisRiwayat | null>(null)
  let giliran = 0

  const menunggu = computed(() =>
    baris.value.filter(
      ({ id, versi }) => !kotakKeluar.sudahDiputuskan.has(getTandaVersi(id, versi)),
    ),
  )
  const jumlah = computed(() => jumlahServer.value - (baris.value.length - menunggu.value.length))
  const terlihat = computed(() =>
    filterAntrean(menunggu.value, { cari: cari.value, jenis: jenis.value }),
  )
  const temuanCari = computed(() => findTemuanCari(cari.value))
  const jenisTersedia = computed(() => [...new Set(menunggu.value.map((satu) => satu.jenis))])

  async function listSemua(): Promise<{ usulan: RingkasUsulan[]; jumlah: number; per: string }> {
    const usulan: RingkasUsulan[] = []
    for (;;) {
      const setelah = usulan.at(-1)?.id
      const jawaban = await api.listAntrean({
        batas: BARIS_SEHALAMAN,
        ...(setelah === undefined ? {} : { setelah }),
      })
      usulan.push(...jawaban.usulan)
      const habis = jawaban.usulan.length < BARIS_SEHALAMAN || usulan.length >= BARIS_TERBANYAK
      if (habis) return { usulan, jumlah: jawaban.jumlah, per: jawaban.per }
    }
  }

  /** Reads the queue; what stood there stays on screen until the answer is here. */
  async function loadAntrean(): Promise<void> {
    if (memuat.value) return
    const giliranIni = giliran
    memuat.value = true
    try {
      const jawaban = await listSemua()
      if (giliranIni !== giliran) return
      baris.value = jawaban.usulan
      jumlahServer.value = jawaban.jumlah
      per.value = jawaban.per
      galat.value = null
    } catch (sebab) {
      if (giliranIni === giliran) galat.value = readGalat(sebab)
    } finally {
      if (giliranIni === giliran) memuat.value = false
    }
  }

  function clear(): void {
    giliran += 1
    baris.value = []
    jumlahServer.value = 0
    per.value = null
    memuat.value = false
    galat.value = null
    cari.value = ''
    jenis.value = null
  }

  return {
    cari,
    clear,
    galat,
    jenis,
    jenisTersedia,
    jumlah,
    loadAntrean,
    memuat,
    menunggu,
    per,
    temuanCari,
    terlihat,
  }
})
