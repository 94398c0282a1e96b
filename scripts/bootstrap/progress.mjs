// Plain Node 20 without dependencies: this runs before anything is installed.

/**
 * Progress goes to standard error, because `npm run -s bench` promises one JSON object on standard output.
 * @param {string} sentence
 */
export function announce(sentence) {
  process.stderr.write(`• ${sentence}\n`)
}

/**
 * Stops the command with a sentence for the person instead of a stack trace.
 */
export class BootstrapError extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'BootstrapError'
  }
}

/**
 * Announces the same long step again and again with what it has reached and how long it has taken.
 * @param {() => string} describe
 * @param {number} [everyMs]
 * @returns {() => void} ends the reports
 */
export function reportEvery(describe, everyMs = 5000) {
  const startedAt = Date.now()
  const timer = setInterval(() => {
    announce(`  ${describe()} (${Math.round((Date.now() - startedAt) / 1000)} detik)`)
  }, everyMs)
  return () => clearInterval(timer)
}
