import { sql, type Insertable } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'
import { kolomDokumen } from '../../database/dokumen.ts'
import type { Tables } from '../../database/tables.ts'

export function findDokumen(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('dokumen')
    .select(['sha256', 'tipeMedia', 'pegawaiId', 'jenis'])
    .select(
      sql<boolean>`exists (select from jenis_dokumen_rahasia r where r.kode = jenis)`.as('rahasia'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether this login sees the employee at all; row-level security answers. */
export async function isPegawaiTerlihat(transaksi: Transaksi, id: string): Promise<boolean> {
  const baris = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return baris !== undefined
}

/** A document as the contract shows it. */
export function getDokumenById(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('dokumen as d')
    .select(kolomDokumen)
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function insertDokumen(
  transaksi: Transaksi,
  dokumen: Insertable<Tables['dokumen']>,
): Promise<void> {
  await transaksi.insertInto('dokumen').values(dokumen).execute()
}

/** Storing one upload twice at the same time queues up here, so that the second finds the first. */
export async function findByUnggahan(transaksi: Transaksi, unggahanId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${unggahanId}, 7321))`.execute(transaksi)
  return transaksi
    .selectFrom('dokumen')
    .select(['id', 'pegawaiId', 'jenis', 'diunggahOleh'])
    .where('unggahanId', '=', unggahanId)
    .executeTakeFirst()
}

type Saringan = { pegawaiId: string; jenis: string | undefined; semua: boolean }

export function listArsip(transaksi: Transaksi, { pegawaiId, jenis, semua }: Saringan) {
  return transaksi
    .selectFrom('dokumen as d')
    .select([...kolomDokumen, 'd.diunggahPada'])
    .where('d.pegawaiId', '=', pegawaiId)
    .$if(jenis !== undefined, (kueri) => kueri.where('d.jenis', '=', jenis ?? ''))
    .$if(!semua, (kueri) =>
      kueri.where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('dokumen as g').select('g.id').whereRef('g.menggantikan', '=', 'd.id')),
        ),
      ),
    )
    .orderBy('d.diunggahPada', 'desc')
    .orderBy('d.id')
    .execute()
}

/** Proposals that these documents stand behind, with the row that each became; as far as visible. */
export function listBukti(transaksi: Transaksi, dokumenIds: string[]) {
  if (dokumenIds.length === 0) return Promise.resolve([])
  return transaksi
    .selectFrom('usulanDokumen as ud')
    .innerJoin('usulan as u', 'u.id', 'ud.usulanId')
    .leftJoin('riwayat as r', 'r.usulanId', 'u.id')
    .select(['ud.dokumenId', 'u.id as usulanId', 'u.jenis', 'u.status', 'r.id as riwayatId'])
    .where('ud.dokumenId', 'in', dokumenIds)
    .orderBy('u.diajukanPada')
    .orderBy('u.id')
    .execute()
}
