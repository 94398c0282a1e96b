import type { Dokumen } from './dokumen.ts'
import type { AturanBanding, StatusBanding } from './hasil.ts'
import type { IsianBanding } from './isian-banding.ts'
import { findJendela, normalizeTercatat, type Jendela } from './jendela.ts'
import { findKonteks, type Konteks } from './konteks.ts'
import type { Label } from './kosakata-label.ts'
import { expandSingkatan } from './singkatan.ts'
import { isGelarDepan } from './nama-orang.ts'
import { listRuas, type Ruas } from './ruas.ts'

type Isi = Ruas['isi']

export type Bacaan = {
  readonly isi: Isi
  readonly konteks: Konteks | undefined
  readonly mirip: number
  readonly putusan: StatusBanding
  readonly aturan: AturanBanding
  readonly keyakinan: number
}

const yakinBeda = 70
const yakinBedaJauh = 80
const miripDekat = 0.72
const labelUntukBedaJauh = 0.65

/** Names of people begin with a capital; a title may stand before them. */
function isAwalNama(isi: Isi): boolean {
  const awal = isi.find(({ token }) => /\p{L}/u.test(token.teks) && !isGelarDepan(token.teks))
  const bernomor = isi.slice(0, 3).some(({ token }) => /\d{3}/.test(token.teks))
  return awal !== undefined && !bernomor && /^\P{L}*\p{Lu}/u.test(awal.token.teks)
}

/** Where a place or a word in a sentence ends: at a comma, a digit, or the next clause. */
const penutup =
  /^(pada.*|tanggal|tgl|tmt|terhitung|telah|dengan|nip|nik|yang|untuk|lahir|sebagai|beserta|nomor)$/

function cutRuas(ruas: Ruas, konsep: string | undefined): Isi {
  const tempat = konsep === 'tempat_lahir'
  const sampai = ruas.isi.findIndex(({ token }, i) => {
    const kata = token.teks.toLowerCase().replaceAll(/[^a-z]/g, '')
    if (i > 0 && tempat && /^[\d(]/.test(token.teks)) return true
    // In a sentence the value itself may be what was not read: `lahir di … pada tanggal`.
    return (i > 0 || !ruas.utuh) && (!ruas.utuh || tempat) && penutup.test(kata)
  })
  const isi = sampai < 0 ? ruas.isi : ruas.isi.slice(0, sampai)
  if (!tempat && ruas.utuh) return isi
  const koma = isi.findIndex(({ token }) => /[,;]$/.test(token.teks))
  return koma < 0 || konsep === 'nama' ? isi : isi.slice(0, koma + 1)
}

function rataRata(isi: Isi): number {
  return (
    isi.reduce((jumlah, { token }) => jumlah + token.kata.keyakinan, 0) / Math.max(1, isi.length)
  )
}

/** Pieces of the words of the record, and those words twice: so reads a reader that lost its line. */
function isPecahan(isi: Isi, tercatat: readonly string[]): boolean {
  const asing = isi
    .flatMap(({ token }) => expandSingkatan(token.teks))
    .filter((satu) => !tercatat.includes(satu))
  const adaSama = isi.length > asing.length
  return adaSama && asing.every((satu) => tercatat.some((kata) => kata.includes(satu)))
}

/** A whole column, or a sentence: whatever it is, it is not one value of this kind. */
function isTerlaluPanjang(isi: Isi, tercatat: readonly string[]): boolean {
  const panjang = isi.reduce((jumlah, { token }) => jumlah + token.teks.length, 0)
  return isi.length > 4 && panjang > tercatat.join('').length * 2.5
}

function judge(
  jendela: Jendela | null,
  isi: Isi,
  tercatat: readonly string[],
): Pick<Bacaan, 'mirip' | 'putusan' | 'aturan'> {
  if (jendela === null) {
    const rusak = isPecahan(isi, tercatat) || isTerlaluPanjang(isi, tercatat)
    return rataRata(isi) >= yakinBedaJauh && !rusak
      ? { mirip: 0, putusan: 'beda', aturan: 'beda_di_label' }
      : { mirip: 0, putusan: 'periksa_mata', aturan: 'tidak_terbaca_pasti' }
  }
  const { mirip, sama, sisaDepan, sisaBelakang, keyakinanBeda, terpotong } = jendela
  if (sama) {
    return sisaDepan + sisaBelakang === 0
      ? { mirip: 1, putusan: 'sama', aturan: 'sama_di_label' }
      : { mirip: 0.98, putusan: 'periksa_mata', aturan: 'ada_tambahan' }
  }
  // A word that was lost, or the end of one behind a picture, is the reader's fault more often.
  const dekat = mirip >= miripDekat
  if (
    dekat
      ? keyakinanBeda < yakinBeda || terpotong || jendela.serupa
      : rataRata(isi) < yakinBedaJauh || isPecahan(isi, tercatat) || isTerlaluPanjang(isi, tercatat)
  ) {
    return { mirip, putusan: 'periksa_mata', aturan: 'tidak_terbaca_pasti' }
  }
  return {
    mirip,
    putusan: 'beda',
    aturan: mirip >= miripDekat ? 'mirip_di_label' : 'beda_di_label',
  }
}

function readRuas(
  ruas: Ruas,
  isian: IsianBanding,
  konsep: string | undefined,
  tercatat: readonly string[],
): Bacaan | null {
  const orang = isian.tipe === 'nama'
  // The whole value may hold a word at which others end; then nothing is cut off.
  const utuh = findJendela(ruas.isi, tercatat, orang)
  const isi = utuh?.sama === true ? ruas.isi : cutRuas(ruas, konsep)
  if (isi.length === 0) return null
  const jendela = findJendela(isi, tercatat, orang)
  const dekat = jendela !== null && jendela.mirip >= miripDekat
  if (orang && !dekat && !isAwalNama(isi)) return null
  const tampil = dekat ? isi.slice(jendela.dari, jendela.sampai + 1) : isi.slice(0, 10)
  const hasil = judge(jendela, tampil, tercatat)
  // A word that only may be a label does not say that the value is quite another.
  const lemah = hasil.putusan === 'beda' && !dekat && ruas.konteks.nilai < labelUntukBedaJauh
  return {
    isi: tampil,
    konteks: ruas.konteks,
    ...hasil,
    ...(lemah ? { putusan: 'periksa_mata' as const, aturan: 'label_meragukan' as const } : {}),
    keyakinan: rataRata(tampil),
  }
}

/** Places where the text of the record stands, whatever label they have. */
function listTempatMirip(
  dokumen: Dokumen,
  isian: IsianBanding,
  label: readonly Label[],
  tercatat: readonly string[],
): Bacaan[] {
  const orang = isian.tipe === 'nama'
  return dokumen.baris.flatMap((baris) => {
    const lanjut = dokumen.baris[baris.nomor + 1]
    const isi: Isi = [
      ...baris.token.map((token) => ({ token, baris })),
      ...(lanjut?.halaman === baris.halaman
        ? lanjut.token.map((token) => ({ token, baris: lanjut }))
        : []),
    ]
    const jendela = findJendela(isi, tercatat, orang)
    if (jendela === null || jendela.mirip < 0.8 || jendela.dari >= baris.token.length) return []
    const tampil = isi.slice(jendela.dari, jendela.sampai + 1)
    const tempat = {
      baris,
      dari: jendela.dari,
      sampai: Math.min(jendela.sampai, baris.token.length - 1),
    }
    const konteks = findKonteks(dokumen, tempat, label, isian.kunci)
    const awalSel = baris.token.findIndex((satu) => satu.sel === baris.token[jendela.dari]?.sel)
    // A value that ends in its own line is not continued by the next one.
    const selAkhir = baris.token[jendela.sampai]?.sel
    const akhirSel =
      selAkhir === undefined ? -1 : baris.token.findLastIndex((satu) => satu.sel === selAkhir)
    const potong = isi.slice(awalSel, akhirSel < 0 ? undefined : akhirSel + 1)
    const dalamSel = findJendela(potong, tercatat, orang)
    return [
      { isi: tampil, konteks, ...judge(dalamSel, tampil, tercatat), keyakinan: rataRata(tampil) },
    ]
  })
}

/** Words with which a school names itself; it needs no label. */
const kepalaLembaga =
  /^(universitas|institut|politeknik|akademi|stik|stie|stkip|stmik|iain|uin|sekolah|sma|smk|smp|madrasah|man)$/i

/** Lines that begin with the name of a school: on a certificate that is who gives it. */
function listLembaga(dokumen: Dokumen): Ruas[] {
  return dokumen.baris.flatMap((baris) => {
    const dari = baris.token.findIndex((satu) => kepalaLembaga.test(satu.teks))
    if (dari < 0 || dari > 1) return []
    const isi = baris.token.slice(dari).map((token) => ({ token, baris }))
    const label = baris.token[dari]?.teks ?? ''
    return [{ isi, konteks: { nilai: 0.75, label, hubungan: 'sendiri' as const }, utuh: true }]
  })
}

export function listBacaan(
  dokumen: Dokumen,
  isian: IsianBanding,
  label: readonly Label[],
  konsep: string | undefined,
): Bacaan[] {
  const tercatat = normalizeTercatat(isian.nilai, isian.tipe === 'nama')
  const semua = [
    ...listRuas(dokumen, label, isian.kunci),
    ...(konsep === 'lembaga' ? listLembaga(dokumen) : []),
  ]
  const ruas = semua.flatMap((satu) => {
    const bacaan = readRuas(satu, isian, konsep, tercatat)
    return bacaan === null ? [] : [bacaan]
  })
  const awal = new Set(ruas.flatMap((satu) => satu.isi.map(({ token }) => token)))
  return [
    ...ruas,
    ...listTempatMirip(dokumen, isian, label, tercatat).filter(
      (satu) => !satu.isi.some(({ token }) => awal.has(token)),
    ),
  ]
}
