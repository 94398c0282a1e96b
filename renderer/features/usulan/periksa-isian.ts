import { getSchemaIsi } from '@meja/core/domain/isi-riwayat.ts'
import {
  getDeskripsi,
  type Isian,
  type JenisRiwayat,
  type Label,
} from '@meja/core/domain/jenis-riwayat.ts'
import { checkNik } from '@meja/core/domain/nik.ts'
import { checkNip } from '@meja/core/domain/nip.ts'

export type IsiForm = Record<string, string | null>

/**
 * Why a field is not accepted. The verdict is the schema's, on which the server decides too; here
 * are only the words for it: `usulan.salah.<kunci>`, or the sentence that the rule itself has.
 */
export type SalahIsian =
  | { readonly kunci: 'wajib' | 'bentuk' | 'bertentangan' | Isian['tipe'] }
  | { readonly kunci: 'panjang'; readonly maks: number }
  | { readonly kalimat: Label }

function findTemuan({ tipe }: Isian, nilai: string): Label | undefined {
  const temuan = tipe === 'nip' ? checkNip(nilai) : tipe === 'nik' ? checkNik(nilai) : []
  const satu = temuan.find(({ tingkat }) => tingkat === 'tolak')
  return satu && { id: satu.pesan, en: satu.pesanEn }
}

function explain(isian: Isian, nilai: string | null): SalahIsian {
  if (nilai === null || nilai.trim() === '') return { kunci: 'wajib' }
  if (nilai.trim().length > isian.maks) return { kunci: 'panjang', maks: isian.maks }
  const kalimat = findTemuan(isian, nilai)
  if (kalimat !== undefined) return { kalimat }
  return { kunci: isian.pola === undefined ? isian.tipe : 'bentuk' }
}

/** Values as they are sent: an empty field says nothing. */
export function cleanIsi(isi: IsiForm): IsiForm {
  return Object.fromEntries(
    Object.entries(isi).map(([kunci, nilai]) => [kunci, nilai?.trim() ? nilai.trim() : null]),
  )
}

/** Every field that the schema does not accept, with why; empty when all may be sent. */
export function checkIsi(jenis: JenisRiwayat, isi: IsiForm): Map<string, SalahIsian> {
  const bersih = cleanIsi(isi)
  const hasil = getSchemaIsi(jenis).safeParse(bersih)
  const gagal = new Set(hasil.error?.issues.map(({ path }) => String(path[0])))
  return new Map(
    getDeskripsi(jenis)
      .isian.filter(({ kunci }) => gagal.has(kunci))
      .map((satu) => [satu.kunci, explain(satu, bersih[satu.kunci] ?? null)]),
  )
}
