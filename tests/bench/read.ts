import { findPegawaiByNip } from '../../api-server/features/pegawai/service.ts'
import {
  toSample,
  type BenchResult,
  type ServerBenchContext,
} from '../../scripts/bench/bench-contract.ts'
import { findPegawai } from '@meja/core/api/pegawai.ts'
import { listStatements, runBare } from '../support/bench/bare-sql.ts'
import { closeWork, openWork } from '../support/bench/people-work.ts'
import { measureRate } from '../support/bench/timing.ts'

export const needs = 'server'

const HANDS = 16
const ROUNDS = 5

/**
 * One employee by NIP, read per second by 16 clients through the API, against the very statements of
 * the same reading, who asks included, by 16 clients with bare pg; in turns.
 */
export async function measure({
  quick,
  openPeople,
  report,
}: ServerBenchContext): Promise<BenchResult> {
  const server = await openPeople(quick ? 50_000 : 500_000)
  const work = await openWork(server)
  const clients = await Promise.all(Array.from({ length: HANDS }, () => work.pool.connect()))
  try {
    const { id, token } = work.administrator
    const { rows } = await work.owner.query<{ nip: string }>(
      'select nip from pegawai order by md5(id::text) limit $1',
      [1500],
    )
    const contoh = await listStatements(server.appUrl, id, (transaksi) =>
      findPegawaiByNip(transaksi, rows[0]?.nip ?? ''),
    )
    const ours: number[] = []
    const bare: number[] = []
    for (let ke = 0; ke <= ROUNDS; ke += 1) {
      const sql = await measureRate(rows, HANDS, ({ nip }, tangan) => {
        const client = clients[tangan]
        if (client === undefined) throw new Error('a hand without a connection')
        const milik = contoh.map(({ sql: teks, parameters }) => ({
          sql: teks,
          parameters: parameters.map((nilai) => (nilai === rows[0]?.nip ? nip : nilai)),
        }))
        return runBare(client, milik)
      })
      const http = await measureRate(rows, HANDS, ({ nip }) =>
        work.http.call(findPegawai, token, { body: { nip } }),
      )
      report(`read ${ke} dari ${ROUNDS}: ${Math.round(http)}/s, pg saja ${Math.round(sql)}/s`)
      // The first round warms both up.
      if (ke === 0) continue
      ours.push(http)
      bare.push(sql)
    }
    const sample = toSample(ours)
    const reference = toSample(bare)
    const ratio = Number((sample.p50 / reference.p50).toFixed(2))
    return {
      name: 'read',
      unit: 'per second',
      ours: sample,
      reference: { what: 'the same statements with bare pg, 16 clients', ...reference },
      ratio,
      floor: 'ratio of p50 >= 0.7',
      met: ratio >= 0.7,
    }
  } finally {
    for (const client of clients) client.release()
    await closeWork(work)
  }
}
