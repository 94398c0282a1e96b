import { englishSentences } from './error-sentences-en.ts'
import type { ErrorSentences } from './error-sentence.ts'
import { kalimatIndonesia } from './error-sentences-id.ts'
import type { ErrorCode } from './errors.ts'

export const errorSentences: Readonly<Record<'id' | 'en', ErrorSentences>> = {
  id: kalimatIndonesia,
  en: englishSentences,
}

/** One line for a terminal or a log that a person reads. */
export function formatErrorLine(kode: ErrorCode): string {
  const { terjadi, aman, lanjut } = kalimatIndonesia[kode]
  return `${terjadi} ${aman} ${lanjut} [${kode}]`
}
