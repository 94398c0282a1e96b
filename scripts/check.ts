import { runCommand } from './run.ts'
import { runStaticChecks } from './static-checks.ts'

/** `npm run check`: the one word before a commit. */
await runCommand(async () => {
  const results = await runStaticChecks()
  return results.every(({ passed }) => passed) ? 0 : 1
})
