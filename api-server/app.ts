import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import { connectDatabase } from './database/connection.ts'
import type { Environment } from './environment.ts'
import { registerDokumen } from './features/dokumen/routes.ts'
import { FileStore } from './features/dokumen/file-store.ts'
import { registerFasilitator } from './features/fasilitator/routes.ts'
import { registerImpor } from './features/impor/routes.ts'
import { registerPakta } from './features/pakta/routes.ts'
import { registerPegawai } from './features/pegawai/routes.ts'
import { registerPenugasan } from './features/penugasan/routes.ts'
import { registerRekam } from './features/rekam/routes.ts'
import { registerSehat } from './features/sehat/routes.ts'
import { registerSesi } from './features/sesi/routes.ts'
import { registerUsulan } from './features/usulan/routes.ts'
import { registerVerifikasi } from './features/verifikasi/routes.ts'
import { getPublicJwks, readOidcKeys } from './oidc/keys.ts'
import { createProvider } from './oidc/provider.ts'
import { registerOidc } from './oidc/routes.ts'
import { buildAuthenticate } from './plugins/access-token.ts'
import { AttemptCounter } from './plugins/attempt-counter.ts'
import { registerContentTypes } from './plugins/content-types.ts'
import type { Api } from './plugins/endpoint.ts'
import { registerErrors, sendError } from './plugins/errors.ts'
import { openApiOptions } from './plugins/openapi.ts'

/** Every value of the log is chosen here; URLs lose their query, which may hold names. */
function getLogger(level: Environment['LOG_LEVEL']) {
  return {
    level,
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        url: request.url.split('?', 1).join(''),
      }),
      res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
    },
  }
}

async function registerSafety(app: FastifyInstance, perAddress: number): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: { maxAge: 31_536_000 },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  // A dam against floods only: a whole office may share one address. Accounts are counted by
  // registerEndpoint, once it is known whose request it is.
  await app.register(rateLimit, { max: perAddress, timeWindow: '1 minute' })
}

/** The whole server without a port: what server.ts listens with and the tests inject into. */
export async function buildApp(environment: Environment): Promise<FastifyInstance> {
  const keys = await readOidcKeys(environment.SECRETS_DIR)
  const issuer = `${environment.PUBLIC_URL}/oidc`
  const database = connectDatabase(environment.DATABASE_URL, environment.DATABASE_POOL)
  const app = Fastify({
    logger: getLogger(environment.LOG_LEVEL),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    // What cannot even be routed, an address with a broken percent sign, has the one shape too.
    frameworkErrors: sendError,
    // Requests in flight are answered before the server closes; server.ts sets the limit.
    forceCloseConnections: 'idle',
  })
  app.addHook('onClose', () => database.destroy())
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerContentTypes(app)
  registerErrors(app)
  await registerSafety(app, environment.REQUESTS_PER_MINUTE_PER_ADDRESS)
  await app.register(swagger, openApiOptions)

  const provider = createProvider(issuer, database, keys)
  await registerOidc(app, { provider, database, perMinute: environment.SIGN_IN_PER_MINUTE })
  const api: Api = {
    app,
    database,
    authenticate: buildAuthenticate(getPublicJwks(keys), issuer),
    allowance: new AttemptCounter(environment.REQUESTS_PER_MINUTE, 60_000),
    maksBerkas: environment.MAX_FILE_BYTES,
  }
  const files = new FileStore(environment.FILES_DIR)
  await app.register(async () => {
    registerSehat(api)
    registerSesi(api)
    registerPakta(api)
    registerFasilitator(api)
    registerPenugasan(api)
    registerVerifikasi(api)
    registerDokumen(api, files)
    registerPegawai(api)
    registerUsulan(api)
    registerRekam(api)
    registerImpor(api)
    app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  })
  return app
}
