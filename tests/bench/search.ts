import { searchBerhalaman } from '../../api-server/features/pegawai/search.ts'
import {
  toSample,
  type BenchResult,
  type ServerBenchContext,
} from '../../scripts/bench/bench-contract.ts'
import { searchPegawai } from '@meja/core/api/pegawai.ts'
import { listStatements, runBare } from '../support/bench/bare-sql.ts'
import { closeWork, listPertanyaan, openWork } from '../support/bench/people-work.ts'
import { timeEach } from '../support/bench/timing.ts'

export const needs = 'server'

/**
 * Names as people type them, over HTTP as an administrator who sees all 500,000, against the very
 * statements of the same search with bare pg; in turns, so that the machine's mood is the same for both.
 */
export async function measure({
  quick,
  openPeople,
  report,
}: ServerBenchContext): Promise<BenchResult> {
  const server = await openPeople(quick ? 50_000 : 500_000)
  const work = await openWork(server)
  const client = await work.pool.connect()
  try {
    const { id, token } = work.administrator
    const pertanyaan = await listPertanyaan(work, quick ? 120 : 600)
    const ours: number[] = []
    const bare: number[] = []
    for (const [nomor, teks] of pertanyaan.entries()) {
      const body = searchPegawai.body.parse({ teks })
      const statements = await listStatements(server.appUrl, id, (transaksi) =>
        searchBerhalaman(transaksi, body),
      )
      const http = () => work.http.call(searchPegawai, token, { body })
      const sql = () => runBare(client, statements)
      // Whoever comes second finds the pages warm: each is second half of the time.
      if (nomor % 2 === 0) {
        bare.push(...(await timeEach([sql], (satu) => satu())))
        ours.push(...(await timeEach([http], (satu) => satu())))
      } else {
        ours.push(...(await timeEach([http], (satu) => satu())))
        bare.push(...(await timeEach([sql], (satu) => satu())))
      }
      if (nomor % 100 === 99) report(`search ${nomor + 1} dari ${pertanyaan.length}`)
    }
    const sample = toSample(ours)
    const reference = toSample(bare)
    const ratio = Number((sample.p95 / reference.p95).toFixed(2))
    return {
      name: 'search',
      unit: 'ms',
      ours: sample,
      reference: { what: 'the same statements in one transaction with bare pg', ...reference },
      ratio,
      floor: 'p95 <= 50 ms and ratio of p95 <= 2.0',
      met: sample.p95 <= 50 && ratio <= 2,
    }
  } finally {
    client.release()
    await closeWork(work)
  }
}
