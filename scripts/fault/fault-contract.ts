/** What a fault may use. Paths and addresses are those of this run. */
export type FaultContext = {
  /** A smaller run of the same kind, for CI. */
  quick: boolean
  /** Of everything that is chosen by chance: the same seed tries the same again. */
  seed: number
  /** How often to kill; absent when the fault is to choose. */
  kills?: number
  serverUrl: string
  /** Of the owner of the tables: to look at the rows themselves. */
  databaseUrl: string
  provinceDir: string
  /** Where the server keeps the originals: to put there what it would refuse. */
  filesDir: string
  /** A folder of files to try; absent when the fault is to make its own. */
  dir?: string
  /** Empty, and thrown away afterwards. */
  workDir: string
  /** The inspectable copy of the packaged application; only for faults that need a desktop. */
  executable: string
  report: (sentence: string) => void
}

/** The shape that every fault prints; counts that do not apply are left out. */
export type FaultResult = {
  name: string
  seed: number
  tried: number
  survived: number
  lost?: number
  doubled?: number
  leaked?: number
  /** Not at the server when it happened, and there in the end. */
  recovered?: number
  decided?: number
  acknowledged?: number
  /** The first twenty, each a sentence. */
  failures: readonly string[]
  floor: string
  met: boolean
}

export type FaultModule = {
  /** A desktop session with the packaged application, or the server alone. */
  needs: 'desktop' | 'server'
  attempt: (context: FaultContext) => Promise<FaultResult>
}
