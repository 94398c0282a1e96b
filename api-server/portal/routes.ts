import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { alamatPortal } from '@meja/core/api/portal.ts'
import { writeAudit } from '../database/audit.ts'
import type { Database } from '../database/connection.ts'
import { createAdapter } from '../oidc/adapter.ts'
import { createSecret, hashSecret, type PortalCookies } from './cookies.ts'
import type { PortalClient } from './oidc-client.ts'
import { checkAsal, type PortalSession } from './session.ts'

const Permulaan = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() })
const lamaMasukDetik = 600

export type PortalSetup = {
  readonly database: Database
  readonly publicUrl: string
  readonly cookies: PortalCookies
  readonly session: PortalSession
  readonly client: PortalClient
}

/** Why somebody comes back without being signed in; the page says it in words. */
function getSebab(error: unknown): ErrorCode {
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
    return 'masuk_dibatalkan'
  }
  return 'masuk_gagal'
}

function sendHome(reply: FastifyReply, sebab?: ErrorCode) {
  return reply
    .header('cache-control', 'no-store')
    .redirect(sebab === undefined ? '/' : `/#/masuk?sebab=${sebab}`, 303)
}

async function writeSesi(database: Database, akunId: string, aksi: string): Promise<void> {
  await database.transaction().execute(async (transaksi) => {
    await sql`select set_config('meja.akun_id', ${akunId}, true)`.execute(transaksi)
    await writeAudit(transaksi, akunId, aksi, `akun:${akunId}`, {})
  })
}

/** The portal as a client of this server's issuer: in, back, and out (P1.19). */
export function registerPortalSesi(app: FastifyInstance, setup: PortalSetup): void {
  const { database, publicUrl, cookies, session, client } = setup
  // What waits between leaving for the issuer and coming back, under the hash of a cookie.
  const permulaan = createAdapter(database)('PermulaanPortal')
  const { origin } = new URL(publicUrl)

  const sapu = setInterval(() => void session.sweep().catch(() => {}), 3_600_000)
  app.addHook('onClose', () => clearInterval(sapu.unref()))

  app.get(alamatPortal.masuk, { schema: { hide: true } }, async (_, reply) => {
    const mulai = await client.start()
    const rahasia = createSecret()
    await permulaan.upsert(hashSecret(rahasia), { params: mulai.permulaan }, lamaMasukDetik)
    return reply
      .setCookie(cookies.masuk, rahasia, { ...cookies.masukOptions, maxAge: lamaMasukDetik })
      .header('cache-control', 'no-store')
      .redirect(mulai.alamat, 303)
  })

  /** Each beginning ends once, whatever comes back with it. */
  async function takePermulaan(request: FastifyRequest) {
    const rahasia = request.cookies[cookies.masuk]
    if (rahasia === undefined) return undefined
    const sidik = hashSecret(rahasia)
    const isi = await permulaan.find(sidik)
    await permulaan.destroy(sidik)
    return isi === undefined ? undefined : Permulaan.parse(isi.params)
  }

  app.get(alamatPortal.kembali, { schema: { hide: true } }, async (request, reply) => {
    reply.clearCookie(cookies.masuk, cookies.masukOptions)
    const mulai = await takePermulaan(request)
    if (mulai === undefined) return sendHome(reply, 'masuk_kedaluwarsa')
    let masuk: Awaited<ReturnType<PortalClient['finish']>>
    try {
      masuk = await client.finish(new URL(request.url, publicUrl), mulai)
    } catch (error) {
      request.log.warn({ sebab: error instanceof Error ? error.name : typeof error }, 'masuk gagal')
      return sendHome(reply, getSebab(error))
    }
    // A session that was planted before signing in is worth nothing after: there is always a new one.
    await session.close(request)
    const rahasia = createSecret()
    await session.open(request, rahasia, masuk)
    await writeSesi(database, masuk.akunId, 'sesi.portal_mulai')
    reply.setCookie(cookies.sesi, rahasia, cookies.sesiOptions)
    return sendHome(reply)
  })

  app.post(alamatPortal.keluar, { schema: { hide: true } }, async (request, reply) => {
    checkAsal(request, origin)
    const akunId = await session.close(request)
    if (akunId !== null) await writeSesi(database, akunId, 'sesi.portal_akhir')
    // The issuer's own session goes too: whoever sits here next begins at the password.
    for (const nama of ['_session', '_session.sig']) reply.clearCookie(nama, { path: '/' })
    return reply
      .clearCookie(cookies.sesi, cookies.sesiOptions)
      .header('cache-control', 'no-store')
      .code(204)
      .send()
  })
}
