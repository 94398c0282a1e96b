import {
  getDeskripsi,
  type Isian,
  type IsiRiwayat,
  type JenisRiwayat,
  type Label,
} from '@meja/core/domain/jenis-riwayat.ts'
import { formatNilai } from '@meja/core/domain/tampilan-nilai.ts'
import { getLabelRujukan } from '@meja/core/reference/tabel-isian.ts'

/** A label in the language of the interface. */
export function pickLabel(label: Label, bahasa: string): string {
  return bahasa === 'en' ? label.en : label.id
}

const katakanYa: Readonly<Record<string, Label>> = {
  ya: { id: 'Ya', en: 'Yes' },
  tidak: { id: 'Tidak', en: 'No' },
}

/** A field's value as a person reads it. */
export function formatIsian({ tipe, rujukan, pilihan }: Isian, nilai: string, bahasa: string) {
  if (rujukan !== undefined) return getLabelRujukan(rujukan, nilai)
  const kata = pilihan?.find(({ kode }) => kode === nilai)?.label ?? katakanYa[nilai]
  if (kata !== undefined && (tipe === 'pilihan' || tipe === 'yaTidak'))
    return pickLabel(kata, bahasa)
  return formatNilai(tipe, nilai)
}

export type BarisNilai = { readonly kunci: string; readonly label: string; readonly nilai: string }

/** Every field of a row that says something, in the order of the description. */
export function listNilai(jenis: JenisRiwayat, isi: IsiRiwayat, bahasa: string): BarisNilai[] {
  return getDeskripsi(jenis).isian.flatMap((satu) => {
    const nilai = isi[satu.kunci] ?? null
    if (nilai === null || nilai === '') return []
    return [
      {
        kunci: satu.kunci,
        label: pickLabel(satu.label, bahasa),
        nilai: formatIsian(satu, nilai, bahasa),
      },
    ]
  })
}

/** The two or three values that name a row in a list. */
export function getRingkas(jenis: JenisRiwayat, isi: IsiRiwayat, bahasa: string): string[] {
  const semua = listNilai(jenis, isi, bahasa)
  return getDeskripsi(jenis).ringkas.flatMap(
    (kunci) => semua.find((satu) => satu.kunci === kunci)?.nilai ?? [],
  )
}
