import { reactive } from 'vue'
import { addPutaran, type ModeZoom, type Putaran } from './geometri.ts'
import { saringanPolos, type Saringan } from './saringan.ts'

/** How one document lies on the desk; kept while its case is open. */
export type TampilanDokumen = {
  halaman: number
  zoom: ModeZoom
  saringan: Saringan
  readonly putaran: Map<number, Putaran>
}

/** The same without anything that reacts: what can be put away and laid out again. */
export type TampilanTersimpan = {
  readonly id: string
  readonly halaman: number
  readonly zoom: ModeZoom
  readonly saringan: Saringan
  readonly putaran: [number, Putaran][]
}

/** Each document keeps its own page, zoom and the turning of every page. */
export class KumpulanTampilan {
  readonly #isi = new Map<string, TampilanDokumen>()

  get(dokumenId: string): TampilanDokumen {
    const ada = this.#isi.get(dokumenId)
    if (ada !== undefined) return ada
    const baru = reactive({
      halaman: 1,
      zoom: 'lebar' as ModeZoom,
      saringan: saringanPolos,
      putaran: new Map<number, Putaran>(),
    })
    this.#isi.set(dokumenId, baru)
    return baru
  }

  list(): TampilanTersimpan[] {
    return [...this.#isi].map(([id, { halaman, zoom, saringan, putaran }]) => ({
      id,
      halaman,
      zoom,
      saringan: { ...saringan },
      putaran: [...putaran],
    }))
  }

  layOut(tersimpan: readonly TampilanTersimpan[]): void {
    for (const { id, halaman, zoom, saringan, putaran } of tersimpan) {
      const satu = this.get(id)
      satu.halaman = halaman
      satu.zoom = zoom
      satu.saringan = saringan
      for (const [nomor, sudut] of putaran) satu.putaran.set(nomor, sudut)
    }
  }

  /** Forgets the documents of a case that has left the desk. */
  keepOnly(ids: readonly string[]): void {
    for (const id of this.#isi.keys()) if (!ids.includes(id)) this.#isi.delete(id)
  }
}

export function getPutaran(tampilan: TampilanDokumen): Putaran {
  return tampilan.putaran.get(tampilan.halaman) ?? 0
}

export function turn(tampilan: TampilanDokumen, tambah: 90 | -90): void {
  tampilan.putaran.set(tampilan.halaman, addPutaran(getPutaran(tampilan), tambah))
}
