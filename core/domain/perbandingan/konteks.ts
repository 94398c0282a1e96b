import { getLetak, type Baris } from './baris.ts'
import {
  countKepala,
  findLabelBersambung,
  findSelKolom,
  isBarisLabel,
  listSel,
  tinggiBaris,
  type Dokumen,
} from './dokumen.ts'
import type { Label } from './kosakata-label.ts'
import { findLabel, type TemuLabel } from './temu-label.ts'

/** How a label stands to a value. */
export type Hubungan = 'kiri' | 'atas' | 'kepala_tabel' | 'kalimat' | 'kota_tanggal' | 'sendiri'

export type Konteks = {
  /** 0 to 1: how sure it is that the label speaks of this value. */
  readonly nilai: number
  readonly label: string
  readonly hubungan: Hubungan
  /** Where the label stands. */
  readonly temu?: TemuLabel
}

type Tempat = { readonly baris: Baris; readonly dari: number; readonly sampai: number }

/** Words beside a label that turn it to another time than the record's. */
const lampau = /^(lama|semula|sebelumnya|sebelum|asal)$/
const mendatang = /^(berikutnya|yad|datang|selanjutnya)$/
const kini = /^(baru|menjadi|sekarang)$/

function rateUngkapan(temu: TemuLabel, sampai: number, kunci: string): number {
  const kata = temu.baris.potong
    .filter(({ token }) => token >= temu.dari - 2 && token < sampai)
    .map((satu) => satu.teks)
  const ada = (pola: RegExp) => kata.some((satu) => pola.test(satu))
  if (/berikut/i.test(kunci)) return ada(mendatang) ? 1.1 : 0.4
  if (/lama|asal|sebelum/i.test(kunci)) return ada(lampau) ? 1.1 : ada(kini) ? 0.5 : 1
  return ada(lampau) || ada(mendatang) ? 0.45 : ada(kini) ? 1.06 : 1
}

/** Longer phrases say more, and a colon says it loudest. */
function rateTemu(temu: TemuLabel): number {
  return temu.label.bobot * (1 + 0.02 * Math.min(3, temu.label.frasa.length - 1))
}

function findKiri(
  dokumen: Dokumen,
  tempat: Tempat,
  label: readonly Label[],
  kunci: string,
): Konteks[] {
  const { baris, dari } = tempat
  if (isBarisLabel(dokumen, baris)) return []
  const bersambung = findLabelBersambung(dokumen, baris)
  return label.flatMap((satu) =>
    [
      ...findLabel(baris, satu),
      ...(bersambung === undefined ? [] : findLabel(bersambung, satu)),
    ].flatMap((temu) => {
      if (temu.sampai >= dari) return []
      const antara = dari - temu.sampai - 1
      // A label of another kind between the two takes the value for itself, a weaker one less so.
      const penghalang = (dokumen.label.get(baris) ?? []).filter(
        (lain) =>
          lain.dari > temu.sampai &&
          lain.sampai < dari &&
          (baris.token[lain.sampai + 1]?.setelahTitikDua ?? false),
      ).length
      const jauh = Math.min(0.6, Math.max(0, antara - 1) * 0.035) + penghalang * 0.35
      const nilai = rateTemu(temu) * (1 - jauh) * rateUngkapan(temu, dari, kunci)
      return [{ nilai, label: temu.teks, hubungan: 'kiri' as const, temu }]
    }),
  )
}

/** The end of the line before, when a sentence runs on. */
function findKalimat(
  dokumen: Dokumen,
  tempat: Tempat,
  label: readonly Label[],
  kunci: string,
): Konteks[] {
  const { baris, dari } = tempat
  if (dari > 5 || (baris.token[dari]?.sel ?? 0) > 0) return []
  const sebelum = dokumen.baris[baris.nomor - 1]
  if (sebelum === undefined || sebelum.halaman !== baris.halaman) return []
  if (isBarisLabel(dokumen, sebelum)) return []
  const jarak = (baris.letak[1] - sebelum.letak[3]) / tinggiBaris(baris)
  if (jarak > 3.6) return []
  const banyak = sebelum.token.length
  return label.flatMap((satu) =>
    findLabel(sebelum, satu).flatMap((temu) => {
      const antara = banyak - 1 - temu.sampai + dari
      // A sentence that ends in its label may set the value apart, in the middle of a line of its own.
      if (antara > 7 || (jarak > 1.6 && antara > 0)) return []
      const nilai = rateTemu(temu) * (0.86 - antara * 0.05) * rateUngkapan(temu, banyak, kunci)
      return [{ nilai, label: temu.teks, hubungan: 'kalimat' as const, temu }]
    }),
  )
}

/** Labels above their values, and below those the next labels: a form, not the first row of a table. */
function isFormulir(dokumen: Dokumen, kepala: Baris, baris: Baris): boolean {
  if (baris.nomor - kepala.nomor > 2) return false
  // Dirt may make a line of its own between them.
  return [baris.nomor + 1, baris.nomor + 2, kepala.nomor - 2, kepala.nomor - 3].some((nomor) => {
    const satu = dokumen.baris[nomor]
    return satu?.halaman === baris.halaman && isBarisLabel(dokumen, satu)
  })
}

/** A label above: the head of a column, however far up, or a line of its own. */
function findAtas(
  dokumen: Dokumen,
  tempat: Tempat,
  label: readonly Label[],
  kunci: string,
): Konteks[] {
  const { baris, dari, sampai } = tempat
  const letak = getLetak(baris.token.slice(dari, sampai + 1))
  for (let n = baris.nomor - 1; n >= Math.max(0, baris.nomor - 60); n -= 1) {
    const atas = dokumen.baris[n]
    if (atas === undefined || atas.halaman !== baris.halaman) return []
    const semuaSel = listSel(atas)
    const sel = findSelKolom(atas, letak)
    if (sel === undefined) continue
    const awal = sel.dari
    const akhir = sel.dari + sel.token.length - 1
    const dikenal = (dokumen.label.get(atas) ?? []).filter(
      (satu) => satu.dari >= awal && satu.sampai <= akhir,
    )
    const kepala = countKepala(dokumen, atas)
    // Label and value side by side: this line speaks for itself, not for what stands below it.
    const sendiri = semuaSel.length === 1 || kepala >= 2
    const cocok = label
      .flatMap((satu) => findLabel(atas, satu))
      .filter((satu) => satu.dari >= awal && satu.sampai <= akhir)
    if (cocok.length > 0 && sendiri) {
      const tabel =
        (kepala >= 3 || (kepala >= 2 && semuaSel.length >= 2)) && !isFormulir(dokumen, atas, baris)
      if (!tabel && baris.nomor - n > 2) return []
      // `telah dilangsungkan perkawinan antara:` ends in its label, and is a sentence before that.
      const diUjung = cocok.some((satu) => satu.sampai === akhir)
      const semuaSisa = sel.token.length - (cocok[0]?.label.frasa.length ?? 0)
      const sisa = diUjung ? Math.min(1, semuaSisa) : semuaSisa
      return cocok.map((temu) => ({
        nilai:
          rateTemu(temu) *
          (tabel ? 0.95 : Math.max(0.5, 0.82 - sisa * 0.06)) *
          rateUngkapan(temu, akhir + 1, kunci),
        label: temu.teks,
        hubungan: tabel ? ('kepala_tabel' as const) : ('atas' as const),
        temu,
      }))
    }
    if (dikenal.length > 0 && kepala >= 2) return []
  }
  return []
}

/** `Medan, 13 Oktober 2009`: a place and a comma before a date is how letters are dated. */
function findKotaTanggal({ baris, dari }: Tempat): Konteks | undefined {
  const sebelum = baris.token[dari - 1]
  if (sebelum === undefined || !/^\p{Lu}[\p{L}.-]+[,.]$/u.test(sebelum.teks)) return undefined
  const awalSel = baris.token.findIndex((satu) => satu.sel === baris.token[dari]?.sel)
  if (dari - awalSel > 3) return undefined
  return { nilai: 0.78, label: sebelum.teks.replace(/[,.]$/, ''), hubungan: 'kota_tanggal' }
}

/** The label that speaks best for a value at this place; none when the page says nothing of it. */
export function findKonteks(
  dokumen: Dokumen,
  tempat: Tempat,
  label: readonly Label[],
  kunci: string,
  tanggalSurat = false,
): Konteks | undefined {
  const kota = tanggalSurat ? findKotaTanggal(tempat) : undefined
  const semua: Konteks[] = [
    ...findKiri(dokumen, tempat, label, kunci),
    ...findKalimat(dokumen, tempat, label, kunci),
    ...(kota === undefined ? [] : [kota]),
  ]
  const atas = findAtas(dokumen, tempat, label, kunci)
  return [...semua, ...atas].toSorted((a, b) => b.nilai - a.nilai)[0]
}
