import { getLetak, type Baris, type Token } from './baris.ts'
import {
  countKepala,
  isBagianLabel,
  isBarisLabel,
  findLanjutan,
  findSelKolom,
  listSel,
  rateTumpuk,
  tinggiBaris,
  type Dokumen,
} from './dokumen.ts'
import { findKonteks, type Konteks } from './konteks.ts'
import type { Label } from './kosakata-label.ts'
import { findLabel, type TemuLabel } from './temu-label.ts'

/** The stretch of the page that a label speaks of, word by word, over several lines if need be. */
export type Ruas = {
  readonly isi: readonly { readonly token: Token; readonly baris: Baris }[]
  readonly konteks: Konteks
  /** A cell or a line of its own: all of it is the value. Else a sentence runs on behind it. */
  readonly utuh: boolean
}

const barisTerbanyak = 3

const toIsi = (baris: Baris, dari: number, sampai: number): Ruas['isi'] =>
  baris.token.slice(dari, sampai).map((token) => ({ token, baris }))

/** Whether a known label begins at this word and is set apart as one: by a colon, or in a row of heads. */
function isAwalLabel(dokumen: Dokumen, baris: Baris, token: number): boolean {
  const label = dokumen.label.get(baris) ?? []
  const kepala = countKepala(dokumen, baris) >= 3
  return label.some(
    (satu) =>
      satu.dari === token && (kepala || (baris.token[satu.sampai + 1]?.setelahTitikDua ?? false)),
  )
}

/** From a word to the end of its cell, or to the next label. */
function findUjung(dokumen: Dokumen, baris: Baris, dari: number): number {
  let i = dari + 1
  while (i < baris.token.length) {
    if (baris.token[i]?.sel !== baris.token[dari]?.sel) break
    if (isAwalLabel(dokumen, baris, i)) break
    i += 1
  }
  return i
}

/** The lines in which a value goes on: begun at the same left edge, with nothing before it. */
function addLanjutan(dokumen: Dokumen, isi: Ruas['isi'], kalimat: boolean): Ruas['isi'] {
  const hasil = [...isi]
  let baris = isi.at(-1)?.baris
  const kiri = isi[0]?.token.kata.letak[0] ?? 0
  for (let n = 1; n < barisTerbanyak && baris !== undefined; n += 1) {
    const tepi = kalimat ? baris.letak[0] : kiri
    const lanjut = findLanjutan(dokumen, baris, tepi)
    if (lanjut === undefined || lanjut.nomor === isi[0]?.baris.nomor) break
    if ((dokumen.label.get(lanjut) ?? []).some((satu) => satu.dari === 0) && !kalimat) break
    if (lanjut.token[0]?.setelahTitikDua ?? false) break
    hasil.push(...toIsi(lanjut, 0, findUjung(dokumen, lanjut, 0)))
    baris = lanjut
  }
  return hasil
}

/** A label may go on (`Pangkat/Gol. Ruang lama`): in a line of cells the value is the next cell. */
function skipLabelPanjang(baris: Baris, { dari, sampai }: TemuLabel): number {
  const sel = baris.token[sampai]?.sel
  const awal = baris.token.slice(0, dari).filter((satu) => satu.sel === sel)
  const berikut = baris.token.findIndex((satu, i) => i > sampai && satu.sel !== sel)
  const nomor = awal.every((satu) => /^[\da-z]{0,2}[.)]?$/i.test(satu.teks))
  const titikDua = baris.token[berikut]?.setelahTitikDua ?? false
  return berikut > 0 && (titikDua || nomor) && !(baris.token[sampai + 1]?.setelahTitikDua ?? false)
    ? berikut
    : sampai + 1
}

/** The value beside a label. */
function readKanan(
  dokumen: Dokumen,
  temu: TemuLabel,
  label: readonly Label[],
  kunci: string,
): Ruas[] {
  const { baris } = temu
  if (isBarisLabel(dokumen, baris)) return []
  let dari = skipLabelPanjang(baris, temu)
  while (
    /^[\W_]*$/.test(baris.token[dari]?.teks ?? 'x') ||
    /^adalah$/i.test(baris.token[dari]?.teks ?? '')
  ) {
    dari += 1
    if (dari >= baris.token.length) return []
  }
  const pertama = baris.token[dari]
  if (pertama === undefined || isAwalLabel(dokumen, baris, dari)) return []
  const ujung = findUjung(dokumen, baris, dari)
  const konteks = findKonteks(dokumen, { baris, dari, sampai: ujung - 1 }, label, kunci)
  if (konteks === undefined) return []
  const terpisah = pertama.setelahTitikDua || pertama.sel !== baris.token[temu.sampai]?.sel
  return [
    { isi: addLanjutan(dokumen, toIsi(baris, dari, ujung), !terpisah), konteks, utuh: terpisah },
  ]
}

/** The value below a label: one line, or every row of a column. */
function listBawah(
  dokumen: Dokumen,
  temu: TemuLabel,
  label: readonly Label[],
  kunci: string,
): Ruas[] {
  const selLabel = listSel(temu.baris).find(
    (satu) => satu.dari <= temu.dari && satu.dari + satu.token.length > temu.dari,
  )
  if (selLabel === undefined) return []
  const letak = getLetak(selLabel.token)
  const selAtas = listSel(temu.baris)
  const hasil: Ruas[] = []
  let batas = temu.baris.letak[3] + tinggiBaris(temu.baris) * 40
  for (const baris of dokumen.baris.slice(temu.baris.nomor + 1, temu.baris.nomor + 60)) {
    if (baris.halaman !== temu.baris.halaman || baris.letak[1] > batas) break
    // Heads are centred over values that are not: the cell itself knows its column.
    const sel = listSel(baris).find((satu) => {
      const miliknya = getLetak(satu.token)
      if (selAtas.length < 3) return rateTumpuk(miliknya, letak) > 0.25
      return findSelKolom(temu.baris, miliknya)?.dari === selLabel.dari
    })
    if (sel === undefined) continue
    const sampai = sel.dari + sel.token.length
    const konteks = findKonteks(
      dokumen,
      { baris, dari: sel.dari, sampai: sampai - 1 },
      label,
      kunci,
    )
    if (
      konteks === undefined ||
      (konteks.hubungan !== 'atas' && konteks.hubungan !== 'kepala_tabel')
    )
      break
    hasil.push({ isi: toIsi(baris, sel.dari, sampai), konteks, utuh: true })
    if (konteks.hubungan === 'atas' && hasil.length >= 2) break
    batas = baris.letak[3] + tinggiBaris(baris) * 6
  }
  return hasil
}

/** A sentence that goes on in the next line behind its label. */
function readBarisBerikut(
  dokumen: Dokumen,
  temu: TemuLabel,
  label: readonly Label[],
  kunci: string,
): Ruas[] {
  const { baris } = temu
  if (isBarisLabel(dokumen, baris)) return []
  const sebelum = baris.token.slice(temu.sampai + 1)
  if (sebelum.some((satu) => /[\p{L}\d]/u.test(satu.teks))) return []
  const lanjut = findLanjutan(dokumen, baris, baris.letak[0])
  if (lanjut === undefined || isAwalLabel(dokumen, lanjut, 0)) return []
  const ujung = findUjung(dokumen, lanjut, 0)
  const konteks = findKonteks(dokumen, { baris: lanjut, dari: 0, sampai: ujung - 1 }, label, kunci)
  return konteks === undefined ? [] : [{ isi: toIsi(lanjut, 0, ujung), konteks, utuh: false }]
}

/** Every stretch that one of these labels speaks of. */
export function listRuas(dokumen: Dokumen, label: readonly Label[], kunci: string): Ruas[] {
  const hasil = new Map<Token, Ruas>()
  for (const baris of dokumen.baris) {
    for (const temu of label.flatMap((satu) => findLabel(baris, satu))) {
      if (isBagianLabel(dokumen, temu)) continue
      const kanan = readKanan(dokumen, temu, label, kunci)
      const semua = [
        ...kanan,
        ...listBawah(dokumen, temu, label, kunci),
        ...(kanan.length > 0 ? [] : readBarisBerikut(dokumen, temu, label, kunci)),
      ]
      for (const satu of semua) {
        const awal = satu.isi[0]?.token
        if (awal === undefined) continue
        const lama = hasil.get(awal)
        if (lama === undefined || lama.konteks.nilai < satu.konteks.nilai) hasil.set(awal, satu)
      }
    }
  }
  return [...hasil.values()]
}
