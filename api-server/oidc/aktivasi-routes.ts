import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { NomorHp, Surel } from '@meja/core/domain/kontak.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import { checkSandi } from '@meja/core/domain/sandi.ts'
import { isTanggal } from '@meja/core/domain/tanggal.ts'
import { writeAudit } from '../database/audit.ts'
import type { Database } from '../database/connection.ts'
import { runAsPemilik } from '../database/pemilik.ts'
import { hashKode, parseKodeSurat } from '../faktor/kode-surat.ts'
import { hashSandi } from '../faktor/sandi.ts'
import { AttemptCounter } from '../plugins/attempt-counter.ts'
import {
  renderKode,
  renderSandiBaru,
  renderSelesai,
  type GalatIsian,
  type IsianKode,
  type Pemilik,
} from './aktivasi-page.ts'
import type { SignInSetup } from './pintu.ts'

const teks = z.string().max(300).default('')
const Kode = z.object({ nip: teks, tanggalLahir: teks, kode: teks, kodeKedua: teks })
const SandiBaru = Kode.extend({ kataSandi: teks, ulang: teks, surel: teks, nomorHp: teks })
const kosong: IsianKode = { nip: '', tanggalLahir: '', kode: '', kodeKedua: '' }

type Temuan = Pemilik & { readonly kodeId: string; readonly akunId: string }

/** The hashes of what was typed; a half that is missing matches nothing. */
function getSidik({ kode, kodeKedua }: IsianKode) {
  const sidik = (isi: string) => hashKode(parseKodeSurat(isi) ?? '')
  return { pertama: sidik(kode), kedua: sidik(kodeKedua) }
}

async function findPemilik(database: Database, isian: IsianKode): Promise<Temuan | undefined> {
  const nip = normalizeNip(isian.nip)
  if (!/^\d{18}$/.test(nip) || !isTanggal(isian.tanggalLahir)) return undefined
  const { pertama, kedua } = getSidik(isian)
  const { rows } = await sql<Temuan>`select * from akun_untuk_kode(
    ${nip}, ${isian.tanggalLahir}::date, ${pertama}, ${kedua})`.execute(database)
  return rows[0]
}

function checkIsian(
  isian: z.infer<typeof SandiBaru>,
  pemilik: Pemilik,
): { galat: GalatIsian } | { surel: string | null; nomorHp: string | null } {
  if (checkSandi(isian.kataSandi, pemilik).length > 0) return { galat: 'sandi_lemah' }
  if (isian.kataSandi !== isian.ulang) return { galat: 'sandi_berbeda' }
  // Who recovers an account keeps what is left empty.
  const boleh = pemilik.jenis === 'pemulihan'
  const surel = Surel.safeParse(isian.surel)
  if (!surel.success && !(boleh && isian.surel === '')) return { galat: 'surel' }
  const nomorHp = NomorHp.safeParse(isian.nomorHp)
  if (!nomorHp.success && !(boleh && isian.nomorHp === '')) return { galat: 'nomor_hp' }
  return { surel: surel.data ?? null, nomorHp: nomorHp.data ?? null }
}

/**
 * The door of whoever has a letter: it opens an account for the first time, or again after a recovery.
 * No page before or after it sets a password for somebody else (P30.2i-j).
 */
export async function registerAktivasi(app: FastifyInstance, setup: SignInSetup): Promise<void> {
  const { database, send } = setup
  const perNip = new AttemptCounter(setup.perMinute, 15 * 60_000)
  // An office behind one address opens many accounts in a morning; a machine tries more than that.
  const perAlamat = new AttemptCounter(setup.perMinute * 30, 15 * 60_000)
  const portal = app.hasRoute({ method: 'GET', url: '/masuk' })

  async function noteDitolak(): Promise<void> {
    await runAsPemilik(database, null, (transaksi) =>
      // Nobody is known yet, and what was typed may be somebody's.
      writeAudit(transaksi, null, 'akun.kode_ditolak', 'aktivasi', {}),
    )
  }

  const isBoleh = (isian: IsianKode, alamat: string) =>
    perAlamat.tryOnce(alamat) && perNip.tryOnce(normalizeNip(isian.nip))

  app.get('/aktivasi', { schema: { hide: true } }, (_, reply) =>
    send(reply, 200, renderKode(null, kosong)),
  )

  app.post('/aktivasi', { schema: { hide: true } }, async (request, reply) => {
    const isian = Kode.safeParse(request.body).data ?? kosong
    if (!isBoleh(isian, request.ip)) return send(reply, 429, renderKode('terlalu_sering', isian))
    const pemilik = await findPemilik(database, isian)
    if (pemilik === undefined) {
      await noteDitolak()
      return send(reply, 422, renderKode('kode_tidak_sah', isian))
    }
    return send(reply, 200, renderSandiBaru(null, pemilik, isian, { surel: '', nomorHp: '' }))
  })

  app.post('/aktivasi/sandi', { schema: { hide: true } }, async (request, reply) => {
    const isian = SandiBaru.safeParse(request.body).data
    if (isian === undefined) return send(reply, 400, renderKode('kode_tidak_sah', kosong))
    const { kataSandi, ulang: _ulang, surel, nomorHp, ...kode } = isian
    if (!isBoleh(kode, request.ip)) return send(reply, 429, renderKode('terlalu_sering', kode))
    const pemilik = await findPemilik(database, kode)
    if (pemilik === undefined) {
      await noteDitolak()
      return send(reply, 422, renderKode('kode_tidak_sah', kode))
    }
    const hasil = checkIsian(isian, pemilik)
    if ('galat' in hasil) {
      return send(reply, 422, renderSandiBaru(hasil.galat, pemilik, kode, { surel, nomorHp }))
    }
    const { pertama, kedua } = getSidik(kode)
    const sandi = await hashSandi(kataSandi)
    const { rows } = await sql<{ akunId: string | null }>`select tebus_kode(${pemilik.kodeId}::uuid,
      ${pertama}, ${kedua}, ${sandi}, ${hasil.surel}, ${hasil.nomorHp}) as akun_id`.execute(
      database,
    )
    // Two pages with one letter: the second comes too late.
    if (!rows[0]?.akunId) return send(reply, 422, renderKode('kode_tidak_sah', kode))
    return send(reply, 200, renderSelesai(pemilik, portal))
  })
}
