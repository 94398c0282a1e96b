import { readFile } from 'node:fs/promises'
import { hash } from '@node-rs/argon2'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { errors as oidcErrors } from 'oidc-provider'
import { z } from 'zod'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { writeAudit } from '../database/audit.ts'
import type { Database } from '../database/connection.ts'
import { runAsPemilik } from '../database/pemilik.ts'
import { hasFaktor, readFaktor } from '../faktor/daftar-faktor.ts'
import { buildPilihanMasuk } from '../faktor/passkey.ts'
import { verifySandi } from '../faktor/sandi.ts'
import { createRahasiaTotp } from '../faktor/totp.ts'
import { AttemptCounter } from '../plugins/attempt-counter.ts'
import { openLangkahan, type Langkah } from './langkah.ts'
import { noteDitolak, type Pintu, type SignInSetup } from './pintu.ts'
import { caraMasuk, proveKode, provePasskey } from './prove-faktor.ts'
import { registerDaftar } from './register-faktor.ts'
import { renderKedua, renderSignIn, renderSignInFailed } from './sign-in-page.ts'

const Isian = z.object({
  namaPengguna: z.string().trim().toLowerCase().max(60),
  kataSandi: z.string().max(200),
})
const IsianKedua = z.object({ kode: z.string().max(40) })
const IsianPasskey = z.object({ passkey: z.string().min(2).max(60_000) })

const awal: Langkah = { tahap: 'sandi', akunId: null, tantangan: null, totp: null, amr: [] }

/** Finds the account whose password this is; takes as long for an unknown name as for a known one. */
async function findAkun(database: Database, isian: z.infer<typeof Isian>, tiruan: string) {
  const { rows } = await sql<{
    id: string
    kataSandiHash: string | null
  }>`select * from cari_akun_masuk(${isian.namaPengguna})`.execute(database)
  const cocok = await verifySandi(rows[0]?.kataSandiHash ?? tiruan, isian.kataSandi)
  return cocok && rows[0]?.kataSandiHash ? rows[0].id : null
}

async function registerKedua(scope: FastifyInstance, pintu: Pintu): Promise<void> {
  const { provider, database, kunci, pihak, send, langkahan, percobaanKedua } = pintu

  /** The page with a challenge of its own, if this account has passkeys. */
  async function show(
    reply: FastifyReply,
    uid: string,
    { langkah, akunId }: { langkah: Langkah; akunId: string },
    galat: { status: number; kode: ErrorCode } | null,
  ) {
    const faktor = await runAsPemilik(database, akunId, (t) => readFaktor(t, akunId))
    const pilihan =
      pihak !== null && faktor.passkey.length > 0 ? await buildPilihanMasuk(pihak) : null
    await langkahan.save(uid, { ...langkah, tantangan: pilihan?.challenge ?? null })
    const ada = { totp: faktor.totpSejak !== null, pilihan }
    return send(reply, galat?.status ?? 200, renderKedua(galat?.kode ?? null, ada))
  }

  scope.get('/masuk/:uid/kedua', { schema: { hide: true } }, async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    const langkah = await langkahan.find(uid)
    if (langkah?.tahap !== 'kedua' || langkah.akunId === null) {
      return reply.redirect(`/masuk/${uid}`, 303)
    }
    return show(reply, uid, { langkah, akunId: langkah.akunId }, null)
  })

  scope.post('/masuk/:uid/kedua', { schema: { hide: true } }, async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    const langkah = await langkahan.find(uid)
    if (langkah?.tahap !== 'kedua' || langkah.akunId === null) {
      return reply.redirect(`/masuk/${uid}`, 303)
    }
    const { akunId } = langkah
    const ini = { langkah, akunId }
    if (!percobaanKedua.tryOnce(akunId)) {
      return show(reply, uid, ini, { status: 429, kode: 'terlalu_sering' })
    }
    const passkey = IsianPasskey.safeParse(request.body).data?.passkey
    if (passkey !== undefined) {
      const pemilik = await provePasskey(database, pihak, passkey, langkah.tantangan)
      // A passkey of somebody else proves nothing about this account.
      if (pemilik === akunId) return pintu.finish(request, reply, uid, akunId, 'passkey')
      await noteDitolak(pintu, akunId, uid, 'sesi.faktor_ditolak')
      return show(reply, uid, ini, { status: 401, kode: 'passkey_ditolak' })
    }
    const kode = IsianKedua.safeParse(request.body).data?.kode ?? ''
    const cara = await runAsPemilik(database, akunId, (transaksi) =>
      proveKode(transaksi, kunci, akunId, kode, Date.now()),
    )
    if (cara !== null) return pintu.finish(request, reply, uid, akunId, cara)
    await noteDitolak(pintu, akunId, uid, 'sesi.faktor_ditolak')
    return show(reply, uid, ini, { status: 401, kode: 'kode_kedua_salah' })
  })
}

/** Signing in: password, then a second factor where there is one or has to be; or a passkey alone. */
export async function registerSignIn(app: FastifyInstance, setup: SignInSetup): Promise<void> {
  const { provider, database, pihak, send } = setup
  const percobaan = new AttemptCounter(setup.perMinute, 60_000)
  const langkahan = openLangkahan(database)
  const tiruan = await hash('tidak ada akun dengan nama ini')
  const skrip = await readFile(new URL('aset/passkey.js', import.meta.url), 'utf8')
  const pintu: Pintu = {
    ...setup,
    langkahan,
    percobaanKedua: new AttemptCounter(setup.perMinute, 15 * 60_000),
    async finish(request, reply, uid, akunId, cara) {
      await langkahan.drop(uid)
      await runAsPemilik(database, akunId, (transaksi) =>
        writeAudit(transaksi, akunId, 'sesi.masuk', `interaksi:${uid}`, { cara }),
      )
      reply.hijack()
      const login = { accountId: akunId, amr: [...caraMasuk[cara]] }
      await provider.interactionFinished(request.raw, reply.raw, { login })
      return reply
    },
  }

  async function show(
    reply: FastifyReply,
    uid: string,
    galat: { status: number; kode: ErrorCode } | null,
    namaPengguna = '',
  ) {
    const pilihan = pihak === null ? null : await buildPilihanMasuk(pihak)
    await langkahan.save(uid, { ...awal, tantangan: pilihan?.challenge ?? null })
    return send(
      reply,
      galat?.status ?? 200,
      renderSignIn(galat?.kode ?? null, namaPengguna, pilihan),
    )
  }

  app.setErrorHandler((error, _, reply) => {
    const kode: ErrorCode =
      error instanceof oidcErrors.SessionNotFound ? 'masuk_kedaluwarsa' : 'masuk_gagal'
    return send(reply, kode === 'masuk_gagal' ? 500 : 400, renderSignInFailed(kode))
  })

  app.get('/masuk/aset/passkey.js', { schema: { hide: true } }, (_, reply) =>
    reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/javascript; charset=utf-8')
      .send(skrip),
  )

  app.get('/masuk/:uid', { schema: { hide: true } }, async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    return show(reply, uid, null)
  })

  app.post('/masuk/:uid', { schema: { hide: true } }, async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    const passkey = IsianPasskey.safeParse(request.body).data?.passkey
    if (passkey !== undefined) {
      const tantangan = (await langkahan.find(uid))?.tantangan ?? null
      const pemilik = await provePasskey(database, pihak, passkey, tantangan)
      if (pemilik !== null) return pintu.finish(request, reply, uid, pemilik, 'passkey')
      await noteDitolak(setup, null, uid, 'sesi.masuk_ditolak')
      return show(reply, uid, { status: 401, kode: 'passkey_ditolak' })
    }
    const hasil = Isian.safeParse(request.body)
    if (!hasil.success) return show(reply, uid, { status: 400, kode: 'akun_salah' })
    const { namaPengguna } = hasil.data
    if (!percobaan.tryOnce(namaPengguna)) {
      return show(reply, uid, { status: 429, kode: 'terlalu_sering' }, namaPengguna)
    }
    const akunId = await findAkun(database, hasil.data, tiruan)
    if (akunId === null) {
      await noteDitolak(setup, null, uid, 'sesi.masuk_ditolak')
      return show(reply, uid, { status: 401, kode: 'akun_salah' }, namaPengguna)
    }
    const faktor = await runAsPemilik(database, akunId, (t) => readFaktor(t, akunId))
    if (hasFaktor(faktor)) {
      await langkahan.save(uid, { ...awal, tahap: 'kedua', akunId })
      return reply.redirect(`/masuk/${uid}/kedua`, 303)
    }
    if (!faktor.wajib) return pintu.finish(request, reply, uid, akunId, 'sandi')
    const totp = setup.kunci.seal(akunId, createRahasiaTotp())
    await langkahan.save(uid, { ...awal, tahap: 'daftar', akunId, totp })
    return reply.redirect(`/masuk/${uid}/daftar`, 303)
  })

  await registerKedua(app, pintu)
  registerDaftar(app, pintu)
}
