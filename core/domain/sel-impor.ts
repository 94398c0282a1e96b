import { findKodeRujukan } from '../reference/tabel-isian.ts'
import { getSchemaIsi } from './isi-riwayat.ts'
import { getDeskripsi, type IsiRiwayat, type Isian, type JenisRiwayat } from './jenis-riwayat.ts'
import { checkNip, isNipRusak, normalizeNip } from './nip.ts'
import { parseTanggal } from './tanggal.ts'
import { pesanImpor, type KodeTemuanImpor } from './temuan-impor.ts'

/**
 * One cell of a spreadsheet. A number is kept as the digits that the file holds: 18 of them do not
 * survive a number of any programming language, nor of the spreadsheet itself (nip.md).
 */
export type Sel = {
  readonly jenis: 'teks' | 'angka' | 'tanggal'
  readonly teks: string
  /** Why the text is not what stood in the file: it could not be kept as it was. */
  readonly rusak?: 'huruf' | 'panjang'
} | null

/** Longer than any cell of a spreadsheet can be. */
const batasSel = 32_767
const awalDisimpan = 200

/** A cell that can be stored and shown: half characters and hidden ones are replaced, and said so. */
export function cleanSel(sel: Sel): Sel {
  if (sel === null) return null
  if (sel.teks.length > batasSel) {
    const teks = cleanTeks(sel.teks.slice(0, awalDisimpan))
    return { jenis: sel.jenis, teks, rusak: 'panjang' }
  }
  const teks = cleanTeks(sel.teks)
  return teks === sel.teks ? sel : { jenis: sel.jenis, teks, rusak: 'huruf' }
}

/** Lone surrogates and controls; line breaks and tabs inside a cell are a person's own. */
function cleanTeks(teks: string): string {
  return teks.toWellFormed().replaceAll(/[^\P{Cc}\n\r\t]/gu, '\uFFFD')
}

export type TemuanImpor = { readonly kode: KodeTemuanImpor; readonly kunci?: string }

type HasilSel = { nilai: string | null } | { kode: KodeTemuanImpor }

const gagalTanggal = {
  tahun_dua_digit: 'IMP-05',
  tidak_ada: 'IMP-04',
  bentuk: 'IMP-03',
} as const

function parseMasa(teks: string): string {
  const [, tahun, bulan] = /^(\d{1,2})\s*tahun(?:\s*(\d{1,2})\s*bulan)?$/i.exec(teks) ?? []
  return tahun === undefined ? teks : String(Number(tahun) * 12 + Number(bulan ?? 0))
}

/** `Rp 3.571.900,00` as 3571900; a comma before anything but zeros is no rupiah. */
function parseUang(teks: string): string {
  return teks
    .replace(/^rp\.?\s*/i, '')
    .replace(/,(0+|-)$/, '')
    .replaceAll(/[.\s]/g, '')
}

function parseGolongan(teks: string): string {
  const [, ruang, huruf] = /^\(?([IVX]+)\s*[/.\s]?\s*([a-e])?\)?$/i.exec(teks) ?? []
  if (ruang === undefined) return teks
  return huruf === undefined ? ruang.toUpperCase() : `${ruang.toUpperCase()}/${huruf.toLowerCase()}`
}

function findPilihan(isian: Isian, teks: string): string | undefined {
  const sama = (satu: string) => satu.toLowerCase() === teks.toLowerCase()
  return isian.pilihan?.find(({ kode, label }) => [kode, label.id, label.en].some(sama))?.kode
}

/** What a cell means for this field; nothing is guessed and no digit is mended. */
export function parseSel(isian: Isian, sel: Sel): HasilSel {
  const teks = sel?.teks.trim().replace(/^['‘’`](?=\d)/, '') ?? ''
  if (sel === null || teks === '') return { nilai: null }
  if (sel.rusak !== undefined) return { kode: sel.rusak === 'panjang' ? 'IMP-16' : 'IMP-15' }
  const panjang = isian.tipe === 'nip' || isian.tipe === 'nik' || isian.maks >= 15
  if (sel.jenis === 'angka' && panjang && (/e/i.test(teks) || teks.length > 15)) {
    return { kode: 'IMP-02' }
  }
  switch (isian.tipe) {
    case 'tanggal': {
      if (sel.jenis === 'tanggal') return { nilai: teks }
      const hasil = parseTanggal(teks)
      return hasil.ok ? { nilai: hasil.tanggal } : { kode: gagalTanggal[hasil.sebab] }
    }
    case 'nip':
    case 'nik':
      return isNipRusak(teks) ? { kode: 'IMP-02' } : { nilai: normalizeNip(teks) }
    case 'uang':
      return { nilai: parseUang(teks) }
    case 'masa':
      return { nilai: parseMasa(teks) }
    case 'golongan':
      return { nilai: parseGolongan(teks) }
    case 'pilihan':
      return { nilai: findPilihan(isian, teks) ?? teks }
    case 'yaTidak':
      return { nilai: /^(y|ya|yes|true|1)$/i.test(teks) ? 'ya' : teks.toLowerCase() }
    case 'rujukan':
      return {
        nilai: (isian.rujukan && findKodeRujukan(isian.rujukan, teks)) ?? teks,
      }
    default:
      return { nilai: teks }
  }
}

/** The NIP of a row; damage is named, never mended. */
export function parseNipBaris(sel: Sel): { nip: string } | { kode: KodeTemuanImpor } {
  const teks = sel?.teks ?? ''
  if (sel === null || teks.trim() === '') return { kode: 'IMP-10' }
  if (sel.rusak !== undefined) return { kode: sel.rusak === 'panjang' ? 'IMP-16' : 'IMP-15' }
  if (sel.jenis !== 'teks' || isNipRusak(teks)) return { kode: 'IMP-02' }
  const tolak = checkNip(teks).some(({ tingkat }) => tingkat === 'tolak')
  return tolak ? { kode: 'IMP-11' } : { nip: normalizeNip(teks) }
}

export type HasilBaris = { isi: IsiRiwayat; temuan: TemuanImpor[] }

/** One row of cells by field key, as values of this kind with what is wrong or missing. */
export function parseBaris(jenis: JenisRiwayat, sel: ReadonlyMap<string, Sel>): HasilBaris {
  const temuan: TemuanImpor[] = []
  const isi: Record<string, string | null> = {}
  for (const isian of getDeskripsi(jenis).isian) {
    const hasil = parseSel(isian, sel.get(isian.kunci) ?? null)
    if ('kode' in hasil) temuan.push({ kode: hasil.kode, kunci: isian.kunci })
    isi[isian.kunci] = 'nilai' in hasil ? hasil.nilai : null
  }
  const sah = getSchemaIsi(jenis).safeParse(isi)
  if (sah.success) return { isi: sah.data, temuan }
  for (const kunci of new Set(sah.error.issues.map((satu) => String(satu.path[0] ?? '')))) {
    if (temuan.some((satu) => satu.kunci === kunci)) continue
    temuan.push({ kode: isi[kunci] === null ? 'IMP-06' : 'IMP-03', kunci })
  }
  return { isi, temuan }
}

export function isDitolak(temuan: readonly TemuanImpor[]): boolean {
  return temuan.some(({ kode }) => pesanImpor[kode][0] === 'tolak')
}

/** Which field a column heading names: its key, or its words in either language. */
export function findKunciKolom(jenis: JenisRiwayat, judul: string): string | undefined {
  const rapi = (teks: string) => teks.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const dicari = rapi(judul)
  return getDeskripsi(jenis).isian.find(({ kunci, label }) =>
    [kunci, label.id, label.en].some((satu) => rapi(satu) === dicari),
  )?.kunci
}
