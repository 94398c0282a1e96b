import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import type { Client } from 'pg'

/** The queue's own schema; nothing of a person is in it. */
export const skemaAntrean = 'antrean'

/** Brings every person whose day is over up to today. */
export const tugasSegarkan = 'turunan.segarkan'

/** Hands waiting messages to the mail server. */
export const tugasKirim = 'pesan.kirim'

const pilihanTugas = {
  [tugasSegarkan]: {
    // One at a time, waiting or running, however many nodes ask for it.
    policy: 'exclusive',
    retryLimit: 5,
    retryDelay: 300,
    retryBackoff: true,
    expireInSeconds: 6 * 3600,
  },
  // Each message has its own pause; the next minute asks again.
  [tugasKirim]: {
    policy: 'exclusive',
    retryLimit: 0,
    expireInSeconds: 900,
    deleteAfterSeconds: 3600,
  },
}

/** The library writes a transaction around its plans; ours is already open. */
function withoutTransaction(plans: string): string {
  return plans.replaceAll(/^\s*(BEGIN|COMMIT);\s*$/gm, '')
}

/** The version that the library would make; it says so in its last line. */
function readVersi(plans: string): number {
  return Number(/INSERT INTO \w+\.version\(version\) VALUES \('(\d+)'\)/.exec(plans)?.[1] ?? 0)
}

async function findVersi(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ ada: string | null }>(
    "select to_regclass('antrean.version')::text as ada",
  )
  if (rows[0]?.ada === null) return null
  const versi = await client.query<{ version: number }>('select version from antrean.version')
  return versi.rows[0]?.version ?? null
}

/**
 * The owner makes the queue and its kinds of work; the role of jobs only uses them. The version of
 * the library decides what the schema looks like, so that an update of it migrates here too.
 */
export async function prepareAntrean(client: Client, role: string): Promise<void> {
  const versi = await findVersi(client)
  const plans = getConstructionPlans(skemaAntrean)
  if (versi === null) await client.query(withoutTransaction(plans))
  else if (versi < readVersi(plans)) {
    await client.query(withoutTransaction(getMigrationPlans(skemaAntrean, versi)))
  }
  for (const [nama, pilihan] of Object.entries(pilihanTugas)) {
    await client.query(
      `select ${skemaAntrean}.create_queue($1, $2) where not exists
         (select from ${skemaAntrean}.queue where name = $1)`,
      [nama, JSON.stringify(pilihan)],
    )
  }
  await client.query(`
    GRANT USAGE ON SCHEMA ${skemaAntrean} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${skemaAntrean} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${skemaAntrean} TO ${role};
  `)
}
