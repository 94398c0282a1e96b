import type { ErrorCode } from '@meja/core/api/errors.ts'

/**
 * Ends a command: the code chooses the sentence for the person, the message adds what is particular to
 * this case, such as which port.
 */
export class StartupError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, particulars: string) {
    super(particulars)
    this.name = 'StartupError'
    this.code = code
  }
}
