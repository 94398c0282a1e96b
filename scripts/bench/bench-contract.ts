/** What a bench may use. Paths and addresses are those of this run. */
export type BenchContext = {
  /** A smaller run of the same kind, for CI. */
  quick: boolean
  /** The inspectable copy of the packaged application. */
  executable: string
  serverUrl: string
  provinceDir: string
  /** Empty, and thrown away afterwards. */
  workDir: string
  /** A trivial application, hardened and packaged in the same way: the reference for start-up. */
  trivialExecutable: string
  report: (sentence: string) => void
}

export type Sample = { p50: number; p95: number; n: number }

/** The shape that every bench prints: a ratio inside one run when time is involved. */
export type BenchResult = {
  name: string
  unit: string
  ours: Sample
  reference: ({ what: string } & Sample) | null
  ratio: number | null
  floor: string
  met: boolean
}

export type Bench = (context: BenchContext) => Promise<BenchResult>

export function toSample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  // Nearest rank: a figure that was really measured, not one between two.
  const rank = (share: number): number =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
  return { p50: rank(0.5), p95: rank(0.95), n: sorted.length }
}
