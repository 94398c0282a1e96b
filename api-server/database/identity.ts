import { sql } from 'kysely'
import { Peran } from '@meja/core/domain/peran.ts'
import { MejaError } from '../meja-error.ts'
import type { Database, Transaksi } from './connection.ts'

/** Who asks, as the database knows the account at this moment. */
export type Identity = {
  readonly akunId: string
  readonly pegawaiId: string
  readonly namaPengguna: string
  readonly nama: string
  readonly peran: Peran
  readonly perangkatDaerah: { readonly kode: string; readonly nama: string } | null
}

type BarisSesi = {
  akunId: string
  pegawaiId: string
  namaPengguna: string
  nama: string
  peran: string
  perangkatDaerah: string | null
  namaPerangkatDaerah: string | null
}

/**
 * Runs one transaction as this account: row-level security sees its role and office until commit
 * (D13). An account that is gone or a facilitator without a decree in force gets nothing (P10.5).
 */
export async function runAs<T>(
  database: Database,
  akunId: string,
  roles: readonly Peran[],
  work: (transaksi: Transaksi, identity: Identity) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (transaksi) => {
    // One round trip says who asks and tells it to row-level security; a refusal below rolls both back.
    const { rows } = await sql<BarisSesi>`select s.*,
        set_config('meja.akun_id', s.akun_id::text, true) as a,
        set_config('meja.pegawai_id', s.pegawai_id::text, true) as b,
        set_config('meja.peran', s.peran, true) as c,
        set_config('meja.perangkat_daerah', coalesce(s.perangkat_daerah, ''), true) as d
      from mulai_sesi(${akunId}::uuid) s`.execute(transaksi)
    const baris = rows[0]
    if (baris === undefined) throw new MejaError('sesi_berakhir')
    const peran = Peran.parse(baris.peran)
    const tanpaPenugasan = peran === 'fasilitator' && baris.perangkatDaerah === null
    if (!roles.includes(peran) || tanpaPenugasan) throw new MejaError('tidak_berwenang')
    const { pegawaiId, namaPengguna, nama } = baris
    const perangkatDaerah =
      baris.perangkatDaerah === null || baris.namaPerangkatDaerah === null
        ? null
        : { kode: baris.perangkatDaerah, nama: baris.namaPerangkatDaerah }
    return work(transaksi, { akunId, pegawaiId, namaPengguna, nama, peran, perangkatDaerah })
  })
}
