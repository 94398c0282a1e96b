import { sql, type ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { getAntrean } from '@meja/core/api/verifikasi.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { selectUsulan } from '../../database/kasus.ts'
import type { Tables } from '../../database/tables.ts'

type UsulanTables = Tables & { u: Tables['usulan'] }

const kelasA = kodeJenisRiwayat.filter((jenis) => getDeskripsi(jenis).kelas === 'A')

/**
 * What waits for this login, as isGiliran says it of one proposal; never what the person asking owns
 * or entered, because somebody else has to look at that.
 */
function isMenunggu(eb: ExpressionBuilder<UsulanTables, 'u'>, identity: Identity) {
  const orangLain = eb.and([
    eb('u.pegawaiId', '!=', identity.pegawaiId),
    eb('u.diajukanOleh', 'is distinct from', identity.akunId),
  ])
  if (identity.peran === 'fasilitator') {
    return eb.and([
      eb('u.status', '=', 'diajukan'),
      // Row-level security says so too; said here, the index of the queue answers.
      eb('u.perangkatDaerah', '=', identity.perangkatDaerah?.kode ?? ''),
      eb('u.jenis', 'not in', kelasA),
      orangLain,
    ])
  }
  const menunggu = eb.or([
    eb('u.status', '=', 'terverifikasi_1'),
    eb.and([eb('u.status', '=', 'diajukan'), eb('u.jenis', 'in', kelasA)]),
  ])
  return eb.and([menunggu, orangLain])
}

/** Oldest first, by keyset, so that work is done in the order in which people wait. */
export function listBarisAntrean(
  transaksi: Transaksi,
  identity: Identity,
  { jenis, setelah, batas }: z.output<typeof getAntrean.query>,
) {
  // First which, from the index alone; then what is shown of these few.
  const halaman = transaksi
    .selectFrom('usulan as u')
    .select('u.id')
    .where((eb) => isMenunggu(eb, identity))
    .$if(jenis !== undefined, (kueri) => kueri.where('u.jenis', '=', jenis ?? 'pangkat'))
    .$if(setelah !== undefined, (kueri) =>
      kueri.where(
        sql<boolean>`(u.diajukan_pada, u.id) > (select diajukan_pada, id from usulan where id = ${setelah})`,
      ),
    )
    .orderBy('u.diajukanPada')
    .orderBy('u.id')
    .limit(batas)
  return selectUsulan(transaksi)
    .where('u.id', 'in', halaman)
    .orderBy('u.diajukanPada')
    .orderBy('u.id')
    .execute()
}

export async function countAntrean(transaksi: Transaksi, identity: Identity): Promise<number> {
  const { n } = await transaksi
    .selectFrom('usulan as u')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where((eb) => isMenunggu(eb, identity))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/**
 * Holds the proposal, its employee and the row it corrects until commit, so that two decisions queue
 * up, also those on two proposals for the one row of a kind. Always in this order: no deadlock.
 */
export async function lockUsulan(transaksi: Transaksi, usulanId: string): Promise<boolean> {
  const usulan = await transaksi
    .selectFrom('usulan')
    .select(['pegawaiId', 'riwayatId'])
    .where('id', '=', usulanId)
    .forUpdate()
    .executeTakeFirst()
  if (usulan === undefined) return false
  await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', usulan.pegawaiId)
    .forUpdate()
    .execute()
  if (usulan.riwayatId !== null) {
    await transaksi
      .selectFrom('riwayat')
      .select('id')
      .where('id', '=', usulan.riwayatId)
      .forUpdate()
      .execute()
  }
  return true
}

export function findKeputusanByTransaksi(transaksi: Transaksi, transactionId: string) {
  return transaksi
    .selectFrom('keputusanVerifikasi')
    .select(['akunId', 'sidik', 'resi'])
    .where('transactionId', '=', transactionId)
    .executeTakeFirst()
}

export async function listDikenal(
  transaksi: Transaksi,
  transactionId: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from kiriman_dikenal(${transactionId}::uuid[]) as id`.execute(transaksi)
  return new Set(rows.map(({ id }) => id))
}
