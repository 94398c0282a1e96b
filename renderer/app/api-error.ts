import { isDapatDiulang, type ErrorCode } from '@meja/core/api/errors.ts'

/** A refusal by the server or the door to it, with its code of the closed list. */
export class ApiError extends Error {
  readonly kode: ErrorCode
  readonly rincian: Readonly<Record<string, unknown>>
  readonly idPermintaan: string | null

  constructor(
    kode: ErrorCode,
    rincian: Record<string, unknown> = {},
    idPermintaan: string | null = null,
  ) {
    super(kode)
    this.name = 'ApiError'
    this.kode = kode
    this.rincian = rincian
    this.idPermintaan = idPermintaan
  }

  get dapatDiulang(): boolean {
    return isDapatDiulang(this.kode)
  }
}
