import { ref, shallowReactive } from 'vue'
import { defineStore } from 'pinia'
import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import type { Kasus, Keputusan, PernyataanAsli } from '@meja/core/api/verifikasi.ts'
import {
  addBukti,
  createDraf,
  createDrafUlang,
  isDrafBerlaku,
  setNilai,
  setRincian,
  type Draf,
  type PenilaianDraf,
} from './draf.ts'

/** Judgements not yet decided upon; they outlast leaving the case, not the session. */
export const useDrafStore = defineStore('verifikasi-draf', () => {
  const draf = shallowReactive(new Map<string, Draf>())
  /** Where the last original of this session was seen: offered, never stated. */
  const tempatTerakhir = ref('')
  const tempatDipakai = ref<string[]>([])

  /** Refused decisions whose cases are about to be looked at once more. */
  const diulang = new Map<string, Keputusan>()

  function prepareUlang(keputusan: Keputusan): void {
    draf.delete(keputusan.usulanId)
    diulang.set(keputusan.usulanId, keputusan)
  }

  /** The draft for this version of the case; true in `usang` when earlier judgements no longer hold. */
  function openDraf(kasus: Kasus): { usang: boolean } {
    const ulang = diulang.get(kasus.id)
    diulang.delete(kasus.id)
    if (ulang !== undefined) {
      draf.set(kasus.id, createDrafUlang(kasus, ulang, tempatTerakhir.value))
      return { usang: false }
    }
    const lama = draf.get(kasus.id)
    if (lama !== undefined && isDrafBerlaku(lama, kasus)) return { usang: false }
    draf.set(kasus.id, createDraf(kasus, tempatTerakhir.value, lama?.bukti))
    return { usang: lama !== undefined && Object.keys(lama.penilaian).length > 0 }
  }

  function findDraf(usulanId: string): Draf | null {
    return draf.get(usulanId) ?? null
  }

  function change(usulanId: string, ubah: (lama: Draf) => Draf): void {
    const lama = draf.get(usulanId)
    if (lama !== undefined) draf.set(usulanId, ubah(lama))
  }

  function judge(usulanId: string, kunci: string, nilai: NilaiPenilaian): void {
    change(usulanId, (lama) => setNilai(lama, kunci, nilai))
  }

  function describe(
    usulanId: string,
    kunci: string,
    rincian: Partial<Omit<PenilaianDraf, 'nilai'>>,
  ): void {
    change(usulanId, (lama) => setRincian(lama, kunci, rincian))
  }

  function seePage(
    usulanId: string,
    dilihat: { dokumenId: string; sha256: string; halaman: number },
  ): void {
    change(usulanId, (lama) => addBukti(lama, dilihat))
  }

  function stateAsli(usulanId: string, metode: PernyataanAsli['metode'] | null): void {
    change(usulanId, (lama) => ({ ...lama, asli: { ...lama.asli, metode } }))
  }

  function setTempat(usulanId: string, tempat: string): void {
    change(usulanId, (lama) => ({ ...lama, asli: { ...lama.asli, tempat } }))
  }

  function rememberTempat(tempat: string): void {
    const bersih = tempat.trim()
    if (bersih === '') return
    tempatTerakhir.value = bersih
    tempatDipakai.value = [bersih, ...tempatDipakai.value.filter((satu) => satu !== bersih)].slice(
      0,
      5,
    )
  }

  function forget(usulanId: string): void {
    draf.delete(usulanId)
  }

  function clear(): void {
    draf.clear()
    diulang.clear()
    tempatTerakhir.value = ''
    tempatDipakai.value = []
  }

  return {
    clear,
    describe,
    draf,
    findDraf,
    forget,
    judge,
    openDraf,
    prepareUlang,
    rememberTempat,
    seePage,
    setTempat,
    stateAsli,
    tempatDipakai,
    tempatTerakhir,
  }
})
