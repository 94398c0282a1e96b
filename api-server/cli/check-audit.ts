import { Client } from 'pg'
import { readAnchors } from '../audit/anchor.ts'
import { checkChain } from '../audit/check-chain.ts'

/**
 * `node api-server/cli/check-audit.ts ANCHOR_FILE` with the owner's DATABASE_URL: says what was done
 * to the audit trail, and exits 1 when anything was.
 */
const [berkas = ''] = process.argv.slice(2)
const url = process.env['DATABASE_URL']
if (url === undefined || berkas === '') {
  process.stderr.write('Sebutkan berkas jangkar, dan DATABASE_URL pemilik tabel.\n')
  process.exit(2)
}
const owner = new Client({ connectionString: url })
await owner.connect()
try {
  const jangkar = await readAnchors(berkas)
  const masalah = await checkChain(owner, jangkar)
  for (const { jenis, keterangan } of masalah) process.stdout.write(`${jenis}: ${keterangan}\n`)
  if (masalah.length === 0) {
    process.stdout.write(`Rantai audit utuh; dibandingkan dengan ${jangkar.length} jangkar.\n`)
  }
  process.exitCode = masalah.length === 0 ? 0 : 1
} finally {
  await owner.end()
}
