import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What the kernel knows of the application's processes; those that end meanwhile count nothing. */

function readParents(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const words = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      parents.set(Number(name), Number(words[1]))
    } catch {
      // Ended meanwhile.
    }
  }
  return parents
}

/** A process and everything that came of it. */
export function listTree(root: number): number[] {
  const parents = readParents()
  const found = [root]
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child)
  }
  return found
}

/** Megabytes in memory of its own, shared pages counted by their share (PSS). */
export function measurePss(pids: readonly number[]): number {
  const kilobytes = pids.reduce((sum, pid) => sum + readPss(pid), 0)
  return kilobytes / 1024
}

function readPss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/** Programs among these processes that are not this one: whatever a document may have started. */
export function listForeign(pids: readonly number[], executable: string): string[] {
  return pids.flatMap((pid) => {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`)
      return program.startsWith(executable.slice(0, executable.lastIndexOf('/'))) ? [] : [program]
    } catch {
      return []
    }
  })
}

/** Remembers the most that the application held while something was tried. */
export class MemoryWatch {
  readonly #root: number
  #peak = 0
  #timer: NodeJS.Timeout | undefined

  constructor(root: number) {
    this.#root = root
  }

  start(): void {
    this.#peak = measurePss(listTree(this.#root))
    this.#timer = setInterval(() => {
      this.#peak = Math.max(this.#peak, measurePss(listTree(this.#root)))
    }, 400)
  }

  stop(): number {
    clearInterval(this.#timer)
    return Math.round(Math.max(this.#peak, measurePss(listTree(this.#root))))
  }
}
