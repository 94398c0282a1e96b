import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ErrorBody, umumErrors, type Endpoint } from '@meja/core/api/endpoint.ts'
import { getStatusHttp } from '@meja/core/api/errors.ts'
import type { Database, Transaksi } from '../database/connection.ts'
import { runAs, type Identity } from '../database/identity.ts'
import { MejaError } from '../meja-error.ts'

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

export type EndpointContext<E extends Endpoint> = {
  readonly params: Output<E['params']>
  readonly query: Output<E['query']>
  readonly body: E['body'] extends 'berkas' ? AsyncIterable<Uint8Array> : Output<E['body']>
  readonly request: FastifyRequest
}

/** Sends bytes once the transaction is over: a slow download must not hold a connection. */
export type SendBerkas = (reply: FastifyReply) => FastifyReply

type Answer<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : SendBerkas

type Handler<E extends Endpoint> = E['roles'] extends 'umum'
  ? (context: EndpointContext<E>) => Promise<Answer<E>>
  : (context: EndpointContext<E>, transaksi: Transaksi, identity: Identity) => Promise<Answer<E>>

/** Finds the account of a request from its access token, or throws `sesi_berakhir`. */
export type Authenticate = (request: FastifyRequest) => Promise<string>

export type Api = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly authenticate: Authenticate
}

/** Zod in, zod out, errors of the closed list: what OpenAPI says of this endpoint. */
function buildSchema(endpoint: Endpoint) {
  const kode = [...umumErrors, ...endpoint.errors]
  const gagal = Map.groupBy(kode, getStatusHttp)
  const berkas = z.any().describe('Byte berkas')
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.roles === 'umum' ? {} : { security: [{ bearer: [] }] }),
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body instanceof z.ZodType && { body: endpoint.body }),
    ...(endpoint.body === 'berkas' && { consumes: ['application/octet-stream'] }),
    response: {
      200: endpoint.response === 'berkas' ? berkas : endpoint.response,
      ...Object.fromEntries(
        [...gagal].map(([status, daftar]) => [status, ErrorBody.describe(daftar.join(', '))]),
      ),
    },
  }
}

/** One endpoint of the contract as a route: path, schemas and role check come from core (D3). */
export function registerEndpoint<const E extends Endpoint>(
  api: Api,
  endpoint: E,
  handler: Handler<E>,
): void {
  const { roles } = endpoint
  const run = handler as (...bagian: unknown[]) => Promise<unknown>
  api.app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: buildSchema(endpoint),
    async handler(request, reply) {
      const { params, query, body } = request
      const context = { params, query, body, request }
      if (roles === 'umum') return run(context)
      const akunId = await api.authenticate(request)
      const answer = await runAs(api.database, akunId, roles, (transaksi, identity) =>
        run(context, transaksi, identity),
      )
      return endpoint.response === 'berkas' ? (answer as SendBerkas)(reply) : answer
    },
  })
}

/** Only JSON, spelled plainly: `application/json\ta` and its kin must not skip validation. */
export function registerContentTypes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json(?:; ?charset=utf-8)?$/i,
    { parseAs: 'string' },
    (_, body, done) => {
      try {
        done(null, JSON.parse(String(body), refuseProto))
      } catch {
        done(new MejaError('permintaan_tidak_sah'))
      }
    },
  )
  app.addContentTypeParser(/^application\/octet-stream$/, (_, payload, done) => {
    done(null, payload)
  })
}

/** `__proto__` as a key is never ours. */
function refuseProto(kunci: string, nilai: unknown): unknown {
  if (kunci === '__proto__' || kunci === 'constructor') throw new SyntaxError('kunci terlarang')
  return nilai
}
