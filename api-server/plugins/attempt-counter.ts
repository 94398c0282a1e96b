/**
 * Counts attempts per key in a fixed window. In memory of one node: several nodes multiply the
 * allowance, which a shared table replaces when there are several.
 */
export class AttemptCounter {
  readonly #limit: number
  readonly #windowMs: number
  readonly #seen = new Map<string, { count: number; until: number }>()

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** True while this key has attempts left. */
  tryOnce(key: string, now: number = Date.now()): boolean {
    const entry = this.#seen.get(key)
    if (entry === undefined || entry.until <= now) {
      // Forget what has expired before the map can be grown at will.
      if (this.#seen.size > 10_000) this.#forget(now)
      this.#seen.set(key, { count: 1, until: now + this.#windowMs })
      return true
    }
    entry.count += 1
    return entry.count <= this.#limit
  }

  #forget(now: number): void {
    for (const [key, entry] of this.#seen) if (entry.until <= now) this.#seen.delete(key)
  }
}
