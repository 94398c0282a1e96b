import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  listKunciResi,
  listSerahan,
  postKeputusanSekaligus,
  postPeriksaKiriman,
  postSerahan,
  settleSerahan,
} from '@meja/core/api/kiriman.ts'
import { postDenyut } from '@meja/core/api/komputer.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import { postKeputusan, type Keputusan } from '@meja/core/api/verifikasi.ts'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { writeTeksPindaian, writeTeksResi } from '@meja/core/domain/resi.ts'
import { markRestore } from '../../../api-server/cli/mark-restore.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { getOwnerUrl, startTestServer, type TestServer } from '../../support/server.ts'
import { addUsulan, buildKeputusan, buildPengembalian, readJejak } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const sidik = (teks: string) => createHash('sha256').update(teks).digest('hex')

async function isTertandatangani(resi: Resi): Promise<boolean> {
  const { kunci } = await server.getJawaban(akun.rina, listKunciResi)
  const satu = kunci.find(({ id }) => id === resi.tandaTangan.idKunci)
  const key = createPublicKey({
    key: Buffer.from(satu?.kunciPublik ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  })
  const nilai = Buffer.from(resi.tandaTangan.nilai, 'base64')
  return verify(null, Buffer.from(writeTeksResi(resi)), key, nilai)
}

const sendSekaligus = async (siapa: Akun, keputusan: Keputusan[]) =>
  (await server.getJawaban(siapa, postKeputusanSekaligus, { body: { keputusan } })).hasil

describe('a receipt', () => {
  it('is signed over the decision and over the bytes of the scans that were seen', async () => {
    const keputusan = buildKeputusan(await addUsulan(server, akun.wulan))
    const resi = await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    expect(resi.sidik).toBe(sidik(writeJsonKanonik(keputusan)))
    expect(resi.sidikPindaian).toBe(sidik(writeTeksPindaian(keputusan.bukti)))
    expect(await isTertandatangani(resi)).toBe(true)
    expect(await isTertandatangani({ ...resi, status: 'dikembalikan' })).toBe(false)
  })

  it('is the same, signature and all, whichever way the decision is sent again', async () => {
    const keputusan = buildKeputusan(await addUsulan(server, akun.wulan))
    const pertama = await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    const [lagi, duaKali] = await sendSekaligus(akun.rina, [keputusan, keputusan])
    expect(lagi).toMatchObject({ keadaan: 'diterima', resi: pertama })
    expect(duaKali).toEqual(lagi)
  })
})

describe('decisions sent together', () => {
  it('are answered each for itself: a refused one holds up none behind it', async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => addUsulan(server, akun.wulan)))
    if (a === undefined || b === undefined || c === undefined) throw new Error('no proposals')
    const usang = buildKeputusan(b, { asli: null })
    const hasil = await sendSekaligus(akun.rina, [buildKeputusan(a), usang, buildPengembalian(c)])
    expect(hasil).toMatchObject([
      { keadaan: 'diterima', resi: { usulanId: a.id, hasil: 'sesuai' } },
      {
        keadaan: 'ditolak',
        transactionId: usang.transactionId,
        kode: 'asli_belum_dinyatakan',
      },
      { keadaan: 'diterima', resi: { usulanId: c.id, hasil: 'dikembalikan' } },
    ])
    expect(await readJejak(server, b)).toMatchObject({
      status: 'diajukan',
      versi: 1,
      keputusan: '0',
      audit: '0',
    })
  })

  it('do not let a fasilitator write into another office', async () => {
    const usulan = await addUsulan(server, akun.hadi)
    expect(await sendSekaligus(akun.rina, [buildKeputusan(usulan)])).toMatchObject([
      { keadaan: 'ditolak', kode: 'tidak_ditemukan' },
    ])
  })

  it('are refused whole to whoever may not decide, and when they are too many', async () => {
    const satu = buildKeputusan(await addUsulan(server, akun.wulan))
    const ask = (siapa: Akun, keputusan: Keputusan[]) =>
      server.getPenolakan(siapa, postKeputusanSekaligus, { body: { keputusan } })
    expect(await ask(akun.wulan, [satu])).toMatchObject({ kode: 'tidak_berwenang' })
    const banyak = Array.from({ length: 26 }, () => ({ ...satu, transactionId: randomUUID() }))
    expect(await ask(akun.rina, banyak)).toMatchObject({ kode: 'permintaan_tidak_sah' })
  })
})

describe('a refused decision', () => {
  it('is left to the administrators, changes nothing, and stands there until one has looked', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan, { asli: null })
    const sebelum = await readJejak(server, usulan)
    const body = { keputusan, kode: 'asli_belum_dinyatakan' as const, catatan: 'Asli tidak dibawa' }
    const pertama = await server.getJawaban(akun.rina, postSerahan, { body })
    expect(await server.getJawaban(akun.rina, postSerahan, { body })).toEqual(pertama)
    const find = async () =>
      (await server.getJawaban(akun.dewi, listSerahan)).serahan.filter(
        (satu) => satu.transactionId === keputusan.transactionId,
      )
    expect(await find()).toMatchObject([
      { usulanId: usulan.id, oleh: akun.rina.namaPengguna, catatan: 'Asli tidak dibawa' },
    ])
    expect(await readJejak(server, usulan)).toMatchObject({
      ...(sebelum as object),
      audit: '1',
    })
    const params = { transactionId: keputusan.transactionId }
    const selesai = { params, body: { penyelesaian: 'Sudah dibicarakan' } }
    await server.getJawaban(akun.joko, settleSerahan, selesai)
    expect(await find()).toEqual([])
    expect(await server.getPenolakan(akun.joko, settleSerahan, selesai)).toMatchObject({
      kode: 'tidak_ditemukan',
    })
  })

  it('of another office, or under the id of somebody else, is not taken', async () => {
    const asing = buildKeputusan(await addUsulan(server, akun.hadi))
    const milik = buildKeputusan(await addUsulan(server, akun.wulan))
    const ask = (siapa: Akun, keputusan: Keputusan) =>
      server.getPenolakan(siapa, postSerahan, {
        body: { keputusan, kode: 'keputusan_usang', catatan: 'Mohon dilihat' },
      })
    expect(await ask(akun.rina, asing)).toMatchObject({ kode: 'tidak_ditemukan' })
    await server.getJawaban(akun.rina, postSerahan, {
      body: { keputusan: milik, kode: 'keputusan_usang', catatan: 'Mohon dilihat' },
    })
    expect(await ask(akun.bagus, milik)).toMatchObject({ kode: 'transaksi_berbeda' })
  })
})

describe('the id of a transaction', () => {
  it('is unique in the database itself', async () => {
    const { rows } = await server.owner.query(
      `select 1 from pg_constraint where conrelid = 'keputusan_verifikasi'::regclass
         and contype = 'u' and pg_get_constraintdef(oid) = 'UNIQUE (transaction_id)'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('gives one decision however often and at once it comes', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan)
    const resi = await Promise.all(
      Array.from({ length: 8 }, () =>
        server.getJawaban(akun.rina, postKeputusan, { body: keputusan }),
      ),
    )
    expect(new Set(resi.map(({ keputusanId }) => keputusanId)).size).toBe(1)
    expect(await readJejak(server, usulan)).toMatchObject({ keputusan: '1', audit: '1' })
  })
})

describe('a server that was restored', () => {
  const beat = (siapa: Akun) =>
    server.getJawaban(siapa, postDenyut, {
      body: {
        komputer: randomUUID(),
        terkunci: false,
        belumTerkirim: 0,
        versi: '0.1.0',
        pada: new Date().toISOString(),
        dijalankan: null,
      },
    })
  const ask = (siapa: Akun, transactionId: string[]) =>
    server.getJawaban(siapa, postPeriksaKiriman, { body: { transactionId } })

  it('tells which own decisions it does not know, and nothing of those of others', async () => {
    const milikRina = buildKeputusan(await addUsulan(server, akun.wulan))
    const milikBagus = buildKeputusan(await addUsulan(server, akun.wulan))
    await server.getJawaban(akun.rina, postKeputusan, { body: milikRina })
    await server.getJawaban(akun.bagus, postKeputusan, { body: milikBagus })
    const asing = randomUUID()
    const jawaban = await ask(akun.rina, [milikRina.transactionId, milikBagus.transactionId, asing])
    expect(jawaban.takDikenal).toEqual([milikBagus.transactionId, asing])
  })

  it('tells how long its audit trail is, which only grows', async () => {
    const sebelum = await beat(akun.rina)
    const body = buildKeputusan(await addUsulan(server, akun.wulan))
    await server.getJawaban(akun.bagus, postKeputusan, { body })
    expect((await beat(akun.rina)).puncak).toBe(sebelum.puncak + 1)
  })

  it('is known by another zaman once the operator has marked it', async () => {
    const sebelum = await beat(akun.rina)
    expect((await beat(akun.sari)).zaman).toBe(sebelum.zaman)
    await markRestore(getOwnerUrl(server), 'Uji pemulihan')
    expect((await beat(akun.rina)).zaman).not.toBe(sebelum.zaman)
  })

  it('asks for patience with a decision that stands on one it has forgotten', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const body = buildKeputusan({ ...usulan, versi: 2 })
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body })).toMatchObject({
      kode: 'server_tertinggal',
    })
  })
})

/** What each workstation does with the decisions that it holds, step by step. */
const langkah = record({
  komputer: constantFrom('rina' as const, 'bagus' as const),
  keputusan: array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
  sekaligus: boolean(),
  /** The answer is lost: whoever sent it knows nothing of it and sends again. */
  jawabanHilang: boolean(),
})

it('any order, repetition and loss, from two workstations, ends in one decision for each case', async () => {
  await assert(
    asyncProperty(array(langkah, { maxLength: 8 }), async (jalan) => {
      const usulan = await Promise.all([0, 1, 2, 3].map(() => addUsulan(server, akun.wulan)))
      const milik = {
        rina: usulan.map((satu) => buildKeputusan(satu)),
        bagus: usulan.map((satu) => buildPengembalian(satu)),
      }
      const resi = new Map<string, string>()
      const ditolak: string[] = []
      const send = async (siapa: 'rina' | 'bagus', keputusan: Keputusan[], hilang: boolean) => {
        for (const hasil of await sendSekaligus(akun[siapa], keputusan)) {
          if (hasil.keadaan === 'ditolak') {
            ditolak.push(hasil.kode)
            continue
          }
          const lama = resi.get(hasil.transactionId)
          if (lama !== undefined && lama !== hasil.resi.keputusanId) ditolak.push('resi lain')
          if (!hilang) resi.set(hasil.transactionId, hasil.resi.keputusanId)
        }
      }
      for (const { komputer, keputusan, sekaligus, jawabanHilang } of jalan) {
        const semua = keputusan.flatMap((nomor) => milik[komputer][nomor] ?? [])
        const kali = sekaligus ? [semua] : semua.map((satu) => [satu])
        await Promise.all(kali.map((satu) => send(komputer, satu, jawabanHilang)))
      }
      // In the end each workstation sends what it still has no receipt for.
      for (const siapa of ['bagus', 'rina'] as const) await send(siapa, milik[siapa], false)
      for (const satu of usulan) {
        expect(await readJejak(server, satu)).toMatchObject({
          versi: 2,
          keputusan: '1',
          audit: '1',
        })
      }
      expect(resi.size).toBe(4)
      // Whoever came second is told so, and nothing else ever.
      expect([...new Set(ditolak)].filter((kode) => kode !== 'sudah_diputuskan')).toEqual([])
    }),
    { numRuns: 25 },
  )
})
