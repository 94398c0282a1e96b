import type { ErrorCode } from '@meja/core/api/errors.ts'

/** Ends a command with a sentence for the person; the code is what tests and callers branch on. */
export class StartupError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StartupError'
    this.code = code
  }
}
