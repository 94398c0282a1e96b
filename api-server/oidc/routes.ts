import { createHash } from 'node:crypto'
import formbody from '@fastify/formbody'
import { hash, verify } from '@node-rs/argon2'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { errors as oidcErrors, type Provider } from 'oidc-provider'
import { z } from 'zod'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { writeAudit } from '../database/audit.ts'
import type { Database } from '../database/connection.ts'
import { AttemptCounter } from '../plugins/attempt-counter.ts'
import { deleteExpired } from './adapter.ts'
import { renderSignIn, renderSignInFailed, styleMasuk } from './sign-in-page.ts'

const Isian = z.object({
  namaPengguna: z.string().trim().toLowerCase().max(60),
  kataSandi: z.string().max(200),
})

// The answer to the form is a redirect to the desktop's loopback port, which form-action must allow.
const csp = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styleMasuk).digest('base64')}'`,
  "form-action 'self' http://127.0.0.1:*",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function sendPage(reply: FastifyReply, status: number, html: string) {
  return reply
    .code(status)
    .header('content-security-policy', csp)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}

type Akun = { id: string; kataSandiHash: string }

/** Finds the account whose password this is; takes as long for an unknown name as for a known one. */
async function findAkun(database: Database, isian: z.infer<typeof Isian>, tiruan: string) {
  const { rows } = await sql<Akun>`select * from cari_akun_masuk(${isian.namaPengguna})`.execute(
    database,
  )
  const cocok = await verify(rows[0]?.kataSandiHash ?? tiruan, isian.kataSandi)
  return cocok ? rows[0] : undefined
}

type SignInSetup = { provider: Provider; database: Database; perMinute: number }

/** The issuer under /oidc and its sign-in page (D4). */
export async function registerOidc(app: FastifyInstance, setup: SignInSetup): Promise<void> {
  const { provider, database } = setup
  const percobaan = new AttemptCounter(setup.perMinute, 60_000)
  // What has expired is refused anyway; it goes so that the table does not grow for ever.
  const sapu = setInterval(() => void deleteExpired(database).catch(() => {}), 3_600_000)
  app.addHook('onClose', () => clearInterval(sapu.unref()))
  const tiruan = await hash('tidak ada akun dengan nama ini')

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
    scope.setErrorHandler((error, _, reply) => {
      const kode: ErrorCode =
        error instanceof oidcErrors.SessionNotFound ? 'masuk_kedaluwarsa' : 'masuk_gagal'
      return sendPage(reply, kode === 'masuk_gagal' ? 500 : 400, renderSignInFailed(kode))
    })
    scope.get('/masuk/:uid', { schema: { hide: true } }, async (request, reply) => {
      await provider.interactionDetails(request.raw, reply.raw)
      return sendPage(reply, 200, renderSignIn(null, ''))
    })
    scope.post('/masuk/:uid', { schema: { hide: true } }, async (request, reply) => {
      const { uid } = await provider.interactionDetails(request.raw, reply.raw)
      const hasil = Isian.safeParse(request.body)
      if (!hasil.success) return sendPage(reply, 400, renderSignIn('akun_salah', ''))
      const { namaPengguna } = hasil.data
      if (!percobaan.tryOnce(namaPengguna)) {
        return sendPage(reply, 429, renderSignIn('terlalu_sering', namaPengguna))
      }
      const akun = await findAkun(database, hasil.data, tiruan)
      await database.transaction().execute(async (transaksi) => {
        await sql`select set_config('meja.akun_id', ${akun?.id ?? ''}, true)`.execute(transaksi)
        const aksi = akun ? 'sesi.masuk' : 'sesi.masuk_ditolak'
        await writeAudit(transaksi, akun?.id ?? null, aksi, `interaksi:${uid}`, {})
      })
      if (akun === undefined) return sendPage(reply, 401, renderSignIn('akun_salah', namaPengguna))
      reply.hijack()
      await provider.interactionFinished(request.raw, reply.raw, { login: { accountId: akun.id } })
      return reply
    })
  })
}
