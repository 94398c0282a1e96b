import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { connectDatabase, type Database } from '../database/connection.ts'
import { refreshTurunan } from '../turunan/refresh-turunan.ts'
import { sendPesan, type PengirimPesan, type RingkasanKirim } from '../pesan/send-pesan.ts'
import { skemaAntrean, tugasKirim, tugasSegarkan } from './antrean.ts'

/** Ten minutes into the day of the province: whatever began at midnight has begun. */
const setiapHari = '10 0 * * *'
const setiapMenit = '* * * * *'

export type OpsiTugas = {
  /** Told of whatever goes wrong; a job that failed is tried again by itself. */
  readonly onGalat?: (error: Error) => void
  readonly pollingDetik?: number
  /** The mail server of this node; without one, messages wait for a node that has it. */
  readonly pesan?: PengirimPesan
  /** Told what became of the messages of one round: how many, never whose. */
  readonly onKirim?: (ringkasan: RingkasanKirim) => void
}

async function refreshHariIni(database: Database): Promise<void> {
  const jumlah = await refreshTurunan(database)
  await sql`insert into audit (akun_id, aksi, objek, rincian)
    values (null, 'turunan.segarkan', 'tugas', ${JSON.stringify({
      jumlah,
      hari: getTanggalJakarta(new Date()),
    })}::jsonb)`.execute(database)
}

/**
 * The jobs of this node. Every node does the same; the queue sees to it that one of them does the work
 * of a day, and that a node which was off at midnight catches up when it starts (decision 0014).
 */
export async function startTugas(
  url: string,
  { onGalat = () => {}, onKirim = () => {}, pollingDetik = 30, pesan }: OpsiTugas = {},
): Promise<() => Promise<void>> {
  const database = connectDatabase(url, 2)
  const boss = new PgBoss({
    connectionString: url,
    schema: skemaAntrean,
    max: 2,
    // The schema is the owner's: this role could not change it.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', onGalat)
  await boss.start()
  await boss.schedule(tugasSegarkan, setiapHari, null, { tz: 'Asia/Jakarta' })
  await boss.work(tugasSegarkan, { pollingIntervalSeconds: pollingDetik }, () =>
    refreshHariIni(database),
  )
  await boss.send(tugasSegarkan)
  if (pesan !== undefined) {
    await boss.schedule(tugasKirim, setiapMenit)
    await boss.work(tugasKirim, { pollingIntervalSeconds: Math.min(pollingDetik, 5) }, async () => {
      const ringkasan = await sendPesan(database, pesan)
      if (Object.keys(ringkasan).length > 0) onKirim(ringkasan)
    })
    await boss.send(tugasKirim)
  }
  return async () => {
    await boss.stop({ graceful: true, timeout: 10_000 })
    await database.destroy()
  }
}
