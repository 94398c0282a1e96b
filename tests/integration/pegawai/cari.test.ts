import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPegawai } from '@meja/core/api/pegawai.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('an employee is found', () => {
  test('by NIP, however people group its digits', async () => {
    const { nip } = akun.wulan
    const berkelompok = nip.replace(/^(.{8})(.{6})(.)(.{3})$/, "'$1 $2 $3 $4")
    for (const tulisan of [nip, berkelompok]) {
      const { pegawai } = await server.getJawaban(akun.rina, findPegawai, {
        body: { nip: tulisan },
      })
      expect(pegawai).toEqual({
        id: akun.wulan.pegawaiId,
        nip,
        nama: `${akun.wulan.nama}, S.AP.`,
        unitKerja: 'Sekretariat Dinas Uji Selatan',
      })
    }
  })

  test('in the own office only; an administrator finds everybody', async () => {
    const body = { nip: akun.hadi.nip }
    expect(await server.getJawaban(akun.rina, findPegawai, { body })).toEqual({ pegawai: null })
    expect((await server.getJawaban(akun.dewi, findPegawai, { body })).pegawai?.id).toBe(
      akun.hadi.pegawaiId,
    )
  })
})

describe('a NIP is refused', () => {
  test.each(['1,98503E+17', '1.98503172010011E+17', '198503172010011000'])(
    'when a spreadsheet damaged it: %s',
    async (nip) => {
      expect(await server.getPenolakan(akun.rina, findPegawai, { body: { nip } })).toMatchObject({
        kode: 'nip_rusak',
      })
    },
  )

  test.each(['', '12345', '198513172010011001', '19850317201001100a'])(
    'when it is no NIP: "%s"',
    async (nip) => {
      expect(await server.getPenolakan(akun.rina, findPegawai, { body: { nip } })).toMatchObject({
        kode: 'nip_tidak_sah',
      })
    },
  )

  test('from an employee, who may not look others up', async () => {
    const body = { nip: akun.rina.nip }
    expect(await server.getPenolakan(akun.wulan, findPegawai, { body })).toMatchObject({
      kode: 'tidak_berwenang',
    })
  })
})
