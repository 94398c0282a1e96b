import {
  computed,
  inject,
  onBeforeUnmount,
  provide,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue'
import { getRekam, openRekamRahasia, type BarisRekam } from '@meja/core/api/rekam.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'
import { getAkhirHari, pickBaris, type PerTanggal } from './per-tanggal.ts'
import { deriveRingkasan, type Rekam, type Ringkasan } from './ringkasan.ts'

export type RekamPegawai = {
  readonly pegawaiId: Ref<string>
  readonly per: Ref<PerTanggal | null>
  readonly isi: ShallowRef<Rekam | null>
  readonly galat: ShallowRef<ApiError | null>
  readonly memuat: Ref<boolean>
  /** With rows that were replaced or withdrawn. */
  readonly semua: Ref<boolean>
  readonly baris: ComputedRef<readonly BarisRekam[]>
  readonly ringkasan: ComputedRef<Ringkasan | null>
  /** Confidential rows, for as long as this page stands (P10.2c). */
  readonly rahasia: ShallowRef<readonly BarisRekam[] | null>
  readonly load: () => Promise<void>
  readonly openRahasia: (tujuan: string) => Promise<void>
}

const kunci: InjectionKey<RekamPegawai> = Symbol('rekam-pegawai')

/** The record of one person for the page and its parts; a newer question ends the older one. */
export function provideRekamPegawai(
  pegawaiId: Ref<string>,
  per: Ref<PerTanggal | null>,
): RekamPegawai {
  const isi = shallowRef<Rekam | null>(null)
  const galat = shallowRef<ApiError | null>(null)
  const memuat = ref(false)
  const semua = ref(false)
  const rahasia = shallowRef<readonly BarisRekam[] | null>(null)
  let batal = new AbortController()

  async function load(): Promise<void> {
    batal.abort()
    const { signal } = (batal = new AbortController())
    const tercatat = per.value?.cara === 'tercatat' ? per.value.tanggal : null
    memuat.value = true
    try {
      const jawaban = await callEndpoint(getRekam, {
        params: { pegawaiId: pegawaiId.value },
        query: {
          ...(tercatat !== null && { per: getAkhirHari(tercatat) }),
          semua: semua.value ? 'true' : 'false',
        },
        signal,
      })
      if (signal.aborted) return
      isi.value = jawaban
      galat.value = null
    } catch (error) {
      if (signal.aborted) return
      galat.value = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
    }
    memuat.value = false
  }

  async function openRahasia(tujuan: string): Promise<void> {
    const id = pegawaiId.value
    const jawaban = await callEndpoint(openRekamRahasia, {
      params: { pegawaiId: id },
      body: { tujuan },
    })
    // The page may show somebody else by now.
    if (pegawaiId.value === id) rahasia.value = jawaban.baris
  }

  watch(pegawaiId, () => {
    isi.value = null
    rahasia.value = null
  })
  watch([pegawaiId, () => per.value?.cara === 'tercatat' && per.value.tanggal, semua], load, {
    immediate: true,
  })
  onBeforeUnmount(() => batal.abort())

  const baris = computed(() => pickBaris(isi.value?.baris ?? [], per.value))
  const ringkasan = computed(
    () => isi.value && deriveRingkasan(isi.value, per.value, getTanggalJakarta(new Date())),
  )
  const rekam: RekamPegawai = {
    pegawaiId,
    per,
    isi,
    galat,
    memuat,
    semua,
    baris,
    ringkasan,
    rahasia,
    load,
    openRahasia,
  }
  provide(kunci, rekam)
  return rekam
}

export function useRekamPegawai(): RekamPegawai {
  const rekam = inject(kunci)
  if (rekam === undefined) throw new Error('outside the page of one employee')
  return rekam
}
