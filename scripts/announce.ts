/** Progress goes to standard error, so that a bench can promise one JSON object on standard output. */
export function announce(sentence: string): void {
  process.stderr.write(`• ${sentence}\n`)
}
