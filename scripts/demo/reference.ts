import { readFileSync } from 'node:fs'

/** Reads one table of core/reference; the shapes used here are only the columns the demo needs. */
function readTable<T>(name: string): T {
  const url = new URL(`../../core/reference/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as T
}

type PerangkatDaerahTable = {
  baris: { kode: string; label: string; jenis: string; perkiraanPns: number }[]
  tambahan: { unitKerja: { kode: string; perangkatDaerah: string; label: string }[] }
}
type GolonganTable = { baris: { kode: string; pangkat: string }[] }
type GajiTable = {
  baris: { kode: string; golongan: string; langkah: { mkg: number; gaji: number }[] }[]
}
type KabkotaTable = { baris: { label: string; nikPrefix: string }[] }
type LabelTable = { baris: { kode: string; label: string }[] }

export const tabelPerangkatDaerah = readTable<PerangkatDaerahTable>('perangkat-daerah')
export const tabelKabkota = readTable<KabkotaTable>('kabkota-jatim').baris
const tabelGolongan = readTable<GolonganTable>('golongan-pns').baris
const tabelGaji = new Map(
  readTable<GajiTable>('gaji-pokok-pns').baris.map((item) => [item.golongan, item.langkah]),
)
const tabelPredikat = readTable<LabelTable>('predikat-kinerja').baris

export const urutanGolongan = tabelGolongan.map((item) => item.kode)

export function getPangkat(golongan: string): string {
  const item = tabelGolongan.find((satu) => satu.kode === golongan)
  if (item === undefined) throw new Error(`no such golongan: ${golongan}`)
  return item.pangkat
}

export function getLabelPredikat(kode: string): string {
  return tabelPredikat.find((satu) => satu.kode === kode)?.label ?? kode
}

export const kodePredikat = tabelPredikat.map((item) => item.kode)

/** Pay scales before PP 5/2024, as shares of it: each rise since 2015 was 5, 5 and 8 per cent. */
function getFaktor(tahun: number): number {
  if (tahun >= 2024) return 1
  if (tahun >= 2019) return 1 / 1.08
  return 1 / 1.08 / 1.05 / Math.pow(1.06, Math.max(0, 2015 - tahun))
}

/** Base pay of a grade at so many months in it: the highest step reached (gaji-pokok-pns aturan). */
export function getGajiPokok(golongan: string, bulanMasaKerja: number, tahun: number): string {
  const langkah = tabelGaji.get(golongan)
  const pertama = langkah?.[0]
  if (langkah === undefined || pertama === undefined) throw new Error(`no pay for ${golongan}`)
  const tahunMasaKerja = Math.floor(bulanMasaKerja / 12)
  const tercapai = langkah.findLast((satu) => satu.mkg <= tahunMasaKerja) ?? pertama
  const faktor = getFaktor(tahun)
  return String(faktor === 1 ? tercapai.gaji : Math.round((tercapai.gaji * faktor) / 100) * 100)
}
