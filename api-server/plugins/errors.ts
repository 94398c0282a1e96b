import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
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

/** The code of the closed list for anything that went wrong. */
export function getKode(error: unknown): ErrorCode {
  if (error instanceof MejaError) return error.kode
  if (isDatabaseUnreachable(error)) return 'basis_data_tak_terjangkau'
  if (error instanceof ResponseSerializationError) return 'kesalahan_server'
  if (hasZodFastifySchemaValidationErrors(error)) return 'permintaan_tidak_sah'
  const { code, statusCode } = error as Partial<FastifyError>
  if (code !== undefined && kodeFastify[code] !== undefined) return kodeFastify[code]
  if (statusCode === 429) return 'terlalu_sering'
  return statusCode !== undefined && statusCode < 500 ? 'permintaan_tidak_sah' : 'kesalahan_server'
}

/** The error itself may quote values of a person; only its kind and place go to the log. */
export function logGagal(error: unknown, request: FastifyRequest): void {
  const kode = getKode(error)
  if (getStatusHttp(kode) < 500) return
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  request.log.error({ kode, name, di: stack?.split('\n').slice(1, 6) }, 'permintaan gagal')
}

/** Details of our failures stay in the log; the body has the one shape of the contract. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const kode = getKode(error)
  logGagal(error, request)
  const rincian = error instanceof MejaError ? error.rincian : undefined
  const body: ErrorBody = { kode, idPermintaan: request.id, ...(rincian && { rincian }) }
  return reply.code(getStatusHttp(kode)).send(body)
}

/** Every answer that is no success is an ErrorBody. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(sendError)
  app.setNotFoundHandler((request, reply) =>
    sendError(new MejaError('tidak_ditemukan'), request, reply),
  )
}
