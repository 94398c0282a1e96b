import { connectDatabase } from '../database/connection.ts'
import { refreshTurunan } from '../turunan/refresh-turunan.ts'

/**
 * `node api-server/cli/refresh-turunan.ts [--semua]` with the owner's DATABASE_URL, once a day after
 * midnight: what the calendar alone has changed is derived anew. `--semua` after an update.
 */
const url = process.env['DATABASE_URL']
if (url === undefined) {
  process.stderr.write('Sebutkan DATABASE_URL pemilik tabel.\n')
  process.exit(2)
}
const database = connectDatabase(url, 1)
try {
  const jumlah = await refreshTurunan(database, {
    semua: process.argv.includes('--semua'),
    report: (selesai) => process.stderr.write(`  ${selesai} pegawai\n`),
  })
  process.stdout.write(`${jumlah} pegawai dihitung ulang.\n`)
} finally {
  await database.destroy()
}
