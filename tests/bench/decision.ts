import { readPenandaResi } from '../../api-server/features/verifikasi/kunci-resi.ts'
import { writeKeputusan } from '../../api-server/features/verifikasi/write-keputusan.ts'
import {
  toSample,
  type BenchResult,
  type ServerBenchContext,
} from '../../scripts/bench/bench-contract.ts'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'
import { listStatements, runBare } from '../support/bench/bare-sql.ts'
import { addUsulanSegar, closeWork, openWork } from '../support/bench/people-work.ts'
import { measureRate } from '../support/bench/timing.ts'

export const needs = 'server'

const HANDS = 16
const ROUNDS = 4

/**
 * Decisions per second of 16 fasilitator through the API, each with its evidence, record change and
 * audit entry, durable; against the very statements of such decisions by 16 clients with bare pg.
 */
export async function measure({
  quick,
  openPeople,
  report,
}: ServerBenchContext): Promise<BenchResult> {
  const server = await openPeople(50_000)
  const work = await openWork(server)
  const penanda = await readPenandaResi(server.secretsDir)
  const clients = await Promise.all(Array.from({ length: HANDS }, () => work.pool.connect()))
  try {
    const jumlah = quick ? 64 : 256
    const kepada = work.fasilitator.slice(0, HANDS)
    const ours: number[] = []
    const bare: number[] = []
    for (let ke = 0; ke <= ROUNDS; ke += 1) {
      const naskah = []
      for (const { oleh, keputusan } of await addUsulanSegar(work, kepada, jumlah)) {
        naskah.push(
          await listStatements(server.appUrl, oleh.id, (transaksi, identity) =>
            writeKeputusan(transaksi, identity, penanda, keputusan),
          ),
        )
      }
      const sql = await measureRate(naskah, HANDS, (statements, tangan) => {
        const client = clients[tangan]
        if (client === undefined) throw new Error('a hand without a connection')
        return runBare(client, statements)
      })
      const segar = await addUsulanSegar(work, kepada, jumlah)
      const http = await measureRate(segar, HANDS, ({ oleh, keputusan }) =>
        work.http.call(postKeputusan, oleh.token, { body: keputusan }),
      )
      report(`decision ${ke} dari ${ROUNDS}: ${Math.round(http)}/s, pg saja ${Math.round(sql)}/s`)
      // The first round warms both up.
      if (ke === 0) continue
      ours.push(http)
      bare.push(sql)
    }
    const sample = toSample(ours)
    const reference = toSample(bare)
    const ratio = Number((sample.p50 / reference.p50).toFixed(2))
    return {
      name: 'decision',
      unit: 'per second',
      ours: sample,
      reference: { what: 'the same statements with bare pg, 16 clients', ...reference },
      ratio,
      floor: 'ratio of p50 >= 0.6',
      met: ratio >= 0.6,
    }
  } finally {
    for (const client of clients) client.release()
    await closeWork(work)
  }
}
