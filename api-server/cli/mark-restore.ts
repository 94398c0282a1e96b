import { Client } from 'pg'

/**
 * `node api-server/cli/mark-restore.ts SEBAB` with the owner's DATABASE_URL, after a restore from a
 * backup and before the server starts: workstations then give back what was decided since (P29.2c).
 */
export async function markRestore(url: string, sebab: string): Promise<void> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query('insert into zaman_server (sebab) values ($1)', [sebab])
  } finally {
    await owner.end()
  }
}

if (import.meta.main) {
  const [sebab = ''] = process.argv.slice(2)
  const url = process.env['DATABASE_URL']
  if (url === undefined || sebab.length < 3) {
    process.stderr.write('Sebutkan sebab pemulihan, dan DATABASE_URL pemilik tabel.\n')
    process.exit(2)
  }
  await markRestore(url, sebab)
  process.stdout.write('Tercatat. Komputer mengirim kembali keputusannya pada kabar berikutnya.\n')
}
