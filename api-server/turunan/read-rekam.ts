import { sql } from 'kysely'
import {
  getDeskripsi,
  jenisTerbuka,
  kodeJenisRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { BarisRiwayat, RekamPegawai } from '@meja/core/domain/rekam.ts'
import type { Transaksi } from '../database/connection.ts'

/** One person's histories as this transaction sees them, with every status. */
export type RekamTersimpan = {
  readonly id: string
  readonly versi: number
  readonly rekam: RekamPegawai
  /** Documents that prove each row, by the kind of paper. */
  readonly bukti: ReadonlyMap<string, readonly string[]>
}

type BarisTersimpan = BarisRiwayat & { pegawaiId: string; bukti: string[] | null }

async function listBaris(
  transaksi: Transaksi,
  ids: readonly string[],
  jenis: readonly JenisRiwayat[],
): Promise<BarisTersimpan[]> {
  const { rows } = await sql<BarisTersimpan>`
    select r.pegawai_id, r.id, r.jenis, r.isi, r.status,
      case when r.status = 'valid' and r.usulan_id is not null then
        array(select d.jenis from usulan_dokumen ud join dokumen d on d.id = ud.dokumen_id
          where ud.usulan_id = r.usulan_id) end as bukti
    from riwayat r
    where r.pegawai_id = any(${ids}::uuid[]) and r.jenis = any(${jenis}::text[])
    order by r.dibuat_pada, r.id`.execute(transaksi)
  return rows
}

type Pembacaan = {
  /** Every kind; the transaction was opened for the confidential ones (P10.2c). */
  readonly denganRahasia?: boolean
  /** Holds the people until commit: nobody else changes their records meanwhile. */
  readonly kunci?: boolean
}

/** The records of these people, each in the order in which it was written; open kinds by default. */
export async function readRekamTersimpan(
  transaksi: Transaksi,
  ids: readonly string[],
  { denganRahasia = false, kunci = false }: Pembacaan = {},
): Promise<RekamTersimpan[]> {
  const pegawai = await transaksi
    .selectFrom('pegawai')
    .select(['id', 'nip', 'versi'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .$if(kunci, (kueri) => kueri.forUpdate())
    .execute()
  const jenis = denganRahasia ? kodeJenisRiwayat : jenisTerbuka
  const baris = Map.groupBy(await listBaris(transaksi, ids, jenis), ({ pegawaiId }) => pegawaiId)
  return pegawai.map(({ id, nip, versi }) => {
    const milik = baris.get(id) ?? []
    return {
      id,
      versi,
      rekam: { nip, baris: milik },
      bukti: new Map(milik.map((satu) => [satu.id, satu.bukti ?? []])),
    }
  })
}

type KerangkaRahasia = {
  pegawaiId: string
  riwayatId: string
  jenis: JenisRiwayat
  terisi: string[]
  bukti: string[]
}

/**
 * The outline of confidential rows that everybody must have: which fields are filled, not with what.
 * Every filled field reads as this day, so that the row holds today and says nothing else.
 */
export async function addKerangkaRahasia(
  transaksi: Transaksi,
  semua: readonly RekamTersimpan[],
  hariIni: string,
): Promise<RekamTersimpan[]> {
  const ids = semua.map(({ id }) => id)
  const { rows } =
    await sql<KerangkaRahasia>`select * from isian_rahasia_ada(${ids}::uuid[])`.execute(transaksi)
  const kerangka = Map.groupBy(rows, ({ pegawaiId }) => pegawaiId)
  return semua.map((satu) => {
    const milik = kerangka.get(satu.id) ?? []
    const baris = milik.map(({ riwayatId, jenis, terisi }): BarisRiwayat => ({
      id: riwayatId,
      jenis,
      isi: Object.fromEntries(
        getDeskripsi(jenis).isian.map(({ kunci }) => [
          kunci,
          terisi.includes(kunci) ? hariIni : null,
        ]),
      ),
      status: 'valid',
    }))
    return {
      ...satu,
      rekam: { nip: satu.rekam.nip, baris: [...satu.rekam.baris, ...baris] },
      bukti: new Map([
        ...satu.bukti,
        ...milik.map(({ riwayatId, bukti }) => [riwayatId, bukti] as const),
      ]),
    }
  })
}
