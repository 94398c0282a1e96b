import { sql } from 'kysely'
import type { JenisPesan } from '@meja/core/api/pesan.ts'
import { formatKode } from '@meja/core/domain/kode-sekali.ts'
import type { Database } from '../database/connection.ts'
import { buildKodeSurel } from '../faktor/kode-surel.ts'
import type { KunciFaktor } from '../faktor/kunci-faktor.ts'
import { writeNaskah } from './naskah.ts'
import type { HasilKirim, Pengirim } from './pengirim.ts'

export type PengirimPesan = {
  readonly pengirim: Pengirim
  readonly kunci: KunciFaktor
  /** Where messages send people. */
  readonly publicUrl: string
}

type PesanDiambil = {
  readonly id: string
  readonly alamat: string
  readonly jenis: JenisPesan
  readonly kodeSurelId: string | null
}

async function takePesan(database: Database): Promise<PesanDiambil | undefined> {
  const { rows } = await sql<PesanDiambil>`select * from ambil_pesan()`.execute(database)
  return rows[0]
}

async function notePesan(
  database: Database,
  id: string,
  { hasil, balasan }: HasilKirim,
): Promise<void> {
  await sql`select catat_pesan(${id}::uuid, ${hasil}, ${balasan})`.execute(database)
}

export type RingkasanKirim = { readonly [K in HasilKirim['hasil']]?: number }

/**
 * Hands over what waits, one at a time: each is taken, and committed as taken, before the mail server
 * hears of it. Whoever ends in between leaves a message that is never sent again (0041).
 */
export async function sendPesan(
  database: Database,
  { pengirim, kunci, publicUrl }: PengirimPesan,
): Promise<RingkasanKirim> {
  const ringkasan: Partial<Record<HasilKirim['hasil'], number>> = {}
  for (;;) {
    const pesan = await takePesan(database)
    if (pesan === undefined) return ringkasan
    const { id, alamat, jenis, kodeSurelId } = pesan
    const kode = kodeSurelId === null ? null : formatKode(buildKodeSurel(kunci, kodeSurelId))
    const hasil = await pengirim.send({ id, alamat, ...writeNaskah(jenis, publicUrl, kode) })
    await notePesan(database, id, hasil)
    ringkasan[hasil.hasil] = (ringkasan[hasil.hasil] ?? 0) + 1
    // The mail server is away or does not know us: the others keep their attempts.
    if (hasil.hasil === 'tak_terjangkau' || hasil.hasil === 'pengaturan') return ringkasan
  }
}
