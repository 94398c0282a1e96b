import { computed, ref, shallowReactive, watch } from 'vue'
import type { BerkasTampil } from './berkas-tampil.ts'
import type { Sorot } from './sorot.ts'
import { KumpulanTampilan, type TampilanTersimpan } from './tampilan-dokumen.ts'

export type TampilanPindaian = {
  /** The document in front of each stage. */
  readonly aktifId: string[]
  readonly tampilan: TampilanTersimpan[][]
  readonly berdampingan: boolean
}

type Sisi = 0 | 1

/**
 * One stage, or two beside each other. Each has its document in front and its own page, zoom, turning and
 * filters of every document, so that two pages of one document can lie side by side too.
 */
export function useBidang(getBerkas: () => readonly BerkasTampil[], awal: TampilanPindaian | null) {
  const kumpulan = [new KumpulanTampilan(), new KumpulanTampilan()] as const
  const aktifId = shallowReactive([awal?.aktifId[0] ?? '', awal?.aktifId[1] ?? ''])
  const berdampingan = ref(awal?.berdampingan === true)
  /** The stage that the keys mean. */
  const sisi = ref<Sisi>(0)
  kumpulan.forEach((satu, nomor) => satu.layOut(awal?.tampilan[nomor] ?? []))

  watch(
    () => getBerkas().map((satu) => satu.id),
    (ids) => kumpulan.forEach((satu) => satu.keepOnly(ids)),
  )

  function findBerkas(nomor: Sisi): BerkasTampil | undefined {
    const berkas = getBerkas()
    const ini = berkas.find((satu) => satu.id === aktifId[nomor])
    return ini ?? berkas[nomor === 1 && berkas.length > 1 ? 1 : 0]
  }

  const bidang = computed(() =>
    (berdampingan.value ? ([0, 1] as const) : ([0] as const)).flatMap((nomor) => {
      const berkas = findBerkas(nomor)
      return berkas === undefined
        ? []
        : [{ nomor, berkas, tampilan: kumpulan[nomor].get(berkas.id) }]
    }),
  )
  const aktif = computed(() => bidang.value.find(({ nomor }) => nomor === sisi.value))

  function choose(nomor: number): void {
    sisi.value = nomor === 1 && berdampingan.value ? 1 : 0
  }

  function openDokumen(dokumenId: string): void {
    aktifId[sisi.value] = dokumenId
  }

  function nextDokumen(): void {
    const berkas = getBerkas()
    const letak = berkas.findIndex((satu) => satu.id === aktif.value?.berkas.id)
    openDokumen(berkas[(letak + 1) % Math.max(1, berkas.length)]?.id ?? '')
  }

  /** In the stage where the document lies already, else in the one that the keys mean. */
  function openHalaman(dokumenId: string, halaman: number): void {
    const terbuka = bidang.value.find(({ berkas }) => berkas.id === dokumenId)
    if (terbuka !== undefined) sisi.value = terbuka.nomor
    else openDokumen(dokumenId)
    kumpulan[sisi.value].get(dokumenId).halaman = halaman
  }

  function pindah(langkah: 1 | -1): void {
    if (aktif.value === undefined) return
    const { berkas, tampilan } = aktif.value
    tampilan.halaman = Math.min(berkas.halaman, Math.max(1, tampilan.halaman + langkah))
  }

  /** The second stage begins with the next document, or the next page of the only one. */
  function toggleBerdampingan(): void {
    berdampingan.value = !berdampingan.value
    choose(berdampingan.value ? 1 : 0)
    if (!berdampingan.value || aktifId[1] !== '') return
    const pertama = findBerkas(0)
    const lain = getBerkas().find((satu) => satu.id !== pertama?.id)
    aktifId[1] = lain?.id ?? pertama?.id ?? ''
    if (lain === undefined) pindah(1)
  }

  function switchSisi(): void {
    choose(sisi.value === 0 ? 1 : 0)
  }

  function take(): TampilanPindaian {
    return {
      aktifId: [...aktifId],
      tampilan: kumpulan.map((satu) => satu.list()),
      berdampingan: berdampingan.value,
    }
  }

  const hasSorot = (sorot: Sorot) => getBerkas().some(({ id }) => id === sorot.dokumenId)

  return {
    aktif,
    berdampingan,
    bidang,
    choose,
    hasSorot,
    nextDokumen,
    openDokumen,
    openHalaman,
    pindah,
    sisi,
    switchSisi,
    take,
    toggleBerdampingan,
  }
}
