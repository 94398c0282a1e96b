import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { startProcess } from './processes.ts'
import { PROJECT_ROOT } from './project-root.ts'

type Check = { name: string; program: string; args: readonly string[] }

const CHECKS: readonly Check[] = [
  ...['core', 'api-server', 'electron', 'scripts'].map((room) => ({
    name: `types in ${room}`,
    program: 'typescript/bin/tsc',
    args: ['--project', room, '--noEmit'],
  })),
  // Where .vue files are imported, only Vue's own checker knows what they are.
  ...['renderer', 'tests'].map((room) => ({
    name: `types in ${room}`,
    program: 'vue-tsc/bin/vue-tsc.js',
    args: ['--project', room, '--noEmit'],
  })),
  { name: 'lint', program: 'oxlint/bin/oxlint', args: [] },
  {
    name: 'arrows between rooms',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [
      '--config=.dependency-cruiser.mjs',
      'core',
      'electron',
      'renderer',
      'api-server',
      'scripts',
      'build',
      'tests',
    ],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', args: [] },
  {
    name: 'format',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '.'],
  },
]

export type CheckResult = { name: string; passed: boolean }

/** All checks, as many at once as the machine has cores; a failed one prints what its tool said. */
export async function runStaticChecks(): Promise<CheckResult[]> {
  const waiting = [...CHECKS]
  const results: CheckResult[] = []
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.push(await runCheck(check))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return results
}

async function runCheck({ name, program, args }: Check): Promise<CheckResult> {
  const startedAt = Date.now()
  const tool = startProcess(
    process.execPath,
    [join(PROJECT_ROOT, 'node_modules', program), ...args],
    { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  for (const stream of [tool.child.stdout, tool.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  }
  const passed = (await tool.exited) === 0
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  process.stderr.write(`${passed ? '✓' : '✗'} ${name} (${seconds} s)\n${passed ? '' : `${said}\n`}`)
  return { name, passed }
}
