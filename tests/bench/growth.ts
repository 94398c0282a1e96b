import {
  toSample,
  type BenchResult,
  type ServerBenchContext,
} from '../../scripts/bench/bench-contract.ts'
import { searchPegawai } from '@meja/core/api/pegawai.ts'
import { getAntrean, postKeputusan } from '@meja/core/api/verifikasi.ts'
import {
  addUsulanSegar,
  closeWork,
  listPertanyaan,
  openWork,
  type Work,
} from '../support/bench/people-work.ts'
import { timeEach } from '../support/bench/timing.ts'

export const needs = 'server'

const KINDS = ['search', 'queue', 'decision'] as const
type Kind = (typeof KINDS)[number]

/** One request after the other: what grows is the cost of each, not the wait for the others. */
async function timeKind(work: Work, kind: Kind, jumlah: number): Promise<number[]> {
  if (kind === 'search') {
    return timeEach(await listPertanyaan(work, jumlah), (teks) =>
      work.http.call(searchPegawai, work.administrator.token, { body: { teks } }),
    )
  }
  if (kind === 'queue') {
    // Every office in turn: what waits in each grows tenfold with the people.
    const tokens = Array.from(
      { length: jumlah },
      (_, ke) => work.fasilitator[ke % work.fasilitator.length]?.token ?? '',
    )
    return timeEach(tokens, (token) => work.http.call(getAntrean, token))
  }
  const segar = await addUsulanSegar(work, work.fasilitator.slice(0, 16), jumlah)
  return timeEach(segar, ({ oleh, keputusan }) =>
    work.http.call(postKeputusan, oleh.token, { body: keputusan }),
  )
}

/** What search, queue and decision cost with ten times the people: the worst of the three counts. */
export async function measure({
  quick,
  openPeople,
  report,
}: ServerBenchContext): Promise<BenchResult> {
  const few = await openPeople(quick ? 5_000 : 50_000)
  const many = await openPeople(quick ? 50_000 : 500_000)
  const jumlah = quick ? 60 : 240
  const works = { few: await openWork(few), many: await openWork(many) }
  try {
    const hasil = []
    for (const kind of KINDS) {
      await timeKind(works.few, kind, 32)
      await timeKind(works.many, kind, 32)
      const reference = toSample(await timeKind(works.few, kind, jumlah))
      const ours = toSample(await timeKind(works.many, kind, jumlah))
      const ratio = Number((ours.p50 / reference.p50).toFixed(2))
      report(
        `growth ${kind}: p50 ${reference.p50} -> ${ours.p50} ms (${ratio} x), p95 ${reference.p95} -> ${ours.p95} ms`,
      )
      hasil.push({ kind, ours, reference, ratio })
    }
    const worst = hasil.toSorted((a, b) => b.ratio - a.ratio)[0]
    if (worst === undefined) throw new Error('nothing was measured')
    return {
      name: 'growth',
      unit: 'ms',
      ours: worst.ours,
      reference: {
        what: `${worst.kind} with a tenth of the people; ${hasil.map(({ kind, ratio }) => `${kind} ${ratio}`).join(', ')}`,
        ...worst.reference,
      },
      ratio: worst.ratio,
      floor: 'ratio of p50 <= 1.5 for ten times the people',
      met: worst.ratio <= 1.5,
    }
  } finally {
    await closeWork(works.few)
    await closeWork(works.many)
  }
}
