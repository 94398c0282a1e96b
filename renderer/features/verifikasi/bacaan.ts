import { kunciPemilik } from '@meja/core/domain/jenis-riwayat.ts'
import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import type { TempatSorot } from '../../ui/pindaian/sorot.ts'
import { getKunciPemilik } from './isian-banding.ts'

/** What was read for one row of the record, and where on which document. */
export type BacaanIsian = Omit<HasilBanding, 'kotak'> & {
  readonly dokumenId: string
  readonly tempat: readonly TempatSorot[]
}

export type BacaanKasus = ReadonlyMap<string, BacaanIsian>

export type DokumenTerbaca = {
  readonly dokumenId: string
  readonly halaman: readonly HalamanTerbaca[]
  readonly hasil: readonly HasilBanding[]
}

const bobot = { sama: 2, beda: 1, periksa_mata: 0 } as const

/** How much a document has to say of this case: the one that says most speaks for a field. */
function countTerbaca(hasil: readonly HasilBanding[]): number {
  return hasil.reduce((jumlah, { status }) => jumlah + bobot[status], 0)
}

function toBacaan({ kotak, ...hasil }: HasilBanding, dokumen: DokumenTerbaca): BacaanIsian {
  return {
    ...hasil,
    dokumenId: dokumen.dokumenId,
    tempat: kotak.flatMap(({ halaman, kotak: [x0, y0, x1, y1] }) => {
      const ukuran = dokumen.halaman.find(({ nomor }) => nomor === halaman)
      if (ukuran === undefined) return []
      const { lebar, tinggi } = ukuran
      return [
        {
          halaman,
          awal: { x: x0 / lebar, y: y0 / tinggi },
          akhir: { x: x1 / lebar, y: y1 / tinggi },
        },
      ]
    }),
  }
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
    hasil.find(({ tempat }) => tempat.length > 0) ??
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
  const terbaca = [nama.terbaca, nip.terbaca].filter((satu) => satu !== null).join(' · ')
  return {
    ...penentu,
    kunci: kunciPemilik,
    terbaca: terbaca === '' ? null : terbaca,
    tempat: nama.dokumenId === nip.dokumenId ? [...nama.tempat, ...nip.tempat] : penentu.tempat,
  }
}

export function buildBacaan(kasus: Kasus, perDokumen: readonly DokumenTerbaca[]): BacaanKasus {
  const urut = perDokumen.toSorted((a, b) => countTerbaca(b.hasil) - countTerbaca(a.hasil))
  const perKunci = new Map<string, BacaanIsian[]>()
  for (const dokumen of urut) {
    for (const satu of dokumen.hasil) {
      const lama = perKunci.get(satu.kunci) ?? []
      perKunci.set(satu.kunci, [...lama, toBacaan(satu, dokumen)])
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

/** Whether a judgement goes against what the machine suggests; then it is asked for twice. */
export function isMelawanBacaan(bacaan: BacaanIsian | undefined, nilai: NilaiPenilaian): boolean {
  if (bacaan?.status === 'beda') return nilai === 'sesuai'
  return bacaan?.status === 'sama' && nilai !== 'sesuai'
}
