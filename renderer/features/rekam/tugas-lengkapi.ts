import type { Kekurangan } from '@meja/core/api/kualitas.ts'
import { getDeskripsi, type JenisRiwayat, type Label } from '@meja/core/domain/jenis-riwayat.ts'

/** One thing to do: a row to bring, or a row that lacks a field or its proof. */
export type TugasLengkapi = {
  readonly jenis: JenisRiwayat
  readonly label: Label
  /** Where it is done. */
  readonly jalur: string
  /** Fields that the row lacks; empty where the whole row is missing. */
  readonly isian: readonly Label[]
  readonly bukti: boolean
}

/** What the employee can bring, one task a row, in the order of the groups; the rest is counted. */
export function listTugas(kekurangan: readonly Kekurangan[]): {
  tugas: TugasLengkapi[]
  olehAdministrator: number
} {
  const milik = kekurangan.flatMap((satu) =>
    satu.jenis === 'akun' || satu.olehAdministrator ? [] : [{ ...satu, jenis: satu.jenis }],
  )
  // The words before the colon name the row: performance of two years is two tasks.
  const perBaris = Map.groupBy(milik, ({ jenis, riwayatId, label }) =>
    [jenis, riwayatId ?? '', label.id.split(':')[0]].join(' '),
  )
  const tugas = [...perBaris.values()].flatMap((satu): TugasLengkapi[] => {
    const [pertama] = satu
    if (pertama === undefined) return []
    const { jenis, riwayatId, label } = pertama
    const ada = riwayatId !== null
    const isian = satu.flatMap(({ kunci }) =>
      getDeskripsi(jenis).isian.flatMap((lain) => (lain.kunci === kunci ? [lain.label] : [])),
    )
    return [
      {
        jenis,
        label: { id: label.id.split(':')[0] ?? '', en: label.en.split(':')[0] ?? '' },
        jalur: ada ? `/ajukan/${jenis}?aksi=koreksi&riwayatId=${riwayatId}` : `/ajukan/${jenis}`,
        isian: ada ? isian : [],
        bukti: ada && satu.some(({ apa }) => apa === 'bukti'),
      },
    ]
  })
  const olehAdministrator = new Set(
    kekurangan.filter((satu) => satu.olehAdministrator).map(({ jenis }) => jenis),
  ).size
  return { tugas, olehAdministrator }
}
