import type { ErrorCode } from './errors.ts'

/** What a person reads of an error: what happened, what is safe, what to do next. */
export type ErrorSentence = {
  readonly terjadi: string
  readonly aman: string
  readonly lanjut: string
}

export type ErrorSentences = Readonly<Record<ErrorCode, ErrorSentence>>
