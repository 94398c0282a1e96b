import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ErrorBody, umumErrors, type Endpoint } from '@meja/core/api/endpoint.ts'
import { getStatusHttp } from '@meja/core/api/errors.ts'
import type { Database, Transaksi } from '../database/connection.ts'
import { runAs, type Identity, type Pembawa } from '../database/identity.ts'
import { MejaError } from '../meja-error.ts'
import type { AttemptCounter } from './attempt-counter.ts'
import { readBerkas } from './content-types.ts'

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

export type EndpointContext<E extends Endpoint> = {
  readonly params: Output<E['params']>
  readonly query: Output<E['query']>
  readonly body: E['body'] extends 'berkas' ? Uint8Array : Output<E['body']>
  readonly request: FastifyRequest
}

/** Sends bytes once the transaction is over: a slow download must not hold a connection. */
export type SendBerkas = (reply: FastifyReply) => FastifyReply | Promise<FastifyReply>

type Answer<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : SendBerkas

type Handler<E extends Endpoint, S> = E['roles'] extends 'umum'
  ? (context: EndpointContext<E>) => Promise<Answer<E>>
  : (
      context: EndpointContext<E>,
      transaksi: Transaksi,
      identity: Identity,
      siap: S,
    ) => Promise<Answer<E>>

/** What is known before the bytes of a file are read. */
type Kepala<E extends Endpoint> = Omit<EndpointContext<E>, 'body'> & {
  readonly body: E['body'] extends 'berkas' ? undefined : EndpointContext<E>['body']
}

/**
 * Slow work outside the transaction, which holds no connection meanwhile: whether this login may at
 * all, then the work itself, and what is left to do once everything is written.
 */
type Persiapan<E extends Endpoint, S> = {
  readonly check: (context: Kepala<E>, transaksi: Transaksi) => Promise<void>
  readonly prepare: (context: EndpointContext<E>, pembawa: Pembawa) => Promise<S>
  readonly finish?: (context: EndpointContext<E>) => Promise<void>
}

/** Finds the account of a request from its access token, or throws `sesi_berakhir`. */
export type Authenticate = (request: FastifyRequest) => Promise<Pembawa>

export type Api = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly authenticate: Authenticate
  /** Per account and endpoint: a whole office may share one address. */
  readonly allowance: AttemptCounter
  /** Largest upload in bytes. */
  readonly maksBerkas: number
}

/** Zod in, zod out, errors of the closed list: what OpenAPI says of this endpoint. */
function buildSchema(endpoint: Endpoint) {
  const kode = [...umumErrors, ...endpoint.errors]
  const gagal = Map.groupBy(kode, getStatusHttp)
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.roles === 'umum' ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body instanceof z.ZodType && { body: endpoint.body }),
    ...(endpoint.body === 'berkas' && { consumes: ['application/octet-stream'] }),
    ...(endpoint.response === 'berkas' && { produces: ['application/octet-stream'] }),
    response: {
      200: endpoint.response === 'berkas' ? z.any() : endpoint.response,
      ...Object.fromEntries(
        [...gagal].map(([status, daftar]) => [status, ErrorBody.describe(daftar.join(', '))]),
      ),
    },
  }
}

/** One endpoint of the contract as a route: path, schemas and role check come from core (D3). */
export function registerEndpoint<const E extends Endpoint, S = undefined>(
  api: Api,
  endpoint: E,
  handler: Handler<E, S>,
  persiapan?: Persiapan<E, S>,
): void {
  const { roles } = endpoint
  const run = handler as (...bagian: unknown[]) => Promise<unknown>
  api.app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: buildSchema(endpoint),
    async handler(request, reply) {
      const { params, query, body } = request
      if (roles === 'umum') return run({ params, query, body, request })
      const pembawa = await api.authenticate(request)
      if (!api.allowance.tryOnce(`${pembawa.akunId} ${endpoint.name}`)) {
        throw new MejaError('terlalu_sering')
      }
      const akses = { roles, tanpaPakta: endpoint.tanpaPakta === true }
      // The role before the bytes, and all bytes before the transaction: whoever may not upload
      // sends nothing, and a slow upload holds no connection of the database.
      const berkas = endpoint.body === 'berkas'
      if (persiapan !== undefined || berkas) {
        const kepala = { params, query, body: berkas ? undefined : body, request } as Kepala<E>
        await runAs(api.database, pembawa, akses, async (transaksi) => {
          await persiapan?.check(kepala, transaksi)
        })
      }
      const isi = berkas ? await readBerkas(body, api.maksBerkas) : body
      const context = { params, query, body: isi, request } as EndpointContext<E>
      const siap = await persiapan?.prepare(context, pembawa)
      const answer = await runAs(api.database, pembawa, akses, (transaksi, identity) =>
        run(context, transaksi, identity, siap),
      )
      await persiapan?.finish?.(context)
      return endpoint.response === 'berkas' ? (answer as SendBerkas)(reply) : answer
    },
  })
}
