import { formatPanjang } from '../../demo/calendar.ts'
import { makeNama } from '../../demo/names.ts'
import type { Random } from '../../demo/random.ts'
import type { Value } from './field-page.ts'

export type Person = {
  nama: string
  bergelar: string
  nip: string
  nik: string
  tempat: string
  lahir: string
  pangkat: number
  jabatan: string
  unit: string
}

const tempat = ['Malang', 'Banyuwangi', 'Kota Probolinggo', 'Sumenep', 'Ngawi', 'Trenggalek', 'Bondowoso'] // prettier-ignore
const jabatan = ['Penata Kelola Perizinan', 'Penyuluh Pertanian Ahli Muda', 'Perawat Ahli Pertama', 'Guru Bahasa Inggris Ahli Madya', 'Arsiparis Terampil', 'Kepala Bidang Bina Marga'] // prettier-ignore
const unit = ['Dinas Perhubungan', 'Badan Pendapatan Daerah', 'RSUD Karsa Husada Batu', 'SMK Negeri 2 Jember', 'Cabang Dinas Kehutanan Wilayah Nganjuk', 'Biro Organisasi Sekretariat Daerah'] // prettier-ignore
const depan = ['', '', '', 'Drs. ', 'Ir. ', 'dr. ', 'Hj. ']
const belakang = ['', '', ', S.Pd.', ', S.E., M.M.', ', S.Kep., Ns.', ', S.H.', ', A.Md.']

/** Ranks from the lowest to the highest. */
export const ranks = [
  ['II/a', 'Pengatur Muda'],
  ['II/b', 'Pengatur Muda Tingkat I'],
  ['II/c', 'Pengatur'],
  ['II/d', 'Pengatur Tingkat I'],
  ['III/a', 'Penata Muda'],
  ['III/b', 'Penata Muda Tingkat I'],
  ['III/c', 'Penata'],
  ['III/d', 'Penata Tingkat I'],
  ['IV/a', 'Pembina'],
  ['IV/b', 'Pembina Tingkat I'],
] as const

export const two = (n: number): string => String(n).padStart(2, '0')

export function makeDate(random: Random, from: number, to: number): string {
  return `${random.int(from, to)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
}

export function makePerson(random: Random): Person {
  const kelamin = random.chance(0.5) ? 'L' : 'P'
  const nama = makeNama(random, kelamin)
  const lahir = makeDate(random, 1966, 1996)
  const masuk = `${Number(lahir.slice(0, 4)) + random.int(22, 28)}${two(random.int(1, 12))}`
  const sendiri = two(random.int(1, 60)).padStart(3, '0')
  const [tahun = '', bulan = '', hari = ''] = lahir.split('-')
  const hariNik = kelamin === 'P' ? String(Number(hari) + 40) : hari
  return {
    nama,
    bergelar: `${random.pick(depan)}${nama}${random.pick(belakang)}`,
    nip: `${tahun}${bulan}${hari}${masuk}${kelamin === 'L' ? 1 : 2}${sendiri}`,
    nik: `35${two(random.int(1, 29))}${two(random.int(1, 20))}${hariNik}${bulan}${tahun.slice(2)}${two(random.int(1, 40)).padStart(4, '0')}`,
    tempat: random.pick(tempat),
    lahir,
    pangkat: random.int(1, 8),
    jabatan: random.pick(jabatan),
    unit: random.pick(unit),
  }
}

const satuan = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

export function spell(n: number): string {
  if (n < 10) return satuan[n] ?? ''
  if (n === 10) return 'sepuluh'
  if (n === 11) return 'sebelas'
  if (n < 20) return `${satuan[n - 10]} belas`
  if (n < 100) return `${satuan[Math.floor(n / 10)]} puluh ${spell(n % 10)}`.trim()
  if (n < 200) return `seratus ${spell(n - 100)}`.trim()
  if (n < 1000) return `${satuan[Math.floor(n / 100)]} ratus ${spell(n % 100)}`.trim()
  if (n < 2000) return `seribu ${spell(n - 1000)}`.trim()
  return `${spell(Math.floor(n / 1000))} ribu ${spell(n % 1000)}`.trim()
}

const bulan = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'] // prettier-ignore

export type DateForm = 'panjang' | 'angka' | 'garis' | 'kata'

export function formatTanggal(date: string, form: DateForm): string {
  const [y = '', m = '', d = ''] = date.split('-')
  if (form === 'angka') return `${d}-${m}-${y}`
  if (form === 'garis') return `${d}/${m}/${y}`
  if (form === 'panjang') return formatPanjang(date)
  return `${spell(Number(d))} bulan ${bulan[Number(m) - 1]} tahun ${spell(Number(y))}`
}

const ribu = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, '.')

// One maker for each type of field: what the record says, and what the paper prints.
export const value = {
  nama: (key: string, p: Person, upper = false): Value => ({
    key,
    type: 'nama',
    value: p.bergelar,
    printed: upper ? p.nama.toUpperCase() : p.bergelar,
  }),
  nip: (key: string, p: Person, grouped = true): Value => ({
    key,
    type: 'nip',
    value: p.nip,
    printed: grouped
      ? `${p.nip.slice(0, 8)} ${p.nip.slice(8, 14)} ${p.nip[14]} ${p.nip.slice(15)}`
      : p.nip,
  }),
  nik: (key: string, nik: string): Value => ({ key, type: 'nik', value: nik, printed: nik }),
  tanggal: (key: string, date: string, form: DateForm = 'panjang'): Value => ({
    key,
    type: 'tanggal',
    value: date,
    printed: formatTanggal(date, form),
  }),
  teks: (key: string, text: string, upper = false): Value => ({
    key,
    type: 'teks',
    value: text,
    printed: upper ? text.toUpperCase() : text,
  }),
  pangkat: (key: string, at: number, short = false): Value => {
    const nama = ranks[at]?.[1] ?? ''
    return {
      key,
      type: 'pangkat',
      value: nama,
      printed: short ? nama.replace('Tingkat', 'Tk.') : nama,
    }
  },
  golongan: (key: string, at: number): Value => {
    const kode = ranks[at]?.[0] ?? ''
    return { key, type: 'golongan', value: kode, printed: kode }
  },
  nomor: (key: string, text: string): Value => ({ key, type: 'nomor', value: text, printed: text }),
  uang: (key: string, n: number, tail = ',00'): Value => ({
    key,
    type: 'uang',
    value: String(n),
    printed: `Rp${tail === ',-' ? '. ' : ''}${ribu(n)}${tail}`,
  }),
  masa: (key: string, months: number): Value => ({
    key,
    type: 'masa',
    value: String(months),
    printed: `${two(Math.floor(months / 12))} tahun ${two(months % 12)} bulan`,
  }),
  angka: (key: string, text: string): Value => ({ key, type: 'angka', value: text, printed: text }),
}

export const makeNomor = (random: Random, year: number): string =>
  random.pick([
    () => `${random.int(800, 899)}.${random.int(1, 9)}/${random.int(100, 9999)}/204.${random.int(1, 9)}/${year}`,
    () => `${random.int(100, 900)}/${random.int(10, 99)}/KPTS/013/${year}`,
    () => `${random.int(800, 899)}/${random.int(100, 999)}-BKD/${year}`,
  ])() // prettier-ignore
