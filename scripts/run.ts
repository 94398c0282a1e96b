import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import { announce } from './announce.ts'
import { killLeftovers } from './processes.ts'
import { StartupError } from './startup-error.ts'

export type Run = {
  /** Ends last what was begun first, also when the run is interrupted. */
  defer: (end: () => Promise<void>) => void
  /** Begins something that has to be ended; refuses when the run is ending already. */
  use: <Service extends { stop: () => Promise<void> }>(
    begin: () => Service | Promise<Service>,
  ) => Promise<Service>
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Runs a command that starts other programs. However it ends, by itself, by an error, by Ctrl-C or by a
 * closed terminal, nothing that it started is left behind.
 */
export async function runCommand(work: (run: Run) => Promise<number>): Promise<void> {
  const ends: (() => Promise<void>)[] = []
  let ending = false
  // A closed terminal must not keep us from ending what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const interrupted = Promise.withResolvers<number>()
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      announce('Menghentikan semua yang dijalankan …')
      interrupted.resolve(128 + number)
    })
  }
  const run: Run = {
    defer: (end) => void ends.push(end),
    use: async (begin) => {
      if (ending) return new Promise(() => {})
      const service = await begin()
      // Begun while the interruption was already ending the others.
      if (ending) await service.stop()
      else ends.push(service.stop)
      return service
    },
  }
  // While we end everything, whatever then fails in the work fails because of that.
  const worked = work(run).catch((error: unknown) =>
    ending ? interrupted.promise : explain(error),
  )
  const status = await Promise.race([interrupted.promise, worked])
  ending = true
  for (const end of ends.toReversed()) await end().catch(explain)
  await killLeftovers()
  process.exit(status)
}

/** A person gets the sentence; an error that nobody foresaw keeps its stack for the developer. */
function explain(error: unknown): number {
  if (error instanceof StartupError) {
    process.stderr.write(`\n${formatErrorLine(error.code)}\n  ${error.message}\n`)
  } else {
    console.error(error)
  }
  return 1
}
