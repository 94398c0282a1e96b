import { checkNik } from '../nik.ts'
import { checkNip } from '../nip.ts'
import { getLetak, type Baris } from './baris.ts'
import { listAngka, listMasa, listNomor, listNomorInduk, listUang } from './calon-bilangan.ts'
import { findGolonganPangkat, listGolongan, listPangkat } from './calon-pangkat.ts'
import { listTanggal } from './calon-tanggal.ts'
import type { Calon } from './calon.ts'
import { findBarisBerikut, type Dokumen } from './dokumen.ts'
import type { AturanBanding, StatusBanding } from './hasil.ts'
import { measureBeda } from './huruf.ts'
import type { Kotak } from './kata.ts'
import type { IsianBanding, TipeBanding } from './isian-banding.ts'

/** Everything on the page that has the form of this kind of value. */
export function listCalon(dokumen: Dokumen, tipe: TipeBanding): Calon[] {
  const read = (baris: Baris): Calon[] => {
    switch (tipe) {
      case 'nip':
        return listNomorInduk(baris, 18)
      case 'nik':
        return listNomorInduk(baris, 16)
      case 'tanggal':
        return listTanggal(baris, findBarisBerikut(dokumen, baris))
      case 'golongan':
        return listGolongan(baris)
      case 'pangkat':
        return listPangkat(baris, findBarisBerikut(dokumen, baris))
      case 'uang':
        return listUang(baris)
      case 'masa':
        return listMasa(baris)
      case 'angka':
        return listAngka(baris)
      case 'nomor':
        return listNomor(baris)
      case 'nama':
      case 'teks':
        return []
    }
  }
  return dokumen.baris.flatMap(read)
}

/** Letters and digits of one shape, which in a letter's number no reader can tell apart. */
function foldNomor(teks: string): string {
  return teks
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll(/[IL|]/g, '1')
    .replaceAll('O', '0')
}

function toBentukCatatan(tipe: TipeBanding, nilai: string): string {
  switch (tipe) {
    case 'nomor':
      return foldNomor(nilai)
    case 'nip':
    case 'nik':
      return nilai.replaceAll(/\D/g, '')
    case 'angka':
      return nilai.trim().replace('.', ',')
    case 'golongan':
      return nilai.trim().replaceAll(/\s/g, '')
    case 'uang':
    case 'masa':
      return String(Number(nilai))
    default:
      return nilai.trim()
  }
}

export type Penilaian = {
  readonly mirip: number
  readonly putusan: StatusBanding
  readonly aturan: AturanBanding
}

/** Below this the reader doubts its own word; in long rows of digits one is soon wrong. */
const yakinBeda = 62
const yakinBedaNomorInduk = 80
/** Strokes that were counted on the picture come with this. */
const yakinGores = 94
/** Letters in a number need the reader to be surer. */
const yakinHuruf = 88
/** Less alike than this it is another person's number. */
const miripNomorInduk = 0.75
const yakinSama = 20

/** A rank beside a grade says the same thing twice: where they agree, strokes are beyond doubt. */
function isGolonganDikuatkan(calon: Calon, dokumen: Dokumen): boolean {
  const { baris } = calon
  const atas = dokumen.baris[baris.nomor - 1]
  // In a cell the grade may stand below its rank.
  const diAtas =
    atas !== undefined && findBarisBerikut(dokumen, atas) === baris
      ? listPangkat(atas, undefined).filter((satu) =>
          isSekolom(getLetak(satu.token), getLetak(calon.token)),
        )
      : []
  return [...listPangkat(baris, findBarisBerikut(dokumen, baris)), ...diAtas].some(
    (satu) => satu.nilai !== null && findGolonganPangkat(satu.nilai) === calon.nilai,
  )
}

const isSekolom = (atas: Kotak, bawah: Kotak): boolean =>
  Math.abs(atas[0] - bawah[0]) < (bawah[3] - bawah[1]) * 1.5

/** Only strokes differ (II for III): a reader loses one easily. */
function isBedaGores(a: string, b: string): boolean {
  return a.split('/')[1] === b.split('/')[1]
}

/** A number that nobody can have was misread, when the record has one that somebody can. */
function isBentukSah(tipe: TipeBanding, terbaca: string, tercatat: string): boolean {
  const isSah = (nomor: string) =>
    tipe === 'nip'
      ? checkNip(nomor).every((satu) => satu.tingkat !== 'tolak')
      : checkNik(nomor).length === 0
  if (tipe !== 'nip' && tipe !== 'nik') return true
  return isSah(terbaca) || !isSah(tercatat)
}

/** Of one length, and different only where both have a digit. */
function isBedaDigit(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    [...a].every((satu, i) => satu === b[i] || (/\d/.test(satu) && /\d/.test(b[i] ?? '')))
  )
}

/** Differences that a reader makes by itself in values of this kind. */
function isRaguMenurutTipe(
  tipe: TipeBanding,
  { terbaca, tercatat, mirip }: { terbaca: string; tercatat: string; mirip: number },
  calon: Calon,
  dokumen: Dokumen,
): boolean {
  switch (tipe) {
    case 'nip':
    case 'nik': {
      if (terbaca.length !== tercatat.length || mirip < miripNomorInduk) return true
      const bertukar = [...terbaca].toSorted().join('') === [...tercatat].toSorted().join('')
      return (
        (!bertukar && calon.keyakinan < yakinBedaNomorInduk) ||
        !isBentukSah(tipe, terbaca, tercatat)
      )
    }
    case 'nomor':
      // Half of it was lost.
      if (tercatat.startsWith(terbaca) || tercatat.endsWith(terbaca)) return true
      // Digits are mistyped; letters are misread, and so is a stroke too many.
      return calon.keyakinan < yakinHuruf && !isBedaDigit(terbaca, tercatat)
    case 'angka':
      // What stood before or behind the comma was lost.
      return tercatat.includes(',') && tercatat.split(',').includes(terbaca)
    case 'masa':
      // Half of it may have been lost.
      return !/t\S*h\S*n.*bul/i.test(calon.teks)
    case 'golongan':
      return (
        isBedaGores(terbaca, tercatat) &&
        calon.keyakinan < yakinGores &&
        !isGolonganDikuatkan(calon, dokumen)
      )
    case 'pangkat':
      // `Muda` behind `Penata` may have been lost, unless the rank is closed or its grade stands by.
      return (
        tercatat.startsWith(`${terbaca} `) &&
        !/[,/;]$/.test(calon.teks) &&
        !listGolongan(calon.baris).some(({ nilai }) => nilai === findGolonganPangkat(terbaca))
      )
    default:
      return false
  }
}

export function judgeCalon(isian: IsianBanding, calon: Calon, dokumen: Dokumen): Penilaian {
  const tercatat = toBentukCatatan(isian.tipe, isian.nilai)
  if (calon.nilai === null) {
    return { mirip: 0.3, putusan: 'periksa_mata', aturan: 'tidak_terbaca_pasti' }
  }
  const terbaca = isian.tipe === 'nomor' ? foldNomor(calon.nilai) : calon.nilai
  const panjang = Math.max(1, tercatat.length, terbaca.length)
  const mirip = 1 - measureBeda(terbaca, tercatat) / panjang
  if (terbaca === tercatat) {
    const yakin = calon.keyakinan >= yakinSama || isGolonganDikuatkan(calon, dokumen)
    return calon.ragu || !yakin
      ? { mirip, putusan: 'periksa_mata', aturan: 'tidak_terbaca_pasti' }
      : { mirip: 1, putusan: 'sama', aturan: 'sama_di_label' }
  }
  const dikuatkan = isian.tipe === 'golongan' && isGolonganDikuatkan(calon, dokumen)
  const ragu =
    calon.ragu ||
    (calon.keyakinan < yakinBeda && !dikuatkan) ||
    isRaguMenurutTipe(isian.tipe, { terbaca, tercatat, mirip }, calon, dokumen)
  return ragu
    ? { mirip, putusan: 'periksa_mata', aturan: 'tidak_terbaca_pasti' }
    : { mirip, putusan: 'beda', aturan: 'beda_di_label' }
}
