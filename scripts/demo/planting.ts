import {
  getDeskripsi,
  kunciPemilik,
  type IsiRiwayat,
  type TipeIsian,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { Ditanam, JenisBeda, JenisPindaian } from './provinsi.ts'
import type { Random } from './random.ts'
import { getParts, isRealDate, makeDate } from './calendar.ts'
import { kodePredikat, urutanGolongan } from './reference.ts'

/**
 * Differences between what was typed and what the paper says, of the kinds that people really
 * make: they are what a fasilitator sits at the desk to find.
 */
type Beda = (nilai: string, random: Random) => string

const isDigit = (letter: string | undefined): boolean => letter !== undefined && /\d/.test(letter)

/** Two neighbouring, different digits change places. */
const tukar: Beda = (nilai, random) => {
  const places = [...nilai].flatMap((letter, i) =>
    isDigit(letter) && isDigit(nilai[i + 1]) && letter !== nilai[i + 1] ? [i] : [],
  )
  if (places.length === 0) return nilai
  const at = random.pick(places)
  return (
    nilai.slice(0, at) +
    nilai
      .slice(at, at + 2)
      .split('')
      .toReversed()
      .join('') +
    nilai.slice(at + 2)
  )
}

/** One digit becomes another that looks or lies near it. */
const angka: Beda = (nilai, random) => {
  const mirip: Record<string, string> = {
    0: '8',
    1: '7',
    2: '3',
    3: '8',
    4: '9',
    5: '6',
    6: '5',
    7: '1',
    8: '3',
    9: '4',
  }
  const places = [...nilai].flatMap((letter, i) => (isDigit(letter) ? [i] : []))
  if (places.length === 0) return nilai
  const at = random.pick(places)
  return nilai.slice(0, at) + (mirip[nilai[at] ?? ''] ?? '') + nilai.slice(at + 1)
}

const tetangga = (daftar: readonly string[], nilai: string, random: Random): string => {
  const at = daftar.indexOf(nilai)
  const pilihan = [daftar[at - 1], daftar[at + 1]].filter((satu) => satu !== undefined)
  return at < 0 || pilihan.length === 0 ? nilai : random.pick(pilihan)
}
const jenjang: Beda = (nilai, random) =>
  tetangga(nilai.includes('/') ? urutanGolongan : kodePredikat, nilai, random)

const balik: Beda = (nilai) => {
  const { year, month, day } = getParts(nilai)
  return day <= 12 ? makeDate(year, day, month) : nilai
}

const tahun: Beda = (nilai, random) => {
  const geser = random.pick([-1, 1])
  if (/^\d{4}$/.test(nilai)) return String(Number(nilai) + geser)
  const { year, month, day } = getParts(nilai)
  const hasil = makeDate(year + geser, month, day)
  return isRealDate(hasil) ? hasil : nilai
}

/** A letter inside a word is left out. */
const huruf: Beda = (nilai, random) => {
  const places = [...nilai].flatMap((letter, i) =>
    /[a-z]/.test(letter) && /[a-z]/.test(nilai[i - 1] ?? '') && /[a-z]/.test(nilai[i + 1] ?? '')
      ? [i]
      : [],
  )
  if (places.length === 0) return nilai
  const at = random.pick(places)
  return nilai.slice(0, at) + nilai.slice(at + 1)
}

const jumlah: Beda = (nilai, random) => {
  if (nilai.length < 5) return String(Math.max(0, Number(nilai) + random.pick([-12, 1, 12])))
  return String(Number(nilai) + random.pick([-90_000, -9_900, 9_000, 100_000]))
}

const cara: Record<Exclude<JenisBeda, 'orang'>, { beda: Beda; tipe: readonly TipeIsian[] }> = {
  tukar: { beda: tukar, tipe: ['nomor', 'nik', 'uang'] },
  angka: { beda: angka, tipe: ['nomor', 'nik'] },
  jenjang: { beda: jenjang, tipe: ['golongan', 'rujukan'] },
  balik: { beda: balik, tipe: ['tanggal'] },
  tahun: { beda: tahun, tipe: ['tanggal', 'angka'] },
  huruf: { beda: huruf, tipe: ['nama', 'teks'] },
  jumlah: { beda: jumlah, tipe: ['uang', 'masa'] },
}
const urutanCara = Object.keys(cara) as (keyof typeof cara)[]

/** Fields whose text the paper does not print literally, so no difference could be seen there. */
const takTercetak = new Set([
  'jenisKp',
  'jenisDiklat',
  'tingkat',
  'jumlahJp',
  'kodePos',
  'hasilKerja',
  'perilaku',
  'pejabatPenetap',
])

export type Tanaman = { sesudah: IsiRiwayat; ditanam: Ditanam }

/** Plants one difference into what was typed, trying kinds in turn from the wished one on. */
export function plantBeda(
  random: Random,
  jenis: JenisPindaian,
  kertas: IsiRiwayat,
  giliran: number,
): Tanaman {
  for (let langkah = 0; langkah < urutanCara.length * 4; langkah++) {
    const nama = urutanCara[(giliran + langkah) % urutanCara.length] ?? 'tukar'
    const { beda, tipe } = cara[nama]
    const calon = getDeskripsi(jenis).isian.filter(
      (isian) => tipe.includes(isian.tipe) && !takTercetak.has(isian.kunci) && kertas[isian.kunci],
    )
    if (calon.length === 0) continue
    const { kunci } = random.pick(calon)
    const asli = kertas[kunci] ?? ''
    const salah = beda(asli, random)
    if (salah === asli) continue
    return {
      sesudah: { ...kertas, [kunci]: salah },
      ditanam: { kunci, jenis: nama, kertas: asli, usulan: salah },
    }
  }
  throw new Error(`nothing to plant in ${jenis}`)
}

/** The paper of somebody else with nearly the same name. */
export function plantOrang(kertasNama: string, usulanNama: string): Ditanam {
  return { kunci: kunciPemilik, jenis: 'orang', kertas: kertasNama, usulan: usulanNama }
}
