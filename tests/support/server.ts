import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Client } from 'pg'
import { z } from 'zod'
import {
  ErrorBody,
  umumErrors,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '@meja/core/api/endpoint.ts'
import { getStatusHttp } from '@meja/core/api/errors.ts'
import { buildApp } from '../../api-server/app.ts'
import { Environment } from '../../api-server/environment.ts'
import { createKunciFaktor } from '../../api-server/faktor/kunci-faktor.ts'
import { FileStore } from '../../api-server/features/dokumen/file-store.ts'
import { createKunciPemulihan } from '../../api-server/features/kunci/kunci-server.ts'
import { createKunciResi } from '../../api-server/features/verifikasi/kunci-resi.ts'
import { createOidcKeys } from '../../api-server/oidc/keys.ts'
import { connect, createTestDatabase, type TestDatabase } from './database.ts'
import type { Akun } from './kantor.ts'
import { buildSigner, type SignToken } from './sign-token.ts'

type Masukan<E extends Endpoint> = {
  params?: ParamsOf<E>
  query?: QueryOf<E>
  body?: BodyOf<E>
  headers?: Record<string, string>
}

/** A refusal: always an ErrorBody with the status that its code has. */
export type Penolakan = ErrorBody & { status: number }

export type TestServer = {
  readonly app: FastifyInstance
  readonly environment: Environment
  /** Connection of the owner of the tables, who sees every row. */
  readonly owner: Client
  readonly files: FileStore
  /** An access token as the issuer makes them, without the way through the browser. */
  readonly signToken: SignToken
  /** The raw answer of one endpoint, asked with this account's token; null asks without. */
  readonly inject: <E extends Endpoint>(
    akun: Akun | null,
    endpoint: E,
    masukan?: Masukan<E>,
  ) => Promise<LightMyRequestResponse>
  /** The parsed answer; a refusal is a failure of the test. */
  readonly getJawaban: <E extends Endpoint>(
    akun: Akun | null,
    endpoint: E,
    masukan?: Masukan<E>,
  ) => Promise<ResponseOf<E>>
  /** The refusal; a success is a failure of the test. */
  readonly getPenolakan: <E extends Endpoint>(
    akun: Akun | null,
    endpoint: E,
    masukan?: Masukan<E>,
  ) => Promise<Penolakan>
  readonly close: () => Promise<void>
}

export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const alamat = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (alamat === null || typeof alamat === 'string') throw new Error('tidak ada port bebas')
  return alamat.port
}

function buildRequest(endpoint: Endpoint, masukan: Masukan<Endpoint>): InjectOptions {
  const params = z.record(z.string(), z.string()).parse(masukan.params ?? {})
  const jalur = endpoint.path.replaceAll(/:(\w+)/g, (_, nama: string) =>
    encodeURIComponent(params[nama] ?? ''),
  )
  const query = Object.entries(masukan.query ?? {}).map(([kunci, nilai]) => [kunci, String(nilai)])
  const berkas = endpoint.body === 'berkas'
  const { body } = masukan
  return {
    method: endpoint.method,
    url: jalur,
    query: Object.fromEntries(query) as Record<string, string>,
    headers: {
      ...(body !== undefined && {
        'content-type': berkas ? 'application/octet-stream' : 'application/json',
      }),
      ...masukan.headers,
    },
    ...(body !== undefined && {
      payload: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
    }),
  }
}

/** Every refusal anywhere in the tests keeps to the closed list, with the right status. */
export function parsePenolakan(endpoint: Endpoint, jawaban: LightMyRequestResponse): Penolakan {
  const galat = ErrorBody.parse(jawaban.json())
  const boleh: readonly string[] = [...umumErrors, ...endpoint.errors]
  if (!boleh.includes(galat.kode)) {
    throw new Error(`${endpoint.name} tidak menyebut ${galat.kode} dalam kontraknya`)
  }
  if (jawaban.statusCode !== getStatusHttp(galat.kode)) {
    throw new Error(`${galat.kode} dijawab dengan status ${jawaban.statusCode}`)
  }
  return { ...galat, status: jawaban.statusCode }
}

async function openEnvironment(databaseUrl: string, ubah: Partial<Environment>) {
  const folder = await mkdtemp(join(tmpdir(), 'meja-uji-'))
  const port = await findFreePort()
  const environment = Environment.parse({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    FILES_DIR: join(folder, 'berkas'),
    SECRETS_DIR: join(folder, 'rahasia'),
    LOG_LEVEL: 'silent',
    ...ubah,
  })
  await mkdir(environment.FILES_DIR)
  await mkdir(environment.SECRETS_DIR, { mode: 0o700 })
  await createOidcKeys(environment.SECRETS_DIR)
  await createKunciPemulihan(environment.SECRETS_DIR)
  await createKunciResi(environment.SECRETS_DIR)
  await createKunciFaktor(environment.SECRETS_DIR)
  return { folder, environment }
}

/** The address behind the owner's connection, for what runs as owner beside the server. */
export function getOwnerUrl({ environment, owner }: TestServer): string {
  const url = new URL(environment.DATABASE_URL)
  url.username = owner.user ?? ''
  url.password = typeof owner.password === 'string' ? owner.password : ''
  return url.href
}

/** The real server on a fresh copy of the test offices; reached by inject, or over HTTP once it listens. */
export async function startTestServer(
  ubah: Partial<Environment> = {},
  createDatabase: () => Promise<TestDatabase> = createTestDatabase,
): Promise<TestServer> {
  const database = await createDatabase()
  const { folder, environment } = await openEnvironment(database.appUrl, ubah)
  const owner = await connect(database.ownerUrl)
  const app = await buildApp(environment)
  const signToken = await buildSigner(environment.SECRETS_DIR, environment.PUBLIC_URL)

  const inject: TestServer['inject'] = async (akun, endpoint, masukan = {}) => {
    const permintaan = buildRequest(endpoint, masukan as Masukan<Endpoint>)
    const token = akun && { authorization: `Bearer ${await signToken(akun)}` }
    return app.inject({ ...permintaan, headers: { ...token, ...permintaan.headers } })
  }
  const getJawaban: TestServer['getJawaban'] = async (akun, endpoint, masukan) => {
    const jawaban = await inject(akun, endpoint, masukan)
    if (jawaban.statusCode >= 400) throw new Error(`${endpoint.name}: ${jawaban.body}`)
    const isi: unknown =
      endpoint.response instanceof z.ZodType
        ? endpoint.response.parse(jawaban.json())
        : jawaban.rawPayload
    return isi as ResponseOf<typeof endpoint>
  }
  const getPenolakan: TestServer['getPenolakan'] = async (akun, endpoint, masukan) =>
    parsePenolakan(endpoint, await inject(akun, endpoint, masukan))
  return {
    app,
    environment,
    owner,
    files: new FileStore(environment.FILES_DIR),
    signToken,
    inject,
    getJawaban,
    getPenolakan,
    async close() {
      await app.close()
      await owner.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
