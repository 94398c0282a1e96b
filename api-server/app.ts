import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import { connectDatabase, type Database } from './database/connection.ts'
import type { Environment } from './environment.ts'
import { readKunciFaktor } from './faktor/kunci-faktor.ts'
import { findPihak } from './faktor/passkey.ts'
import { registerAkses } from './features/akses/routes.ts'
import { registerAkun } from './features/akun/routes.ts'
import { registerDrh } from './features/drh/routes.ts'
import { registerLinimasa } from './features/linimasa/routes.ts'
import { registerDokumen, type DokumenParts } from './features/dokumen/routes.ts'
import { openStore } from './features/dokumen/open-store.ts'
import { UploadRoom } from './features/dokumen/unggah/upload-room.ts'
import { scanVirus } from './features/dokumen/virus-scan.ts'
import { registerDraf } from './features/draf/routes.ts'
import { registerFasilitator } from './features/fasilitator/routes.ts'
import { registerImpor } from './features/impor/routes.ts'
import { registerKeamanan } from './features/keamanan/routes.ts'
import { readKunciPemulihan } from './features/kunci/kunci-server.ts'
import { registerKomputer } from './features/komputer/routes.ts'
import { registerKualitas } from './features/kualitas/routes.ts'
import { registerKunci } from './features/kunci/routes.ts'
import { registerPakta } from './features/pakta/routes.ts'
import { registerPesan } from './features/pesan/routes.ts'
import { registerPegawai } from './features/pegawai/routes.ts'
import { registerRekam } from './features/rekam/routes.ts'
import { registerRekomendasi } from './features/rekomendasi/routes.ts'
import { registerSehat } from './features/sehat/routes.ts'
import { registerSesi } from './features/sesi/routes.ts'
import { registerUndangan } from './features/undangan/routes.ts'
import { registerUsulan } from './features/usulan/routes.ts'
import { readPenandaResi } from './features/verifikasi/kunci-resi.ts'
import { registerVerifikasi } from './features/verifikasi/routes.ts'
import { buildSendHalaman } from './oidc/halaman.ts'
import { getPublicJwks, readOidcKeys, type OidcKeys } from './oidc/keys.ts'
import { createProvider } from './oidc/provider.ts'
import { registerOidc } from './oidc/routes.ts'
import { buildAuthenticate } from './plugins/access-token.ts'
import { AttemptCounter } from './plugins/attempt-counter.ts'
import { registerContentTypes } from './plugins/content-types.ts'
import type { Api, Authenticate } from './plugins/endpoint.ts'
import { registerErrors, sendError } from './plugins/errors.ts'
import { openApiOptions } from './plugins/openapi.ts'
import { getPortalCookies } from './portal/cookies.ts'
import { createPortalClient, describePortalClient } from './portal/oidc-client.ts'
import { registerPages } from './portal/pages.ts'
import { registerPortalSesi } from './portal/routes.ts'
import { acceptPortal, buildPortalSession } from './portal/session.ts'

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

/** The portal, when a built one is named: its pages, its sign-in, and the cookie as a way in. */
async function openPortal(
  app: FastifyInstance,
  environment: Environment,
  database: Database,
  keys: OidcKeys,
) {
  const { PORTAL_DIR: folder, PUBLIC_URL: publicUrl } = environment
  if (folder === undefined) return null
  const cookies = getPortalCookies(publicUrl)
  const session = buildPortalSession(database, cookies, {
    senggangMenit: environment.PORTAL_IDLE_MINUTES,
    palingLamaMenit: environment.PORTAL_SESSION_MINUTES,
  })
  await app.register(cookie)
  await registerPages(app, folder)
  const client = createPortalClient(app, publicUrl, keys)
  registerPortalSesi(app, { database, publicUrl, cookies, session, client })
  return {
    klien: [describePortalClient(publicUrl, keys)],
    accept: (bearer: Authenticate) => acceptPortal(bearer, session, new URL(publicUrl).origin),
  }
}

/** The whole server without a port: what server.ts listens with and the tests inject into. */
export async function buildApp(environment: Environment): Promise<FastifyInstance> {
  const keys = await readOidcKeys(environment.SECRETS_DIR)
  const kunciPemulihan = await readKunciPemulihan(environment.SECRETS_DIR)
  const penandaResi = await readPenandaResi(environment.SECRETS_DIR)
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

  const portal = await openPortal(app, environment, database, keys)
  const provider = createProvider(issuer, database, keys, portal?.klien ?? [])
  const pihak = findPihak(environment.PUBLIC_URL)
  const kunciFaktor = await readKunciFaktor(environment.SECRETS_DIR)
  await registerOidc(app, {
    provider,
    database,
    perMinute: environment.SIGN_IN_PER_MINUTE,
    kunci: kunciFaktor,
    pihak,
    send: buildSendHalaman(environment.PUBLIC_URL),
  })
  const bearer = buildAuthenticate(getPublicJwks(keys), issuer)
  const api: Api = {
    app,
    database,
    authenticate: portal?.accept(bearer) ?? bearer,
    allowance: new AttemptCounter(environment.REQUESTS_PER_MINUTE, 60_000),
    maksBerkas: environment.MAX_FILE_BYTES,
  }
  const { CLAMAV_URL: clamav } = environment
  const dokumen: DokumenParts = {
    files: openStore(environment),
    uploads: new UploadRoom(environment.FILES_DIR, environment.MAX_FILE_BYTES),
    scan: clamav === undefined ? undefined : (bytes) => scanVirus(clamav, bytes),
  }
  const pesanDiatur = environment.SMTP_URL !== undefined
  await app.register(async () => {
    registerSehat(api, pesanDiatur)
    registerSesi(api)
    registerAkses(api)
    registerAkun(api)
    registerKeamanan(api, {
      kunci: kunciFaktor,
      pihak,
      percobaan: new AttemptCounter(environment.SIGN_IN_PER_MINUTE, 15 * 60_000),
      pesanDiatur,
    })
    registerPesan(api, pesanDiatur)
    registerUndangan(api, { kunci: kunciFaktor, publicUrl: environment.PUBLIC_URL })
    registerPakta(api)
    registerFasilitator(api)
    registerVerifikasi(api, penandaResi)
    registerDokumen(api, dokumen)
    registerPegawai(api)
    registerKualitas(api)
    registerUsulan(api)
    registerKunci(api, kunciPemulihan)
    registerKomputer(api)
    registerRekam(api)
    registerDraf(api)
    registerDrh(api)
    registerRekomendasi(api)
    registerLinimasa(api)
    registerImpor(api)
    app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  })
  return app
}
