import { sql } from 'kysely'
import type { HakAkun, PermohonanAkses } from '@meja/core/api/akses.ts'
import type { Peran } from '@meja/core/domain/peran.ts'
import type { Transaksi } from '../../database/connection.ts'

const mulai = sql<string>`lower(m.berlaku)::text`.as('mulai')
const sampai = sql<string | null>`(upper(m.berlaku) - 1)::text`.as('sampai')

export function listPermohonan(transaksi: Transaksi) {
  return (
    transaksi
      .selectFrom('permohonanAkses as m')
      .leftJoin('perangkatDaerah as d', 'd.kode', 'm.perangkatDaerah')
      .select(['m.id', 'm.nama', 'm.hak', 'd.nama as perangkatDaerah', 'm.jalur', 'm.nomorSurat'])
      .select(['m.alasan', 'm.status', 'm.namaPemohon', 'm.diajukanPada', 'm.namaPemutus'])
      .select(['m.diputuskanPada', 'm.alasanPutusan', 'm.pegawaiId', 'm.pegawaiPemohon'])
      .select([mulai, sampai, sql<string>`m.tanggal_surat::text`.as('tanggalSurat')])
      // What waits comes first, the longest waiting above.
      .orderBy(sql`m.status <> 'diajukan'`)
      .orderBy(sql`case when m.status = 'diajukan' then m.diajukan_pada end`)
      .orderBy('m.diputuskanPada', 'desc')
      .limit(500)
      .execute()
  )
}

export function findPermohonan(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('permohonanAkses as m')
    .select(['m.id', 'm.akunId', 'm.pegawaiId', 'm.pegawaiPemohon', 'm.hak', 'm.perangkatDaerah'])
    .select(['m.nomorSurat', 'm.alasan', 'm.berlaku', mulai, sampai])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** Whether there is such an office, and for a head whether it is the own one. */
export async function isKantor(
  transaksi: Transaksi,
  kode: string,
  jalur: PermohonanAkses['jalur'],
): Promise<boolean> {
  const ada = await transaksi
    .selectFrom('perangkatDaerah')
    .select('kode')
    .where('kode', '=', kode)
    .$if(jalur === 'kantor', (satu) => satu.where(sql<boolean>`kode = any (kepala_pd_saya())`))
    .executeTakeFirst()
  return ada !== undefined
}

/** The own office, and those that one heads today. */
export function listKantorSaya(transaksi: Transaksi) {
  const dikepalai = sql<boolean>`d.kode = any (kepala_pd_saya())`
  return transaksi
    .selectFrom('perangkatDaerah as d')
    .select(['d.kode', 'd.nama', dikepalai.as('dikepalai')])
    .where(({ or, exists, selectFrom }) =>
      or([
        dikepalai,
        exists(
          selectFrom('pegawai as p')
            .select('p.id')
            .whereRef('p.perangkatDaerah', '=', 'd.kode')
            .where(sql<boolean>`p.id = pegawai_saya()`),
        ),
      ]),
    )
    .orderBy('d.nama')
    .execute()
}

export type BarisHak = Omit<HakAkun, 'paktaPada' | 'terakhirMasuk'> & {
  pegawaiId: string
  /** Code of the office. */
  kantor: string | null
  paktaPada: Date | null
  terakhirMasuk: Date | null
}

/** Every right that has not ended; a suspended one too, because a review has to see it. */
export async function listHakBerlaku(transaksi: Transaksi): Promise<BarisHak[]> {
  const { rows } = await sql<BarisHak>`select * from hak_berlaku()`.execute(transaksi)
  return rows
}

/** A task by decree that is not over; while it lasts the role hangs on it. */
export async function hasPenugasan(transaksi: Transaksi, akunId: string): Promise<boolean> {
  const ada = await transaksi
    .selectFrom('penugasanFasilitator')
    .select('id')
    .where('akunId', '=', akunId)
    .where(sql<boolean>`not isempty(berlaku) and coalesce(upper(berlaku) > hari_ini(), true)`)
    .executeTakeFirst()
  return ada !== undefined
}

/** Yesterday was the last day; what has not begun never does. */
const sampaiKemarin = sql<string>`case when lower(berlaku) < hari_ini()
  then daterange(lower(berlaku), hari_ini()) else 'empty'::daterange end`

export async function endTugas(
  transaksi: Transaksi,
  tabel: 'penugasan' | 'penugasanFasilitator',
  id: string,
  alasan: string,
): Promise<void> {
  await transaksi
    .updateTable(tabel)
    .set({ berlaku: sampaiKemarin, alasanAkhir: alasan })
    .where('id', '=', id)
    .execute()
}

export async function setPeran(transaksi: Transaksi, akunId: string, peran: Peran): Promise<void> {
  await transaksi.updateTable('akun').set({ peran }).where('id', '=', akunId).execute()
}
