import batasUsia from '../reference/batas-usia-pensiun.json' with { type: 'json' }
import jenjangFungsional from '../reference/jenjang-jabatan-fungsional.json' with { type: 'json' }
import type { IsiRiwayat } from './jenis-riwayat.ts'

/** Longer words first: "Ahli Muda" is found before a tier whose word it contains. */
const jenjangTerpanjang = jenjangFungsional.baris.toSorted(
  (a, b) => b.label.length - a.label.length,
)

/** The tier that a post's name ends with: `Guru Ahli Muda` is MUDA; undefined when it names none. */
export function findJenjangDariNama(namaJabatan: string): string | undefined {
  const nama = namaJabatan.trim().toLowerCase()
  return jenjangTerpanjang.find(({ label }) => nama.endsWith(` ${label.toLowerCase()}`))?.kode
}

export function findJenjang(jabatan: IsiRiwayat): string | undefined {
  return jabatan['jenjang'] ?? findJenjangDariNama(jabatan['namaJabatan'] ?? '')
}

/** Professions with an age of their own, which goes before that of functional posts in general. */
function findKodeProfesi(nama: string, jenjang: string | undefined): string | undefined {
  if (/^(guru besar|profesor)\b/i.test(nama)) return 'PROFESOR'
  if (/^guru\b/i.test(nama)) return 'GURU'
  if (/^(pengawas sekolah|penilik)\b/i.test(nama)) return 'PENGAWAS_SEKOLAH'
  if (/^(dosen|lektor|asisten ahli)\b/i.test(nama)) return 'DOSEN'
  const tinggi = jenjang === 'MADYA' || jenjang === 'UTAMA'
  if (tinggi && /^(peneliti|perekayasa)\b/i.test(nama)) return `PENELITI_PEREKAYASA_${jenjang}`
  if (tinggi && /^dokter pendidik klinis\b/i.test(nama)) return 'DOKTER_RS_PENDIDIK'
  return undefined
}

function findKodeFungsional(jabatan: IsiRiwayat): string | undefined {
  const jenjang = findJenjang(jabatan)
  const profesi = findKodeProfesi(jabatan['namaJabatan'] ?? '', jenjang)
  if (profesi !== undefined) return profesi
  const baris = jenjangFungsional.baris.find(({ kode }) => kode === jenjang)
  if (baris === undefined) return undefined
  return baris.kategori === 'Keterampilan' ? 'JF_KETERAMPILAN' : `JF_${baris.kode}`
}

const kodeEselon: Record<string, string> = {
  '1': 'JPT_MADYA',
  '2': 'JPT_PRATAMA',
  '3': 'ADMINISTRATOR',
  '4': 'PENGAWAS',
  '5': 'PELAKSANA',
}

/** The row of the retirement ages that a post falls under; undefined when it says too little. */
function findKodeBup(jabatan: IsiRiwayat): string | undefined {
  const jenis = jabatan['jenisJabatan']
  if (jenis === '3') return 'PELAKSANA'
  if (jenis === '2') return findKodeFungsional(jabatan)
  return jenis === '1' ? kodeEselon[(jabatan['eselon'] ?? '').charAt(0)] : undefined
}

/**
 * Retirement age by post (UU 20/2023 Pasal 55, PP 11/2017 Pasal 239). A structural post without an
 * echelon or a functional one without a tier has none: a wrong date of retirement is worse than none.
 */
export function findBup(jabatan: IsiRiwayat): number | undefined {
  const kode = findKodeBup(jabatan)
  return batasUsia.baris.find((baris) => baris.kode === kode)?.usia
}
