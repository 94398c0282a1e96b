import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import { z } from 'zod'
import { Kasus, type Keputusan } from '@meja/core/api/verifikasi.ts'
import { findGudang } from '../../offline/use-gudang.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** Paper of an employee that came onto this desk with a case. */
const AsliDiMeja = z.object({
  /** The decision that it belongs to. */
  id: z.uuid(),
  nama: z.string(),
  /** Null when only the number is left: the encrypted store was lost. */
  jenis: Kasus.shape.jenis.nullable(),
  tempat: z.string(),
  pada: z.string(),
})
export type AsliDiMeja = z.infer<typeof AsliDiMeja>

const Lembar = z.array(AsliDiMeja)
const namaLembar = 'asli-di-meja'

/**
 * Originals that were seen and have to go back to their owners (P30.2b). Which ones is known in main,
 * where the lock screen and the administrator can count them; what they are only in the encrypted store.
 */
export const useAsliStore = defineStore('verifikasi-asli', () => {
  const api = useVerifikasiApi()
  const daftar = ref<AsliDiMeja[]>([])
  /** Handed back since this page opened: a slip of the hand is taken back here. */
  const dikembalikan = ref<AsliDiMeja[]>([])
  const terakhir = computed(() => daftar.value.at(-1) ?? null)

  function keep(): void {
    const isi = daftar.value.map((satu) => ({ ...satu }))
    void findGudang()
      ?.saveIsi('lembar', namaLembar, isi)
      .catch(() => {})
  }

  function put(satu: AsliDiMeja): void {
    daftar.value.push(satu)
    keep()
    void api.noteAsli(satu.id, true)
  }

  /** Another system's screen is no paper on the desk. */
  function addKeputusan(kasus: Kasus, { transactionId, asli, diputuskanPada }: Keputusan): void {
    if (asli === null || asli.metode === 'sistem_lain') return
    put({
      id: transactionId,
      nama: kasus.pegawai.nama,
      jenis: kasus.jenis,
      tempat: asli.tempat,
      pada: diputuskanPada,
    })
  }

  function giveBack(id: string): void {
    const satu = daftar.value.find((calon) => calon.id === id)
    if (satu === undefined) return
    daftar.value = daftar.value.filter((calon) => calon.id !== id)
    dikembalikan.value.unshift(satu)
    keep()
    void api.noteAsli(id, false)
  }

  function takeBack(id: string): void {
    const satu = dikembalikan.value.find((calon) => calon.id === id)
    if (satu === undefined) return
    dikembalikan.value = dikembalikan.value.filter((calon) => calon.id !== id)
    put(satu)
  }

  /** After a start or a lock: main says which, the store says what they are. */
  async function load(): Promise<void> {
    const ids = await api.listAsli()
    const simpanan = await findGudang()
      ?.findIsi('lembar', namaLembar)
      .catch(() => undefined)
    const dikenal = new Map((Lembar.safeParse(simpanan).data ?? []).map((satu) => [satu.id, satu]))
    const tanpaNama = { nama: '', jenis: null, tempat: '', pada: '' }
    const lama = ids.map((id) => dikenal.get(id) ?? { id, ...tanpaNama })
    const baru = daftar.value.filter((satu) => !lama.some(({ id }) => id === satu.id))
    daftar.value = [...lama, ...baru]
  }

  function clear(): void {
    daftar.value = []
    dikembalikan.value = []
  }

  return { addKeputusan, clear, daftar, dikembalikan, giveBack, load, takeBack, terakhir }
})
