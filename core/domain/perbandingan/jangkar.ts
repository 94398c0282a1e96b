import type { Baris } from './baris.ts'
import { listNomorInduk } from './calon-bilangan.ts'
import type { Dokumen } from './dokumen.ts'
import { measureBeda } from './huruf.ts'
import type { IsianBanding } from './isian-banding.ts'
import { findJendela, normalizeTercatat } from './jendela.ts'
import type { Hubungan } from './konteks.ts'

/** Whose value it is: fields of one person share a row or a block of the page. */
export type Jangkar = {
  /** Lines where this person was found, by number or by name. */
  readonly baris: ReadonlySet<Baris>
  readonly blok: number | null
  /** One of several of its kind: `anggota2`. */
  readonly bernomor: boolean
}

/** Fields that speak of the person; a date of the letter speaks of none. */
const milikOrang = new Set([
  'nama',
  'nip',
  'nik',
  'tempat_lahir',
  'tanggal_lahir',
  'pangkat',
  'golongan',
  'jabatan',
  'unit_kerja',
  'hubungan',
  'jenis_kelamin',
  'agama',
  'pekerjaan',
  'pendidikan',
  'kewarganegaraan',
  'alamat',
])

export function isMilikOrang(konsep: string | undefined): boolean {
  return konsep !== undefined && milikOrang.has(konsep)
}

/** Which fields of a record are of one person, by the words in their names. */
export function getKelompokOrang(kunci: string): string {
  const nomor = /(anggota|anak|saudara|peserta|pegawai)_?(\d+)/.exec(kunci)
  if (nomor !== null) return nomor[0]
  return (
    /pasangan|suami|istri|ayah|ibu|wali|atasan|penilai|pejabat|penetap/.exec(kunci)?.[0] ?? 'utama'
  )
}

/** A new person, or the signature, begins at these lines. */
function isAwalBlok(dokumen: Dokumen, baris: Baris): boolean {
  const label = dokumen.label.get(baris) ?? []
  const kepala = new Set(label.map((satu) => baris.token[satu.dari]?.sel)).size >= 3
  if (kepala) return false
  if (label.some((satu) => satu.konsep === 'nama' && satu.label.bobot >= 0.9 && satu.dari <= 2))
    return true
  return /^(ditetapkan|dikeluarkan|dibuat|diterbitkan|mengetahui|tembusan)$/.test(
    baris.potong[0]?.teks ?? '',
  )
}

/** Number of the block in which each line stands. */
export function numberBlok(dokumen: Dokumen): ReadonlyMap<Baris, number> {
  let blok = 0
  return new Map(
    dokumen.baris.map((baris) => {
      if (isAwalBlok(dokumen, baris)) blok += 1
      return [baris, blok]
    }),
  )
}

function rateIdentitas(baris: Baris, isian: readonly IsianBanding[]): number {
  let nilai = 0
  for (const { tipe, nilai: tercatat } of isian) {
    if (tipe === 'nip' || tipe === 'nik') {
      const cocok = listNomorInduk(baris, tipe === 'nip' ? 18 : 16).some(
        (satu) => measureBeda(satu.nilai ?? '', tercatat) <= 2,
      )
      if (cocok) nilai += 2
    } else if (tipe === 'nama') {
      const isi = baris.token.map((token) => ({ token, baris }))
      const jendela = findJendela(isi, normalizeTercatat(tercatat, true), true)
      if (jendela !== null && jendela.mirip >= 0.82) nilai += jendela.mirip
    }
  }
  return nilai
}

export function findJangkar(
  dokumen: Dokumen,
  blok: ReadonlyMap<Baris, number>,
  isian: readonly IsianBanding[],
  bernomor: boolean,
): Jangkar {
  const nilaiBlok = new Map<number, number>()
  const ditemukan: { baris: Baris; nilai: number }[] = []
  for (const baris of dokumen.baris) {
    const nilai = rateIdentitas(baris, isian)
    if (nilai === 0) continue
    ditemukan.push({ baris, nilai })
    const ke = blok.get(baris) ?? 0
    nilaiBlok.set(ke, (nilaiBlok.get(ke) ?? 0) + nilai)
  }
  const terbaik = [...nilaiBlok].toSorted((a, b) => b[1] - a[1])[0]
  const tertinggi = Math.max(0, ...ditemukan.map((satu) => satu.nilai))
  return {
    baris: new Set(
      ditemukan.filter((satu) => satu.nilai >= tertinggi - 0.4).map((satu) => satu.baris),
    ),
    blok: terbaik?.[0] ?? null,
    bernomor,
  }
}

/** Raises what stands with the person, lowers what stands with somebody else. */
export function rateJangkar(
  jangkar: Jangkar,
  baris: Baris,
  ke: number | undefined,
  hubungan: Hubungan,
  konsep: string | undefined,
): number {
  if (jangkar.baris.size === 0) return hubungan === 'kepala_tabel' ? 0.7 : 1
  if (hubungan === 'kepala_tabel') {
    if (jangkar.baris.has(baris)) return 1.1
    // A cell may stand a little higher or lower than the name in its row.
    const dekat = [...jangkar.baris].some(
      (satu) =>
        satu.halaman === baris.halaman &&
        Math.abs(satu.letak[1] + satu.letak[3] - baris.letak[1] - baris.letak[3]) <
          (satu.letak[3] - satu.letak[1]) * 1.1,
    )
    return dekat ? 1.05 : 0.35
  }
  // A row of its own in a list: what stands beside a label belongs to the head of the page.
  if (jangkar.baris.size > 0 && jangkar.bernomor && !jangkar.baris.has(baris)) return 0.5
  if (!isMilikOrang(konsep) || jangkar.blok === null) return 1
  return ke === jangkar.blok ? 1.05 : 0.6
}
