import { listCalon, judgeCalon } from './banding-calon.ts'
import { listBacaan, type Bacaan } from './banding-teks.ts'
import { getLetak, type Baris } from './baris.ts'
import type { Calon } from './calon.ts'
import { joinBacaan } from './dua-bacaan.ts'
import { buildDokumen, type Dokumen } from './dokumen.ts'
import type { HasilBanding } from './hasil.ts'
import type { IsianBanding, TipeBanding } from './isian-banding.ts'
import {
  findJangkar,
  getKelompokOrang,
  isBercampur,
  isDekatNomor,
  numberBlok,
  rateJangkar,
  rateUrutanOrang,
  type Jangkar,
} from './jangkar.ts'
import type { HalamanTerbaca, Kotak } from './kata.ts'
import { findKonteks, type Hubungan, type Konteks } from './konteks.ts'
import { findKonsep, isTanggalSurat, listLabel } from './kosakata-label.ts'
import { buildHasil, choosePilihan, type Pilihan } from './pilihan.ts'

type Perkara = {
  readonly dokumen: Dokumen
  readonly blok: ReadonlyMap<Baris, number>
  readonly jangkar: ReadonlyMap<string, Jangkar>
  readonly calon: Map<TipeBanding, readonly Calon[]>
}

const jangkarKosong: Jangkar = {
  baris: new Set(),
  blok: null,
  letak: new Map(),
  nomor: [],
  bernomor: false,
  bercampur: { blok: false, baris: false },
}

/** Dates of other events: what is said to be a day of birth is not the day of the letter. */
const peristiwa = ['tanggal_lahir', 'tmt', 'tanggal_nikah', 'tanggal_lulus', 'selesai'] as const

function getCalon(perkara: Perkara, tipe: TipeBanding): readonly Calon[] {
  const lama = perkara.calon.get(tipe)
  if (lama !== undefined) return lama
  const baru = listCalon(perkara.dokumen, tipe)
  perkara.calon.set(tipe, baru)
  return baru
}

/** Labels of a letter's own date that no other event shares. */
const tegas =
  /hari ini|lulus|yudisium|nikah|akad|ditetapkan|dikeluarkan|diterbitkan|dibuat|surat|sk|keputusan/

function rateSaingan(
  perkara: Perkara,
  calon: Calon,
  konsep: string | undefined,
  sendiri: Konteks | undefined,
): number {
  if (konsep !== 'tanggal_surat' && konsep !== 'tanggal_nikah' && konsep !== 'tanggal_lulus')
    return 1
  const terkuat = Math.max(
    0,
    ...peristiwa
      .filter((satu) => satu !== konsep)
      .map((satu) => {
        const label = listLabel(satu, '').filter(({ bobot }) => bobot >= 0.85)
        return findKonteks(perkara.dokumen, calon, label, '')?.nilai ?? 0
      }),
  )
  if (terkuat < 0.55) return 1
  return tegas.test(sendiri?.label ?? '') && (sendiri?.nilai ?? 0) >= terkuat - 0.1 ? 1 : 0.4
}

/** A year is no score, and a score with decimals is no count. */
function rateBentuk(isian: IsianBanding, konsep: string | undefined, calon: Calon): number {
  if (isian.tipe !== 'angka' || calon.nilai === null) return 1
  if (konsep === 'tahun') return /^(19|20)\d\d$/.test(calon.nilai) ? 1 : 0.3
  return isian.nilai.includes(',') === calon.nilai.includes(',') ? 1 : 0.7
}

/** What speaks for it that a value at this place is of the field's person. */
function rateOrang(
  perkara: Perkara,
  { kunci }: IsianBanding,
  tempat: { readonly baris: Baris; readonly letak: Kotak },
  hubungan: Hubungan,
  konsep: string | undefined,
): number {
  const jangkar = perkara.jangkar.get(getKelompokOrang(kunci)) ?? jangkarKosong
  return (
    rateJangkar(jangkar, tempat.baris, perkara.blok.get(tempat.baris), hubungan, konsep) *
    rateUrutanOrang(perkara.jangkar, jangkar, tempat, hubungan, konsep)
  )
}

function listPilihanCalon(
  perkara: Perkara,
  isian: IsianBanding,
  konsep: string | undefined,
): Pilihan[] {
  const { dokumen } = perkara
  const label = listLabel(konsep, isian.kunci, isian.label)
  const calon = getCalon(perkara, isian.tipe)
  const tunggal = calon.length === 1 && (isian.tipe === 'nip' || isian.tipe === 'nik')
  return calon.map((satu) => {
    const ada = findKonteks(dokumen, satu, label, isian.kunci, isTanggalSurat(konsep, isian.kunci))
    const konteks: Konteks | undefined =
      ada ?? (tunggal ? { nilai: 0.6, label: '', hubungan: 'sendiri' } : undefined)
    const dasar = konteks?.nilai ?? 0
    const nilai =
      dasar *
      rateSaingan(perkara, satu, konsep, konteks) *
      rateBentuk(isian, konsep, satu) *
      rateOrang(
        perkara,
        isian,
        { baris: satu.baris, letak: getLetak(satu.token) },
        konteks?.hubungan ?? 'sendiri',
        konsep,
      )
    return {
      baris: satu.baris,
      token: satu.token.map((token) => ({
        token,
        baris: satu.baris.token.includes(token)
          ? satu.baris
          : (dokumen.baris[satu.baris.nomor + 1] ?? satu.baris),
      })),
      teks: satu.teks,
      konteks,
      nilai,
      ...judgeCalon(isian, satu, dokumen),
      keyakinan: satu.keyakinan,
    }
  })
}

/** Certificates print a name without a label; where its own number stands by, it needs none. */
const nilaiDekatNomor = 0.8

function findKonteksNama(
  jangkar: Jangkar,
  isian: IsianBanding,
  { isi, konteks, mirip }: Bacaan,
): Konteks | undefined {
  const baris = isi[0]?.baris
  const sendiri = isian.tipe === 'nama' && mirip >= 0.8 && (konteks?.nilai ?? 0) < nilaiDekatNomor
  return sendiri && baris !== undefined && isDekatNomor(jangkar, baris)
    ? { nilai: nilaiDekatNomor, label: '', hubungan: 'sendiri' }
    : konteks
}

function listPilihanTeks(
  perkara: Perkara,
  isian: IsianBanding,
  konsep: string | undefined,
): Pilihan[] {
  const { dokumen } = perkara
  const jangkar = perkara.jangkar.get(getKelompokOrang(isian.kunci)) ?? jangkarKosong
  const label = listLabel(konsep, isian.kunci, isian.label)
  return listBacaan(dokumen, isian, label, konsep).flatMap((satu) => {
    const baris = satu.isi[0]?.baris
    if (baris === undefined) return []
    const konteks = findKonteksNama(jangkar, isian, satu)
    const hubungan = konteks?.hubungan ?? 'sendiri'
    return [
      {
        baris,
        token: satu.isi,
        teks: satu.isi.map(({ token }) => token.teks).join(' '),
        konteks,
        nilai:
          (konteks?.nilai ?? 0) *
          rateOrang(
            perkara,
            isian,
            { baris, letak: getLetak(satu.isi.map(({ token }) => token)) },
            hubungan,
            konsep,
          ),
        mirip: satu.mirip,
        putusan: satu.putusan,
        aturan: satu.aturan,
        keyakinan: satu.keyakinan,
      },
    ]
  })
}

/** A number of one person beside the name of another is what a person has to see. */
function doubtBercampur(perkara: Perkara, isian: IsianBanding, pilihan: Pilihan): Pilihan {
  const identitas = isian.tipe === 'nip' || isian.tipe === 'nik' || isian.tipe === 'nama'
  const jangkar = perkara.jangkar.get(getKelompokOrang(isian.kunci))
  if (!identitas || pilihan.putusan !== 'sama' || jangkar === undefined) return pilihan
  return isBercampur(jangkar, pilihan.konteks?.hubungan ?? 'sendiri')
    ? { ...pilihan, putusan: 'periksa_mata', aturan: 'label_meragukan' }
    : pilihan
}

/** Every place that may hold a field's value, with what speaks for it. */
export function listPilihan(perkara: Perkara, isian: IsianBanding): Pilihan[] {
  const konsep = findKonsep(isian.kunci, isian.tipe)
  const pilihan =
    isian.tipe === 'teks' || isian.tipe === 'nama'
      ? listPilihanTeks(perkara, isian, konsep)
      : listPilihanCalon(perkara, isian, konsep)
  return pilihan.map((satu) => doubtBercampur(perkara, isian, satu))
}

export function openPerkara(
  halaman: readonly HalamanTerbaca[],
  isian: readonly IsianBanding[],
): Perkara {
  const dokumen = buildDokumen(halaman)
  const blok = numberBlok(dokumen)
  const kelompok = new Set(isian.map((satu) => getKelompokOrang(satu.kunci)))
  const jangkar = new Map(
    [...kelompok].map((nama) => [
      nama,
      findJangkar(
        dokumen,
        blok,
        isian.filter((satu) => getKelompokOrang(satu.kunci) === nama),
        /\d/.test(nama),
      ),
    ]),
  )
  return { dokumen, blok, jangkar, calon: new Map() }
}

/**
 * Compares what a record says with what a scan says, field by field. It suggests; only a person
 * decides. Equal is said only where a label, a column or a section agrees, and never by leniency.
 */
export function compareIsian(
  halaman: readonly HalamanTerbaca[],
  isian: readonly IsianBanding[],
): HasilBanding[] {
  const pertama = openPerkara(halaman, isian)
  const kedua = halaman.some(({ kataKedua }) => kataKedua !== undefined)
    ? openPerkara(
        halaman.map((satu) => ({ ...satu, kata: satu.kataKedua ?? satu.kata })),
        isian,
      )
    : null
  return isian.map((satu) => {
    const a = choosePilihan(listPilihan(pertama, satu), satu.tipe)
    const b = kedua === null ? null : choosePilihan(listPilihan(kedua, satu), satu.tipe)
    return buildHasil(satu.kunci, joinBacaan(satu.tipe, a, b))
  })
}
