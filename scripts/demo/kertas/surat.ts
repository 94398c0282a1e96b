import type { IsiRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { formatNip } from '@meja/core/domain/nip.ts'
import type { DataUtama, JenisPindaian } from '../provinsi.ts'
import type { Random } from '../random.ts'
import { withGelar, withGelarKapital } from '../names.ts'
import { getPangkat } from '../reference.ts'
import type { Huruf, Sheet } from './sheet.ts'
import type { Pejabat } from './marks.ts'

export type OrangSurat = { dataUtama: DataUtama; unit: string; kantor: string }

/** What a paper says and about whom; plain data, so that it can travel to a worker. */
export type Surat = {
  jenis: JenisPindaian
  isi: IsiRiwayat
  pemilik: OrangSurat
  /** Grade before this letter, for "lama" lines. */
  golonganLama: string | null
  /** The recorded spouse, for the family card. */
  pasangan: IsiRiwayat | null
  kepala: OrangSurat
  kepalaBkd: OrangSurat
  /** Colleagues for collective lists. */
  lain: OrangSurat[]
}

export type BuatLembar = (opsi: { lanskap?: boolean; huruf?: Huruf; kertas?: string }) => Sheet

/** Draws all pages of one kind of paper. */
export type Templat = (surat: Surat, lembar: BuatLembar, random: Random) => Sheet[]

export function getIsi(surat: Surat, kunci: string): string {
  return surat.isi[kunci] ?? '-'
}

export function formatUang(nilai: string): string {
  return `Rp ${Number(nilai).toLocaleString('id-ID')},00`
}

export function formatMasa(bulan: string): string {
  const dua = (n: number): string => String(n).padStart(2, '0')
  return `${dua(Math.floor(Number(bulan) / 12))} Tahun ${dua(Number(bulan) % 12)} Bulan`
}

export function formatPangkat(golongan: string, pemisah = ', '): string {
  return golongan.includes('/') ? `${getPangkat(golongan)}${pemisah}${golongan}` : golongan
}

export function getNama(orang: OrangSurat, kapital = false): string {
  return kapital ? withGelarKapital(orang.dataUtama) : withGelar(orang.dataUtama)
}

export function getNip(orang: OrangSurat): string {
  return formatNip(orang.dataUtama.nip)
}

export function makePejabat(orang: OrangSurat, jabatan: readonly string[], cap: string): Pejabat {
  return {
    jabatan,
    nama: getNama(orang, true),
    pangkat: getPangkat(orang.dataUtama.golongan),
    nip: getNip(orang),
    cap,
  }
}
