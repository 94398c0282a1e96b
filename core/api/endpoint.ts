import { z } from 'zod'
import type { Peran } from '../domain/peran.ts'
import { errorCodes, type ErrorCode } from './errors.ts'

/** One HTTP operation. Server routes, client, OpenAPI and access tests derive from it (D3). */
export type Endpoint = {
  readonly name: string
  readonly summary: string
  readonly method: 'GET' | 'POST'
  /** Fastify style: `/api/verifikasi/usulan/:usulanId`. */
  readonly path: `/api/${string}`
  /** Logins that may call it; `umum` needs none. */
  readonly roles: readonly Peran[] | 'umum'
  /** Answers pengelola before they have signed the integrity pact too (P30.1a). */
  readonly tanpaPakta?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** A schema for JSON, or `berkas` for raw bytes. */
  readonly body?: z.ZodType | 'berkas'
  /** A schema for JSON, or `berkas` for raw bytes with Range. */
  readonly response: z.ZodType | 'berkas'
  /** Codes of its own; every endpoint may also answer with those of `umumErrors`. */
  readonly errors: readonly ErrorCode[]
}

export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

/** What any endpoint may answer, whatever it does. */
export const umumErrors = [
  'permintaan_tidak_sah',
  'sesi_berakhir',
  'tidak_berwenang',
  'pakta_belum_ditandatangani',
  'asal_ditolak',
  'tidak_ditemukan',
  'terlalu_sering',
  'kesalahan_server',
  'basis_data_tak_terjangkau',
  'luring',
] as const satisfies readonly ErrorCode[]

/** The body of every answer that is not a success. */
export const ErrorBody = z.object({
  kode: z.enum(errorCodes),
  /** Which fields, pages or values; never personal data of others. */
  rincian: z.record(z.string(), z.json()).optional(),
  /** For the help desk: finds the request in the server's log. */
  idPermintaan: z.string(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

type Part<T> = T extends z.ZodType ? z.input<T> : undefined

export type ParamsOf<E extends Endpoint> = Part<E['params']>
export type QueryOf<E extends Endpoint> = Part<E['query']>
export type BodyOf<E extends Endpoint> = E['body'] extends 'berkas' ? Uint8Array : Part<E['body']>
export type ResponseOf<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : ArrayBuffer
