import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { deleteExpired } from './adapter.ts'
import { registerAktivasi } from './aktivasi-routes.ts'
import type { SignInSetup } from './pintu.ts'
import { registerSignIn } from './sign-in-routes.ts'

/** The issuer under /oidc, its sign-in pages, and the door of whoever has no password yet (D4). */
export async function registerOidc(app: FastifyInstance, setup: SignInSetup): Promise<void> {
  const { provider, database } = setup
  // What has expired is refused anyway; it goes so that the table does not grow for ever.
  const sapu = setInterval(() => void deleteExpired(database).catch(() => {}), 3_600_000)
  app.addHook('onClose', () => clearInterval(sapu.unref()))

  await app.register(async (scope) => {
    // The provider reads the bodies itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_, __, done) => done(null))
    const callback = provider.callback()
    const { host, protocol } = new URL(provider.issuer)
    const asal = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) }
    scope.all('/oidc/*', { schema: { hide: true } }, (request, reply) => {
      reply.hijack()
      const { raw } = request
      Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice('/oidc'.length) })
      // Addresses and cookies follow PUBLIC_URL, whatever a proxy or a client writes here.
      Object.assign(raw.headers, asal)
      void callback(raw, reply.raw)
    })
  })

  await app.register(async (scope) => {
    await scope.register(formbody)
    await registerSignIn(scope, setup)
    await registerAktivasi(scope, setup)
  })
}
