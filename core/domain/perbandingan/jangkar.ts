import { getLetak, type Baris } from './baris.ts'
import { listNomorInduk } from './calon-bilangan.ts'
import { countKepala, type Dokumen } from './dokumen.ts'
import { measureBeda } from './huruf.ts'
import type { IsianBanding } from './isian-banding.ts'
import { findJendela, normalizeTercatat } from './jendela.ts'
import type { Kotak } from './kata.ts'
import type { Hubungan } from './konteks.ts'
import { findKonsep } from './kosakata-label.ts'

/** Whose value it is: fields of one person share a row or a block of the page. */
export type Jangkar = {
  /** Lines where this person was found, by number or by name. */
  readonly baris: ReadonlySet<Baris>
  readonly blok: number | null
  /** Where the person's name stands. */
  readonly letak: ReadonlyMap<Baris, Kotak>
  /** Lines where this person's own number stands, digit for digit. */
  readonly nomor: readonly Baris[]
  /** One of several of its kind: `anggota2`. */
  readonly bernomor: boolean
  /** No block, no row holds all the identities that were found somewhere. */
  readonly bercampur: { readonly blok: boolean; readonly baris: boolean }
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
  'tmt',
  'masa_kerja',
  'gaji',
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
function findAwalBlok(dokumen: Dokumen, baris: Baris): 'orang' | 'penutup' | null {
  const label = dokumen.label.get(baris) ?? []
  if (countKepala(dokumen, baris) >= 3) return null
  if (label.some((satu) => satu.konsep === 'nama' && satu.label.bobot >= 0.9 && satu.dari <= 2)) {
    return 'orang'
  }
  const awal = baris.potong[0]?.teks ?? ''
  return /^(ditetapkan|dikeluarkan|dibuat|diterbitkan|mengetahui|tembusan)$/.test(awal)
    ? 'penutup'
    : null
}

/** Number of the block in which each line stands; the first person begins with the page. */
export function numberBlok(dokumen: Dokumen): ReadonlyMap<Baris, number> {
  let blok = 0
  let pertama = true
  return new Map(
    dokumen.baris.map((baris) => {
      const awal = findAwalBlok(dokumen, baris)
      if (awal === 'penutup' || (awal === 'orang' && !pertama)) blok += 1
      if (awal === 'orang') pertama = false
      return [baris, blok]
    }),
  )
}

/** Which of a person's identities stand in a line: the numbers, the name. */
function listIdentitas(baris: Baris, isian: readonly IsianBanding[]): string[] {
  return isian.flatMap(({ kunci, tipe, nilai }) => {
    // The number of the card is the family's, not a person's.
    if (findKonsep(kunci, tipe) === 'no_kk') return []
    if (tipe === 'nip' || tipe === 'nik') {
      const cocok = listNomorInduk(baris, tipe === 'nip' ? 18 : 16).some(
        (satu) => measureBeda(satu.nilai ?? '', nilai) <= 2,
      )
      return cocok ? [kunci] : []
    }
    if (tipe !== 'nama') return []
    return findNama(baris, nilai) === undefined ? [] : [kunci]
  })
}

/** Where a person's name stands in a line. */
function findNama(baris: Baris, nama: string): Kotak | undefined {
  const isi = baris.token.map((token) => ({ token, baris }))
  const jendela = findJendela(isi, normalizeTercatat(nama, true), true)
  return jendela !== null && jendela.mirip >= 0.82
    ? getLetak(baris.token.slice(jendela.dari, jendela.sampai + 1))
    : undefined
}

const isNomorInduk = ({ tipe }: IsianBanding): boolean => tipe === 'nip' || tipe === 'nik'

function isBarisNomor(baris: Baris, isian: readonly IsianBanding[]): boolean {
  return isian.some(
    ({ kunci, tipe, nilai }) =>
      findKonsep(kunci, tipe) !== 'no_kk' &&
      (tipe === 'nip' || tipe === 'nik') &&
      listNomorInduk(baris, tipe === 'nip' ? 18 : 16).some(
        (satu) => satu.nilai === nilai && !satu.ragu,
      ),
  )
}

/** A cell may hold the name and below it the number: both lines are one person's. */
function joinBarisOrang(
  dokumen: Dokumen,
  perBaris: Map<Baris, readonly string[]>,
  isian: readonly IsianBanding[],
): void {
  for (const [baris, ada] of perBaris) {
    const bawah = dokumen.baris[baris.nomor + 1]
    const adaBawah = bawah === undefined ? undefined : perBaris.get(bawah)
    if (bawah === undefined || adaBawah === undefined || bawah.halaman !== baris.halaman) continue
    // A line that has a number of its own, whosever it is, does not borrow one from below.
    const kurang = isian.filter((satu) => isNomorInduk(satu) && !ada.includes(satu.kunci))
    const milikLain = kurang.some(({ tipe }) => listNomorInduk(baris, tipe === 'nip' ? 18 : 16)[0])
    const rapat = bawah.letak[1] - baris.letak[3] < (baris.letak[3] - baris.letak[1]) * 0.9
    if (milikLain || !rapat || adaBawah.every((satu) => ada.includes(satu))) continue
    const gabung = [...new Set([...ada, ...adaBawah])]
    perBaris.set(baris, gabung)
    perBaris.set(bawah, gabung)
  }
}

/** Whether a person's own number stands in this line or hard by. */
export function isDekatNomor(jangkar: Jangkar, baris: Baris): boolean {
  return jangkar.nomor.some(
    (satu) =>
      satu.halaman === baris.halaman &&
      Math.abs(satu.nomor - baris.nomor) <= 2 &&
      Math.max(satu.letak[1] - baris.letak[3], baris.letak[1] - satu.letak[3]) <
        (baris.letak[3] - baris.letak[1]) * 2,
  )
}

export function findJangkar(
  dokumen: Dokumen,
  blok: ReadonlyMap<Baris, number>,
  isian: readonly IsianBanding[],
  bernomor: boolean,
): Jangkar {
  const perBlok = new Map<number, Set<string>>()
  const perBaris = new Map<Baris, readonly string[]>()
  for (const baris of dokumen.baris) {
    const ada = listIdentitas(baris, isian)
    if (ada.length === 0) continue
    perBaris.set(baris, ada)
    const ke = blok.get(baris) ?? 0
    perBlok.set(ke, new Set([...(perBlok.get(ke) ?? []), ...ada]))
  }
  joinBarisOrang(dokumen, perBaris, isian)
  const semua = new Set([...perBaris.values()].flat()).size
  // Of equals the first: signatures come last.
  const [terbaik] = [...perBlok].toSorted((a, b) => b[1].size - a[1].size || a[0] - b[0])
  const terbanyak = Math.max(0, ...[...perBaris.values()].map((satu) => satu.length))
  return {
    baris: new Set(
      [...perBaris].filter(([, ada]) => ada.length === terbanyak).map(([baris]) => baris),
    ),
    blok: terbaik?.[0] ?? null,
    letak: new Map(
      [...perBaris.keys()].flatMap((baris) =>
        isian.flatMap(({ tipe, nilai }) => {
          const kotak = tipe === 'nama' ? findNama(baris, nilai) : undefined
          return kotak === undefined ? [] : [[baris, kotak] as const]
        }),
      ),
    ),
    nomor: dokumen.baris.filter((baris) => isBarisNomor(baris, isian)),
    bernomor,
    bercampur: { blok: (terbaik?.[1].size ?? 0) < semua, baris: terbanyak < semua },
  }
}

/** Name and number stand with two different people: neither can be called equal. */
export function isBercampur(jangkar: Jangkar, hubungan: Hubungan): boolean {
  return hubungan === 'kepala_tabel' ? jangkar.bercampur.baris : jangkar.bercampur.blok
}

/**
 * In running text a value is of the person who was named last: the husband's day of birth stands behind
 * his name and before hers.
 */
export function rateUrutanOrang(
  semua: ReadonlyMap<string, Jangkar>,
  sendiri: Jangkar,
  { baris, letak }: { readonly baris: Baris; readonly letak: Kotak },
  hubungan: Hubungan,
  konsep: string | undefined,
): number {
  if (hubungan === 'kepala_tabel' || !isMilikOrang(konsep)) return 1
  const findTerakhir = (satu: Jangkar) =>
    Math.max(
      -1,
      ...[...satu.letak.keys()]
        .filter((b) => b.halaman === baris.halaman && b.nomor <= baris.nomor)
        .map((b) => b.nomor),
    )
  const orangLain = [...semua.values()].filter((satu) => satu !== sendiri)
  const lain = Math.max(-1, ...orangLain.map(findTerakhir))
  const milik = findTerakhir(sendiri)
  if (lain < 0) return 1
  if (lain !== milik) return milik > lain ? 1.05 : 0.6
  // Both named in one line: each has a column of the page.
  const kepala = [...sendiri.letak.keys()].find((satu) => satu.nomor === milik)
  const isDiBawah = (satu: Jangkar) => {
    const kotak = kepala === undefined ? undefined : satu.letak.get(kepala)
    return kotak !== undefined && Math.min(kotak[2], letak[2]) > Math.max(kotak[0], letak[0])
  }
  const [diri, orang] = [isDiBawah(sendiri), orangLain.some(isDiBawah)]
  return diri === orang ? 1 : diri ? 1.05 : 0.5
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
  return ke === jangkar.blok ? 1.05 : 0.45
}
