import { z } from 'zod'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'

export type Galat = {
  readonly kode: ErrorCode
  readonly rincian: Readonly<Record<string, unknown>>
  /** For the help desk; null when the failure never reached the server. */
  readonly idPermintaan: string | null
}

const BentukGalat = z.object({
  kode: ErrorBody.shape.kode,
  rincian: z.record(z.string(), z.unknown()).nullish(),
  idPermintaan: z.string().nullish(),
})

/** One that this workstation found itself. */
export function buildGalat(kode: ErrorCode): Galat {
  return { kode, rincian: {}, idPermintaan: null }
}

/** What a thrown value means to a person; anything unknown is the application's own failure. */
export function readGalat(sebab: unknown): Galat {
  const { success, data } = BentukGalat.safeParse(
    // An Error's own fields are not enumerable everywhere, so that they are named here.
    sebab instanceof Error ? { ...sebab } : sebab,
  )
  if (!success) return buildGalat('kesalahan_aplikasi')
  return {
    kode: data.kode,
    rincian: data.rincian ?? {},
    idPermintaan: data.idPermintaan ?? null,
  }
}
