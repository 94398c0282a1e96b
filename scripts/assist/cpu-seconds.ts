import type { ElectronApplication } from '@playwright/test'
import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second on every Linux that we run on. */
const TICKS_PER_SECOND = 100

/** CPU seconds that all processes of the application have used so far. */
export async function readCpuSeconds(desktop: ElectronApplication): Promise<number> {
  try {
    const pids = await desktop.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    return pids.reduce((sum, pid) => sum + readProcess(pid), 0)
  } catch {
    return 0
  }
}

function readProcess(pid: number): number {
  try {
    // After the name in brackets: state is the first word, user and system time the 12th and 13th.
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(words[11]) + Number(words[12])) / TICKS_PER_SECOND
  } catch {
    return 0
  }
}
