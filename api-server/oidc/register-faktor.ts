import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { writeAudit } from '../database/audit.ts'
import type { Transaksi } from '../database/connection.ts'
import { runAsPemilik } from '../database/pemilik.ts'
import { renewKodeCadangan } from '../faktor/kode-cadangan.ts'
import { buildPilihanDaftar, savePasskey } from '../faktor/passkey.ts'
import { findLangkah, getUriTotp, saveTotp } from '../faktor/totp.ts'
import { describePerangkat } from './device.ts'
import type { Langkah } from './langkah.ts'
import type { Pintu } from './pintu.ts'
import { parsePasskeyBaru, type CaraMasuk } from './prove-faktor.ts'
import { renderDaftar, renderKodeCadangan } from './sign-in-page.ts'

const Isian = z.object({
  kode: z.string().max(40).default(''),
  passkey: z.string().max(60_000).default(''),
})

/** One step that stands in front of whoever has to enrol. */
type Pendaftar = {
  readonly uid: string
  readonly langkah: Langkah
  readonly akunId: string
  readonly rahasia: string
}

async function readPemilik(transaksi: Transaksi, akunId: string) {
  const { namaPengguna } = await transaksi
    .selectFrom('akun')
    .select('namaPengguna')
    .where('id', '=', akunId)
    .executeTakeFirstOrThrow()
  return { akunId, namaPengguna, nama: namaPengguna }
}

/** A pengelola without a second factor sets one up before the door opens (P8, kebijakan_akun). */
export function registerDaftar(scope: FastifyInstance, pintu: Pintu): void {
  const { provider, database, kunci, pihak, send, langkahan, percobaanKedua } = pintu

  async function find(request: FastifyRequest, reply: FastifyReply): Promise<Pendaftar | string> {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    const langkah = await langkahan.find(uid)
    const { akunId = null, totp = null } = langkah ?? {}
    if (langkah?.tahap !== 'daftar' || akunId === null || totp === null) return uid
    return { uid, langkah, akunId, rahasia: kunci.open(akunId, totp) }
  }

  async function show(
    reply: FastifyReply,
    { uid, langkah, akunId, rahasia }: Pendaftar,
    galat: { status: number; kode: ErrorCode } | null,
  ) {
    const { pemilik, pilihan } = await runAsPemilik(database, akunId, async (transaksi) => {
      const ini = await readPemilik(transaksi, akunId)
      const baru = pihak === null ? null : await buildPilihanDaftar(transaksi, pihak, ini)
      return { pemilik: ini, pilihan: baru }
    })
    await langkahan.save(uid, { ...langkah, tantangan: pilihan?.challenge ?? null })
    const qr = renderSVG(getUriTotp(rahasia, pemilik.namaPengguna), { border: 0 })
    return send(
      reply,
      galat?.status ?? 200,
      renderDaftar(galat?.kode ?? null, { qr, rahasia, pilihan }),
    )
  }

  /** Keeps what was proved; which way it was, or why not. */
  async function enrol(
    { akunId, rahasia, langkah }: Pendaftar,
    isian: z.infer<typeof Isian>,
    agen: string,
  ): Promise<{ cara: CaraMasuk; cadangan: string[] } | ErrorCode> {
    return runAsPemilik(database, akunId, async (transaksi) => {
      let cara: CaraMasuk
      if (isian.passkey === '') {
        const ke = findLangkah(rahasia, isian.kode.replaceAll(/\s/g, ''), Date.now())
        if (ke === null) return 'kode_kedua_salah'
        await saveTotp(transaksi, kunci, akunId, rahasia, ke)
        cara = 'totp'
      } else {
        const jawaban = parsePasskeyBaru(isian.passkey)
        const { tantangan } = langkah
        const nama = describePerangkat('Peramban', agen)
        const tersimpan =
          pihak !== null &&
          jawaban !== null &&
          tantangan !== null &&
          (await savePasskey(transaksi, pihak, akunId, { jawaban, tantangan, nama }))
        if (!tersimpan) return 'passkey_ditolak'
        cara = 'passkey'
      }
      const cadangan = await renewKodeCadangan(transaksi, kunci, akunId)
      await writeAudit(transaksi, akunId, 'akun.faktor_pasang', `akun:${akunId}`, { cara })
      return { cara, cadangan }
    })
  }

  scope.get('/masuk/:uid/daftar', { schema: { hide: true } }, async (request, reply) => {
    const pendaftar = await find(request, reply)
    if (typeof pendaftar === 'string') return reply.redirect(`/masuk/${pendaftar}`, 303)
    return show(reply, pendaftar, null)
  })

  scope.post('/masuk/:uid/daftar', { schema: { hide: true } }, async (request, reply) => {
    const pendaftar = await find(request, reply)
    if (typeof pendaftar === 'string') return reply.redirect(`/masuk/${pendaftar}`, 303)
    if (!percobaanKedua.tryOnce(pendaftar.akunId)) {
      return show(reply, pendaftar, { status: 429, kode: 'terlalu_sering' })
    }
    const isian = Isian.safeParse(request.body).data ?? { kode: '', passkey: '' }
    const hasil = await enrol(pendaftar, isian, request.headers['user-agent'] ?? '')
    if (typeof hasil === 'string') return show(reply, pendaftar, { status: 401, kode: hasil })
    const { uid, langkah } = pendaftar
    await langkahan.save(uid, { ...langkah, tahap: 'selesai', totp: null, amr: [hasil.cara] })
    return send(reply, 200, renderKodeCadangan(hasil.cadangan, `/masuk/${uid}/selesai`))
  })

  scope.post('/masuk/:uid/selesai', { schema: { hide: true } }, async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    const langkah = await langkahan.find(uid)
    if (langkah?.tahap !== 'selesai' || langkah.akunId === null) {
      return reply.redirect(`/masuk/${uid}`, 303)
    }
    const cara = langkah.amr.includes('passkey') ? 'passkey' : 'totp'
    return pintu.finish(request, reply, uid, langkah.akunId, cara)
  })
}
