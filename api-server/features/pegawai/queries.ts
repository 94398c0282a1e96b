import { sql } from 'kysely'
import type { z } from 'zod'
import type { searchPegawai } from '@meja/core/api/pegawai.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { BarisPegawai } from '../../database/pegawai-ringkas.ts'

export function findBarisPegawai(transaksi: Transaksi, nip: string) {
  return transaksi
    .selectFrom('pegawai as p')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .select(['p.id', 'p.nip', 'p.nama', 'p.gelarDepan', 'p.gelarBelakang', 'k.nama as unitKerja'])
    .where('p.nip', '=', nip)
    .executeTakeFirst()
}

type BarisTemuan = BarisPegawai & {
  perangkatDaerah: string
  jabatanKini: string | null
  golonganKini: string | null
  tingkat: number
  kunci: string
}

/** What the one door of searching answers; it keeps the limits of the login itself (decision 0028). */
export async function listTemuan(
  transaksi: Transaksi,
  nip: string | null,
  cari: z.output<typeof searchPegawai.body>,
): Promise<BarisTemuan[]> {
  const { teks, perangkatDaerah, unitKerja, golongan, jabatan, setelah, batas } = cari
  const { rows } = await sql<BarisTemuan>`select * from cari_pegawai(
    ${nip === null ? teks : ''}, ${nip}, ${perangkatDaerah ?? null}, ${unitKerja ?? null},
    ${golongan ?? null}, ${jabatan || null}, ${setelah?.tingkat ?? null}, ${setelah?.kunci ?? null},
    ${setelah?.id ?? null}, ${batas})`.execute(transaksi)
  return rows
}

type BarisUnit = {
  kode: string
  nama: string
  jumlah: number
  perangkatDaerah: string
  namaPerangkatDaerah: string
  ditutupPada: string | null
  dasarPenutupan: string | null
}

export async function listUnit(transaksi: Transaksi): Promise<BarisUnit[]> {
  const { rows } = await sql<BarisUnit>`select * from hitung_organisasi()`.execute(transaksi)
  return rows
}

export type Halangan = {
  readonly pegawai: number
  readonly usulan: number
  readonly penunjukan: number
}

/** What still needs a unit from that day on; null for a unit that there is not. */
export async function findHalangan(
  transaksi: Transaksi,
  unit: string,
  mulai: string,
): Promise<Halangan | null> {
  const ada = await transaksi
    .selectFrom('unitKerja')
    .select('kode')
    .where('kode', '=', unit)
    .executeTakeFirst()
  if (ada === undefined) return null
  const { rows } = await sql<Halangan>`
    select * from halangan_tutup_unit(${unit}, ${mulai}::date)`.execute(transaksi)
  return rows[0] ?? null
}

export async function setPenutupan(
  transaksi: Transaksi,
  unit: string,
  mulai: string,
  dasar: string,
): Promise<boolean> {
  const { rows } = await sql<{ jadi: boolean }>`
    select tutup_unit(${unit}, ${mulai}::date, ${dasar}) as jadi`.execute(transaksi)
  return rows[0]?.jadi === true
}

export async function clearPenutupan(transaksi: Transaksi, unit: string): Promise<boolean> {
  const { rows } = await sql<{ jadi: boolean }>`select buka_unit(${unit}) as jadi`.execute(
    transaksi,
  )
  return rows[0]?.jadi === true
}
