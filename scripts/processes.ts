import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { getLauncher, type OrdinaryUser } from './ordinary-user.ts'

/**
 * Every process we start carries this mark in its environment and hands it on to its children, also to
 * those that leave its process group. A command started by another command adds its own mark.
 */
const OWN_MARK = randomUUID()
const MARK_VARIABLE = 'MEJA_RUN_MARKS'

export type StartOptions = {
  user?: OrdinaryUser | null
  cwd?: string
  env?: NodeJS.ProcessEnv
  stdio?: StdioOptions
  stopSignal?: NodeJS.Signals
  /** How long a process may take to end in order before it is killed. */
  stopTimeoutMs?: number
}

export type RunningProcess = {
  child: ChildProcess
  /** Exit status; 128 + n for a signal; null when the command could not be started. */
  exited: Promise<number | null>
  isRunning: () => boolean
  stop: () => Promise<void>
}

export function startProcess(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): RunningProcess {
  const { user = null, stopSignal = 'SIGTERM', stopTimeoutMs = 10_000 } = options
  const [program = command, ...programArgs] = [...getLauncher(user, stopSignal), command, ...args]
  const env = options.env ?? process.env
  const child = spawn(program, programArgs, {
    cwd: options.cwd,
    stdio: options.stdio ?? ['ignore', 'inherit', 'inherit'],
    // An own process group: Ctrl-C in the terminal reaches us alone, and we end the others in order.
    detached: process.platform !== 'win32',
    env: { ...env, [MARK_VARIABLE]: [env[MARK_VARIABLE], OWN_MARK].filter(Boolean).join(' ') },
  })
  let running = true
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', (code, signal) => resolve(signal ? 128 : code))
  }).finally(() => {
    running = false
  })
  return {
    child,
    exited,
    isRunning: () => running,
    stop: async () => {
      if (running) {
        child.kill(stopSignal)
        await Promise.race([exited, delay(stopTimeoutMs, null, { ref: false })])
      }
      signalGroup(child, 'SIGKILL')
      await exited
    },
  }
}

/** Runs a command to its end. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<number | null> {
  return startProcess(command, args, options).exited
}

/** The group may outlive its first process: a browser's helpers, for one. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}

/** Whatever of this run is still there: processes that made themselves daemons, or lost their parent. */
export function listLeftovers(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => isMarked(pid))
    .map(Number)
}

function isMarked(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .some((entry) => entry.startsWith(`${MARK_VARIABLE}=`) && entry.includes(OWN_MARK))
  } catch {
    // Ended meanwhile, or another person's.
    return false
  }
}

export async function killLeftovers(): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const pids = listLeftovers()
    if (pids.length === 0) return
    for (const pid of pids) {
      try {
        process.kill(pid, signal)
      } catch {
        // Ended meanwhile.
      }
    }
    await waitUntil(() => listLeftovers().length === 0, 3_000)
  }
}

/** True as soon as the condition holds, false when the time is over. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  everyMs = 50,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    if (await condition()) return true
    await delay(everyMs)
  }
  return condition()
}
