/** What a bench may use. Paths and addresses are those of this run. */
export type BenchContext = {
  /** A smaller run of the same kind, for CI. */
  quick: boolean
  /** The inspectable copy of the packaged application. */
  executable: string
  serverUrl: string
  /** Of the owner of the tables, and of the role of the server. */
  ownerUrl: string
  appUrl: string
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

/** What a bench of the server alone may use: databases full of invented people, and servers on them. */
export type ServerBenchContext = {
  quick: boolean
  /** A server on a database with so many people; the same one when asked again. */
  openPeople: (count: number) => Promise<PeopleServer>
  report: (sentence: string) => void
}

export type PeopleServer = {
  url: string
  /** Of the owner of the tables, and of the role of the server. */
  ownerUrl: string
  appUrl: string
  secretsDir: string
}

export type BenchModule =
  | { needs?: 'desktop'; measure: Bench }
  | { needs: 'server'; measure: (context: ServerBenchContext) => Promise<BenchResult> }

export function toSample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  // Nearest rank: a figure that was really measured, not one between two.
  const rank = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
    // Milliseconds of one digit would be lost in rounding; three figures are all that is known.
    return value >= 100 ? Math.round(value) : Number(value.toPrecision(3))
  }
  return { p50: rank(0.5), p95: rank(0.95), n: sorted.length }
}
