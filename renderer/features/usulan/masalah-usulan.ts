import type { ResponseOf } from '@meja/core/api/endpoint.ts'
import type { getUsulan } from '@meja/core/api/usulan.ts'
import type { KodeAlasan, Pin } from '@meja/core/api/verifikasi.ts'
import { getDeskripsi, kunciPemilik, type Label } from '@meja/core/domain/jenis-riwayat.ts'

export type UsulanRincian = ResponseOf<typeof getUsulan>

/** One reason why a proposal came back: which field, why, and where on the scan. */
export type Masalah = {
  readonly kunci: string
  /** Null for the paper itself: whose it is is no field of the record. */
  readonly label: Label | null
  readonly alasan: KodeAlasan
  readonly catatan: string | null
  readonly pin: Pin | null
}

/** The reasons of the last return, in the order of the form. */
export function listMasalah(usulan: UsulanRincian): Masalah[] {
  const terakhir = usulan.keputusan.findLast(({ hasil }) => hasil === 'dikembalikan')
  const label = new Map(getDeskripsi(usulan.jenis).isian.map((satu) => [satu.kunci, satu.label]))
  const urutan = [kunciPemilik, ...label.keys()]
  return (terakhir?.penilaian ?? [])
    .filter(({ nilai }) => nilai !== 'sesuai')
    .map(({ kunci, alasan, catatan, pin }) => ({
      kunci,
      label: label.get(kunci) ?? null,
      alasan: alasan ?? ('lainnya' as const),
      catatan: catatan?.trim() || null,
      pin: pin ?? null,
    }))
    .toSorted((a, b) => urutan.indexOf(a.kunci) - urutan.indexOf(b.kunci))
}
