import { kunciPemilik } from '@meja/core/domain/jenis-riwayat.ts'
import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import { getKunciPemilik } from './isian-banding.ts'

/** What was read for one row of the record, and on which document. */
export type BacaanIsian = HasilBanding & { readonly dokumenId: string }

export type BacaanKasus = ReadonlyMap<string, BacaanIsian>

const bobot = { sama: 2, beda: 1, periksa_mata: 0 } as const

/** How much a document has to say of this case: the one that says most speaks for a field. */
function countTerbaca(hasil: readonly HasilBanding[]): number {
  return hasil.reduce((jumlah, { status }) => jumlah + bobot[status], 0)
}

/**
 * One reading for each field out of several documents. A field that the fullest document does not
 * tell may be told by another; a difference there is not outvoted.
 */
function chooseBacaan(hasil: readonly BacaanIsian[]): BacaanIsian | undefined {
  const [utama] = hasil
  if (utama === undefined || utama.status !== 'periksa_mata') return utama
  return (
    hasil.find(({ status }) => status === 'sama') ??
    hasil.find(({ kotak }) => kotak.length > 0) ??
    utama
  )
}

/** The owner's row is name and number: equal only when both are. */
function joinPemilik(
  nama: BacaanIsian | undefined,
  nip: BacaanIsian | undefined,
): BacaanIsian | undefined {
  if (nama === undefined || nip === undefined) return nama ?? nip
  const penentu =
    [nama, nip].find(({ status }) => status === 'beda') ??
    [nip, nama].find(({ status }) => status === 'periksa_mata') ??
    nama
  return {
    ...penentu,
    kunci: kunciPemilik,
    terbaca: [nama.terbaca, nip.terbaca].filter((satu) => satu !== null).join(' · ') || null,
    kotak: nama.dokumenId === nip.dokumenId ? [...nama.kotak, ...nip.kotak] : penentu.kotak,
  }
}

export function buildBacaan(
  kasus: Kasus,
  perDokumen: readonly { readonly dokumenId: string; readonly hasil: readonly HasilBanding[] }[],
): BacaanKasus {
  const urut = perDokumen.toSorted((a, b) => countTerbaca(b.hasil) - countTerbaca(a.hasil))
  const perKunci = new Map<string, BacaanIsian[]>()
  for (const { dokumenId, hasil } of urut) {
    for (const satu of hasil) {
      perKunci.set(satu.kunci, [...(perKunci.get(satu.kunci) ?? []), { ...satu, dokumenId }])
    }
  }
  const bacaan = new Map<string, BacaanIsian>()
  for (const [kunci, hasil] of perKunci) {
    const satu = chooseBacaan(hasil)
    if (satu !== undefined) bacaan.set(kunci, satu)
  }
  const kunci = getKunciPemilik(kasus)
  const pemilik = joinPemilik(bacaan.get(kunci.nama), bacaan.get(kunci.nip))
  bacaan.delete(kunci.nama)
  bacaan.delete(kunci.nip)
  if (pemilik !== undefined) bacaan.set(kunciPemilik, pemilik)
  return bacaan
}
