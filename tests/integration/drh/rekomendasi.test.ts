import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printDrh } from '@meja/core/api/drh.ts'
import {
  giveRekomendasi,
  listRekomendasi,
  withdrawRekomendasi,
  type IsiRekomendasi,
} from '@meja/core/api/rekomendasi.ts'
import { connect } from '../../support/database.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { buildRekomendasi, getHari } from '../../support/rekomendasi.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function give(ubah: Partial<IsiRekomendasi> = {}): Promise<string> {
  const body = buildRekomendasi(ubah)
  return (await server.getJawaban(akun.dewi, giveRekomendasi, { body })).id
}

const params = { pegawaiId: akun.wulan.pegawaiId }

async function refuse(siapa: Akun, rekomendasiId?: string): Promise<string> {
  const query = rekomendasiId === undefined ? {} : { rekomendasiId }
  return (await server.getPenolakan(siapa, printDrh, { params, query })).kode
}

describe("a presentation of somebody else's data (P18)", () => {
  test('is refused without a recommendation, to an administrator too; the own record needs none', async () => {
    expect(await refuse(akun.rina)).toBe('rekomendasi_diperlukan')
    expect(await refuse(akun.dewi)).toBe('rekomendasi_diperlukan')
    expect((await server.inject(akun.wulan, printDrh, { params })).statusCode).toBe(200)
  })

  test('says on paper and in the audit trail on which recommendation it rests, and for whom', async () => {
    const rekomendasiId = await give({ penerima: 'Inspektorat Uji' })
    const jawaban = await server.inject(akun.rina, printDrh, { params, query: { rekomendasiId } })
    const { halaman } = await readPdf(jawaban.rawPayload)
    const { rekomendasi } = await server.getJawaban(akun.rina, listRekomendasi)
    const nomor = rekomendasi.find(({ id }) => id === rekomendasiId)?.nomor
    expect(nomor).toMatch(/^REK-\d{5}$/)
    expect(halaman[0]).toContain(`Disajikan untuk Inspektorat Uji menurut rekomendasi ${nomor}`)
    const { rows } = await server.owner.query<{ nomor: string }>(
      `select rincian ->> 'rekomendasi' as nomor from audit where aksi = 'drh.cetak' and akun_id = $1
        order by urutan desc limit 1`,
      [akun.rina.id],
    )
    expect(rows).toEqual([{ nomor }])
  })

  test.each([
    ['has not begun', { mulai: getHari(1), sampai: getHari(2) }],
    ['is over', { mulai: getHari(-9), sampai: getHari(-1) }],
    ['is for another office', { perangkatDaerah: perangkatDaerah.utara.kode }],
  ])('is refused when the recommendation %s', async (_, ubah) => {
    expect(await refuse(akun.dewi, await give(ubah))).toBe('rekomendasi_tidak_berlaku')
  })

  test('is refused from the moment in which the recommendation is withdrawn', async () => {
    const rekomendasiId = await give()
    const tarik = { params: { rekomendasiId } }
    await server.getJawaban(akun.joko, withdrawRekomendasi, tarik)
    expect(await refuse(akun.rina, rekomendasiId)).toBe('rekomendasi_tidak_berlaku')
    expect((await server.getPenolakan(akun.joko, withdrawRekomendasi, tarik)).kode).toBe(
      'rekomendasi_tidak_berlaku',
    )
  })

  test('rests on a recommendation that is there: a number made up is none', async () => {
    expect(await refuse(akun.dewi, randomUUID())).toBe('rekomendasi_tidak_berlaku')
  })
})

describe('a recommendation', () => {
  test('is given and withdrawn by administrators only, also straight in the database', async () => {
    const body = buildRekomendasi()
    for (const siapa of [akun.rina, akun.wulan]) {
      expect((await server.getPenolakan(siapa, giveRekomendasi, { body })).kode).toBe(
        'tidak_berwenang',
      )
    }
    await give()
    const app = await connect(server.environment.DATABASE_URL)
    await app.query(
      `select set_config('meja.akun_id', $1, false), set_config('meja.peran', 'fasilitator', false),
         set_config('meja.perangkat_daerah', '901', false)`,
      [akun.rina.id],
    )
    const lihat = await app.query('select from rekomendasi where dicabut_pada is null')
    const cabut = await app.query(
      'update rekomendasi set dicabut_pada = now(), dicabut_oleh = $1 where dicabut_pada is null',
      [akun.rina.id],
    )
    await app.end()
    expect(lihat.rowCount).toBeGreaterThan(0)
    expect(cabut.rowCount).toBe(0)
  })

  test('of another office is not in the list of a fasilitator', async () => {
    const asing = await give({ perangkatDaerah: perangkatDaerah.utara.kode })
    const lihat = async (siapa: Akun) =>
      (await server.getJawaban(siapa, listRekomendasi)).rekomendasi.map(({ id }) => id)
    expect(await lihat(akun.rina)).not.toContain(asing)
    expect(await lihat(akun.sari)).toContain(asing)
  })

  test('holds for a year at most, and ends after it begins', async () => {
    for (const ubah of [
      { mulai: getHari(0), sampai: getHari(367) },
      { mulai: getHari(2), sampai: getHari(1) },
      { perangkatDaerah: '000' },
    ]) {
      const body = buildRekomendasi(ubah)
      expect((await server.getPenolakan(akun.dewi, giveRekomendasi, { body })).kode).toBe(
        'isian_tidak_sah',
      )
    }
  })
})
