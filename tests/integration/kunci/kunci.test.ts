import { constants, createPublicKey, publicEncrypt, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getCatatanLayar,
  getKunciServer,
  getLabelPemulihan,
  postBukaKunci,
  postCatatanLayar,
  type PeristiwaLayar,
} from '@meja/core/api/kunci.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** As a workstation wraps the data key of this person. */
async function wrap(pemilik: Akun, isi: Buffer) {
  const { id, kunciPublik } = await server.getJawaban(pemilik, getKunciServer)
  const bungkus = publicEncrypt(
    {
      key: createPublicKey({
        key: Buffer.from(kunciPublik, 'base64'),
        format: 'der',
        type: 'spki',
      }),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(getLabelPemulihan(pemilik.id)),
    },
    isi,
  )
  return { idKunci: id, bungkus: bungkus.toString('base64'), komputer: randomUUID() }
}

const note = (urutan: number, peristiwa: PeristiwaLayar, rujukan: string | null = null) => ({
  urutan,
  peristiwa,
  rujukan,
  pada: `2026-11-24T08:00:${String(urutan).padStart(2, '0')}+07:00`,
})

async function listAudit(komputer: string): Promise<string[]> {
  const { rows } = await server.owner.query<{ aksi: string }>(
    'select aksi from audit where objek = $1 order by urutan',
    [`komputer/${komputer}`],
  )
  return rows.map(({ aksi }) => aksi)
}

describe('the data key of a workstation', () => {
  it('is opened for its signed-in owner, and the opening is in the trail', async () => {
    const dek = randomBytes(32)
    const body = await wrap(akun.rina, dek)
    const { kunci } = await server.getJawaban(akun.rina, postBukaKunci, { body })
    expect(kunci).toBe(dek.toString('base64'))
    expect(await listAudit(body.komputer)).toEqual(['kunci.dibuka'])
  })

  it('is opened for nobody else, administrators included', async () => {
    const body = await wrap(akun.rina, randomBytes(32))
    for (const lain of [akun.bagus, akun.dewi]) {
      expect((await server.getPenolakan(lain, postBukaKunci, { body })).kode).toBe(
        'kunci_tidak_sah',
      )
    }
    expect(await listAudit(body.komputer)).toEqual([])
  })

  it.each([
    ['another key', { idKunci: '0'.repeat(16) }],
    ['no wrap at all', { bungkus: randomBytes(384).toString('base64') }],
    ['too short', { bungkus: 'AAAA' }],
  ])('stays closed for %s', async (_, ganti) => {
    const body = { ...(await wrap(akun.rina, randomBytes(32))), ...ganti }
    expect((await server.getPenolakan(akun.rina, postBukaKunci, { body })).kode).toBe(
      'kunci_tidak_sah',
    )
  })
})

describe('locks and unlocks of a workstation', () => {
  it('are taken once, however often they are sent', async () => {
    const komputer = randomUUID()
    const body = { komputer, catatan: [note(1, 'dikunci'), note(2, 'dibuka_pin')] }
    expect(await server.getJawaban(akun.rina, postCatatanLayar, { body })).toEqual({ diterima: 2 })
    const lanjut = { komputer, catatan: [note(3, 'dikunci')] }
    expect(await server.getJawaban(akun.rina, postCatatanLayar, { body: lanjut })).toEqual({
      diterima: 1,
    })
    const { catatan } = await server.getJawaban(akun.dewi, getCatatanLayar)
    const milikSini = catatan.filter((satu) => satu.komputer === komputer)
    expect(milikSini.map(({ urutan }) => urutan)).toEqual([3, 2, 1])
    expect(await listAudit(komputer)).toEqual([])
  })

  it('tell the trail of five wrong PINs', async () => {
    const komputer = randomUUID()
    const body = { komputer, catatan: [note(1, 'pin_salah'), note(2, 'pin_habis')] }
    await server.getJawaban(akun.rina, postCatatanLayar, { body })
    expect(await listAudit(komputer)).toEqual(['layar.pin_habis'])
  })

  it('tell the trail when the files of a workstation were put back', async () => {
    const komputer = randomUUID()
    const kirim = (...catatan: ReturnType<typeof note>[]) =>
      server.getJawaban(akun.rina, postCatatanLayar, { body: { komputer, catatan } })
    await kirim(note(1, 'dikunci'), note(2, 'pin_salah'), note(3, 'pin_salah'))
    // Begins at 1 again: the counter was deleted or restored.
    await kirim({ ...note(1, 'pin_salah'), pada: '2026-11-25T09:00:00+07:00' })
    expect(await listAudit(komputer)).toEqual(['layar.keadaan_mundur'])
  })

  it('keep which original came and which went back', async () => {
    const komputer = randomUUID()
    const keputusan = randomUUID()
    const catatan = [note(1, 'asli_di_meja', keputusan), note(2, 'asli_dikembalikan', keputusan)]
    await server.getJawaban(akun.rina, postCatatanLayar, { body: { komputer, catatan } })
    const semua = (await server.getJawaban(akun.dewi, getCatatanLayar)).catatan
    const milikSini = semua.filter((satu) => satu.komputer === komputer)
    expect(milikSini.map(({ peristiwa, rujukan }) => [peristiwa, rujukan])).toEqual([
      ['asli_dikembalikan', keputusan],
      ['asli_di_meja', keputusan],
    ])
  })

  it.each([
    ['an original without its decision', note(1, 'asli_dikembalikan')],
    ['a lock with one', note(1, 'dikunci', randomUUID())],
  ])('refuse %s', async (_, catatan) => {
    const body = { komputer: randomUUID(), catatan: [catatan] }
    expect((await server.getPenolakan(akun.rina, postCatatanLayar, { body })).kode).toBe(
      'permintaan_tidak_sah',
    )
  })

  it('tell the trail nothing when an answer was lost and the same words come again', async () => {
    const komputer = randomUUID()
    const body = { komputer, catatan: [note(1, 'dikunci'), note(2, 'pin_salah')] }
    await server.getJawaban(akun.rina, postCatatanLayar, { body })
    expect(await server.getJawaban(akun.rina, postCatatanLayar, { body })).toEqual({ diterima: 0 })
    expect(await listAudit(komputer)).toEqual([])
  })

  it('are seen by their owner in the database, and by no colleague', async () => {
    const { rows } = await server.owner.query<{ jumlah: string }>(
      `select count(*) as jumlah from pg_policies where tablename = 'catatan_layar'`,
    )
    expect(Number(rows[0]?.jumlah)).toBe(3)
    expect((await server.getPenolakan(akun.rina, getCatatanLayar)).kode).toBe('tidak_berwenang')
  })
})
