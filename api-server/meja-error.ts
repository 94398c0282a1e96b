import type { z } from 'zod'
import type { ErrorCode } from '@meja/core/api/errors.ts'

/** A refusal with a code of the closed list; anything else that is thrown is `kesalahan_server`. */
export class MejaError extends Error {
  readonly kode: ErrorCode
  readonly rincian: Record<string, z.core.util.JSONType> | undefined

  constructor(kode: ErrorCode, rincian?: Record<string, z.core.util.JSONType>) {
    super(kode)
    this.name = 'MejaError'
    this.kode = kode
    this.rincian = rincian
  }
}
