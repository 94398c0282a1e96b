import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { headerPortal } from '@meja/core/api/portal.ts'
import type { Database } from '../database/connection.ts'
import type { Pembawa } from '../database/identity.ts'
import { MejaError } from '../meja-error.ts'
import { describePerangkat, getAlamatKasar } from '../oidc/device.ts'
import type { Authenticate } from '../plugins/endpoint.ts'
import { hashSecret, type PortalCookies } from './cookies.ts'

export type PortalSession = {
  /** Account and session of this browser, or null. */
  find(request: FastifyRequest): Promise<Pembawa | null>
  open(
    request: FastifyRequest,
    rahasia: string,
    masuk: { readonly akunId: string; readonly kuat: boolean },
  ): Promise<void>
  /** Ends the session of this browser; whose it was, or null. */
  close(request: FastifyRequest): Promise<string | null>
  /** Removes what is over. */
  sweep(): Promise<void>
}

export type SessionLimits = {
  readonly senggangMenit: number
  readonly palingLamaMenit: number
}

const umurDrafHari = 90

export function buildPortalSession(
  database: Database,
  cookies: PortalCookies,
  batas: SessionLimits,
): PortalSession {
  const readSidik = (request: FastifyRequest) => {
    const rahasia = request.cookies[cookies.sesi]
    return rahasia === undefined ? null : hashSecret(rahasia)
  }
  return {
    async find(request) {
      const sidik = readSidik(request)
      if (sidik === null) return null
      const { rows } = await sql<Pembawa>`select * from pakai_sesi_portal(
        ${sidik}, make_interval(mins => ${batas.senggangMenit}))`.execute(database)
      return rows[0] ?? null
    },
    async open(request, rahasia, { akunId, kuat }) {
      await sql`select buka_sesi_portal(${hashSecret(rahasia)}, ${akunId}::uuid,
        make_interval(mins => ${batas.palingLamaMenit}),
        ${describePerangkat('Peramban', request.headers['user-agent'] ?? '')},
        ${getAlamatKasar(request.ip)}, ${kuat})`.execute(database)
    },
    async close(request) {
      const sidik = readSidik(request)
      if (sidik === null) return null
      const { rows } = await sql<{ akunId: string | null }>`
        select tutup_sesi_portal(${sidik}) as akun_id`.execute(database)
      return rows[0]?.akunId ?? null
    },
    async sweep() {
      await sql`select sapu_portal(make_interval(mins => ${batas.senggangMenit}),
        make_interval(days => ${umurDrafHari}))`.execute(database)
    },
  }
}

/**
 * A cookie comes along by itself, so the request has to prove that a page of ours made it: the header
 * that no form and no foreign page can set, the browser's own word on where it comes from, and for
 * whatever changes something the origin too.
 */
export function checkAsal(request: FastifyRequest, origin: string): void {
  const { headers, method } = request
  const situs = headers['sec-fetch-site']
  if (situs !== undefined && situs !== 'same-origin') throw new MejaError('asal_ditolak')
  if (method === 'GET' || method === 'HEAD') return
  if (headers[headerPortal] === undefined || headers.origin !== origin) {
    throw new MejaError('asal_ditolak')
  }
}

/** The one door of the API: a token from the desktop, or the cookie of the portal. */
export function acceptPortal(
  bearer: Authenticate,
  session: PortalSession,
  origin: string,
): Authenticate {
  return async (request) => {
    if (request.headers.authorization !== undefined) return bearer(request)
    const pembawa = await session.find(request)
    if (pembawa === null) throw new MejaError('sesi_berakhir')
    checkAsal(request, origin)
    return pembawa
  }
}
