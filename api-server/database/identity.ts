import { sql } from 'kysely'
import { Peran } from '@meja/core/domain/peran.ts'
import { MejaError } from '../meja-error.ts'
import type { Database, Transaksi } from './connection.ts'

/** Who asks, as the database knows the account at this moment. */
export type Identity = {
  readonly sesiId: string | null
  readonly akunId: string
  readonly pegawaiId: string
  readonly namaPengguna: string
  readonly nama: string
  readonly peran: Peran
  readonly perangkatDaerah: { readonly kode: string; readonly nama: string } | null
  readonly paktaSah: boolean
}

/** What an access token says: an account, and which signed-in device. */
export type Pembawa = { readonly akunId: string; readonly sesiId: string | null }

/** Who may ask; only a few doors open before the integrity pact is signed (P30.1a). */
export type Akses = { readonly roles: readonly Peran[]; readonly tanpaPakta: boolean }

type BarisSesi = {
  akunId: string
  pegawaiId: string
  namaPengguna: string
  nama: string
  peran: string
  perangkatDaerah: string | null
  namaPerangkatDaerah: string | null
  unit: string | null
  paktaSah: boolean
}

/**
 * Runs one transaction as this account: row-level security sees its role and office until commit
 * (D13). An account that is gone or a session that was ended gets nothing; a facilitator without a
 * decree in force is an employee like any other (P10.5).
 */
export async function runAs<T>(
  database: Database,
  pembawa: Pembawa,
  akses: Akses,
  work: (transaksi: Transaksi, identity: Identity) => Promise<T>,
): Promise<T> {
  const { akunId, sesiId } = pembawa
  return database.transaction().execute(async (transaksi) => {
    // One round trip says who asks and tells it to row-level security; a refusal below rolls both back.
    const { rows } = await sql<BarisSesi>`select s.*,
        set_config('meja.akun_id', s.akun_id::text, true) as a,
        set_config('meja.pegawai_id', s.pegawai_id::text, true) as b,
        set_config('meja.peran', s.peran, true) as c,
        set_config('meja.perangkat_daerah', coalesce(s.perangkat_daerah, ''), true) as d,
        set_config('meja.unit', coalesce(s.unit, ''), true) as e
      from mulai_sesi(${akunId}::uuid, ${sesiId}::uuid) s`.execute(transaksi)
    const baris = rows[0]
    if (baris === undefined) throw new MejaError('sesi_berakhir')
    const peran = Peran.parse(baris.peran)
    if (!akses.roles.includes(peran)) throw new MejaError('tidak_berwenang')
    if (!baris.paktaSah && !akses.tanpaPakta) throw new MejaError('pakta_belum_ditandatangani')
    const { pegawaiId, namaPengguna, nama, paktaSah } = baris
    const { perangkatDaerah: kode, namaPerangkatDaerah } = baris
    const perangkatDaerah =
      kode === null || namaPerangkatDaerah === null ? null : { kode, nama: namaPerangkatDaerah }
    const orang = { pegawaiId, namaPengguna, nama, peran, perangkatDaerah, paktaSah }
    return work(transaksi, { ...pembawa, ...orang })
  })
}
