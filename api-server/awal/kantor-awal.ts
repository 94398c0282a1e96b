import { sql } from 'kysely'
import type { Transaksi } from '../database/connection.ts'
import type { BerkasAwal } from './berkas-awal.ts'
import { PenolakanAwal } from './penolakan-awal.ts'

type KantorAwal = BerkasAwal['perangkatDaerah'][number]

/** What is there keeps its name: a file that says otherwise is about something else. */
function refuseIfLain(apa: string, ditulis: string, ada: string | undefined): void {
  if (ada !== undefined && ada !== ditulis) {
    throw new PenolakanAwal(
      `${apa} sudah tercatat sebagai "${ada}", bukan "${ditulis}". Samakan berkasnya; perintah ini tidak mengubah yang sudah ada.`,
    )
  }
}

/** True when it was not there yet. */
async function ensureKantor(transaksi: Transaksi, { kode, nama }: KantorAwal): Promise<boolean> {
  const { rows } = await sql<{ nama: string; baru: boolean }>`
    with baru as (insert into perangkat_daerah (kode, nama) values (${kode}, ${nama})
      on conflict (kode) do nothing returning nama)
    select nama, true as baru from baru
    union all select nama, false from perangkat_daerah where kode = ${kode}`.execute(transaksi)
  refuseIfLain(`Perangkat Daerah ${kode}`, nama, rows[0]?.nama)
  return rows[0]?.baru === true
}

async function ensureUnit(
  transaksi: Transaksi,
  kantor: string,
  { kode, nama }: KantorAwal['unit'][number],
): Promise<boolean> {
  const { rows } = await sql<{ nama: string; kantor: string; baru: boolean }>`
    with baru as (insert into unit_kerja (kode, perangkat_daerah, nama)
      values (${kode}, ${kantor}, ${nama}) on conflict (kode) do nothing
      returning nama, perangkat_daerah)
    select nama, perangkat_daerah as kantor, true as baru from baru
    union all select nama, perangkat_daerah, false from unit_kerja where kode = ${kode}`.execute(
    transaksi,
  )
  refuseIfLain(`Unit ${kode}`, nama, rows[0]?.nama)
  refuseIfLain(`Perangkat Daerah dari unit ${kode}`, kantor, rows[0]?.kantor)
  return rows[0]?.baru === true
}

/** Offices and units that are not there yet. */
export async function addKantor(transaksi: Transaksi, { perangkatDaerah }: BerkasAwal) {
  let kantorBaru = 0
  let unitBaru = 0
  for (const kantor of perangkatDaerah) {
    if (await ensureKantor(transaksi, kantor)) kantorBaru += 1
    for (const unit of kantor.unit) {
      if (await ensureUnit(transaksi, kantor.kode, unit)) unitBaru += 1
    }
  }
  return { kantorBaru, unitBaru }
}

export type Tempat = {
  readonly unit: string
  readonly kantor: string
  readonly kodeKantor: string
}

export async function getTempat(transaksi: Transaksi, kodeUnit: string): Promise<Tempat> {
  const tempat = await transaksi
    .selectFrom('unitKerja as k')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'k.perangkatDaerah')
    .select(['k.nama as unit', 'd.nama as kantor', 'd.kode as kodeKantor'])
    .where('k.kode', '=', kodeUnit)
    .executeTakeFirst()
  if (tempat === undefined) {
    throw new PenolakanAwal(
      `Unit ${kodeUnit} tidak ada di berkas maupun di basis data. Tambahkan di "perangkatDaerah".`,
    )
  }
  return tempat
}
