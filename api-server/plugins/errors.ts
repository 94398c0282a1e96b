import type { FastifyError, FastifyInstance } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  ResponseSerializationError,
} from 'fastify-type-provider-zod'
import type { ErrorBody } from '@meja/core/api/endpoint.ts'
import { getStatusHttp, type ErrorCode } from '@meja/core/api/errors.ts'
import { isDatabaseUnreachable } from '../database/connection.ts'
import { MejaError } from '../meja-error.ts'

const kodeFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'berkas_terlalu_besar',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'permintaan_tidak_sah',
}

function getKode(error: unknown): ErrorCode {
  if (error instanceof MejaError) return error.kode
  if (isDatabaseUnreachable(error)) return 'basis_data_tak_terjangkau'
  if (error instanceof ResponseSerializationError) return 'kesalahan_server'
  if (hasZodFastifySchemaValidationErrors(error)) return 'permintaan_tidak_sah'
  const { code, statusCode } = error as Partial<FastifyError>
  if (code !== undefined && kodeFastify[code] !== undefined) return kodeFastify[code]
  if (statusCode === 429) return 'terlalu_sering'
  return statusCode !== undefined && statusCode < 500 ? 'permintaan_tidak_sah' : 'kesalahan_server'
}

/** Every answer that is no success is an ErrorBody; details of our failures stay in the log. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const kode = getKode(error)
    // The error itself may quote values of a person; only its kind and place go to the log.
    if (getStatusHttp(kode) >= 500) {
      const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
      request.log.error({ kode, name, di: stack?.split('\n').slice(1, 6) }, 'permintaan gagal')
    }
    const rincian = error instanceof MejaError ? error.rincian : undefined
    const body: ErrorBody = { kode, idPermintaan: request.id, ...(rincian && { rincian }) }
    return reply.code(getStatusHttp(kode)).send(body)
  })
  app.setNotFoundHandler((request, reply) => {
    const body: ErrorBody = { kode: 'tidak_ditemukan', idPermintaan: request.id }
    return reply.code(404).send(body)
  })
}
