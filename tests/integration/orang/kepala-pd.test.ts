import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  appointFasilitator,
  findCalonFasilitator,
  listKantorDikepalai,
  listUsulanFasilitator,
  proposeFasilitator,
  rejectUsulanFasilitator,
  withdrawUsulanFasilitator,
} from '@meja/core/api/fasilitator.ts'
import { listHakSaya, revokeHak } from '@meja/core/api/akses.ts'
import { giveHak } from '../../support/akses.ts'
import { akun } from '../../support/kantor.ts'
import { addUnit, appointWulan, clearPenunjukan, usulanWulan } from '../../support/penunjukan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await addUnit(server)
})
afterAll(() => server.close())
beforeEach(() => clearPenunjukan(server))

describe('the head of an office', () => {
  const lead = () => giveHak(server, akun.hadi, { hak: 'kepala_pd', perangkatDaerah: '901' })

  test('proposes people of that office while the task lasts, and sees only what was proposed', async () => {
    const hakId = await lead()
    expect((await server.getJawaban(akun.hadi, listHakSaya)).hak).toMatchObject([{ hakId }])
    await server.getJawaban(akun.hadi, proposeFasilitator, { body: usulanWulan })
    expect((await server.getJawaban(akun.hadi, listUsulanFasilitator)).usulan).toMatchObject([
      { nama: akun.wulan.nama, status: 'diajukan' },
    ])
    await server.getJawaban(akun.dewi, revokeHak, {
      params: { hakId },
      body: { hak: 'kepala_pd', alasan: 'Pindah tugas' },
    })
    expect((await server.getJawaban(akun.hadi, listUsulanFasilitator)).usulan).toEqual([])
    const galat = await server.getPenolakan(akun.hadi, proposeFasilitator, { body: usulanWulan })
    expect(galat.kode).toBe('tidak_ditemukan')
  })

  test('sees the units, who looks after them, and which nobody does', async () => {
    expect(await server.getJawaban(akun.hadi, listKantorDikepalai)).toEqual({ kantor: [] })
    await lead()
    const lama = await appointWulan(server, ['901.2'])
    const read = async () => (await server.getJawaban(akun.hadi, listKantorDikepalai)).kantor
    const [kantor] = await read()
    expect(kantor).toMatchObject({ kode: '901', nama: 'Dinas Uji Selatan' })
    expect(kantor?.fasilitator.find(({ id }) => id === lama)).toMatchObject({
      nama: akun.wulan.nama,
      unit: ['901.2'],
      keadaan: 'aktif',
    })
    await server.owner.query(
      "update penugasan_fasilitator set unit = '{901.1}' where perangkat_daerah = '901'",
    )
    expect((await read())[0]?.unit).toEqual([
      { kode: '901.2', nama: 'Bidang Uji Selatan', kosong: true },
      { kode: '901.1', nama: 'Sekretariat Dinas Uji Selatan', kosong: false },
    ])
  })

  test('finds a nominee by whole NIP in the own office only, with what holds it up', async () => {
    await lead()
    const find = async (nip: string) =>
      (await server.getJawaban(akun.hadi, findCalonFasilitator, { body: { nip } })).calon
    expect(await find(`${akun.wulan.nip.slice(0, 8)} ${akun.wulan.nip.slice(8)}`)).toEqual({
      nama: akun.wulan.nama,
      unitKerja: 'Sekretariat Dinas Uji Selatan',
      perangkatDaerah: '901',
      hambatan: null,
    })
    expect(await find(akun.sari.nip)).toBeNull()
    expect(await find(akun.wulan.nip.slice(0, 17))).toBeNull()
    expect((await find(akun.dewi.nip))?.hambatan).toBe('administrator')
    expect((await find(akun.yanti.nip))?.hambatan).toBe('tanpa_akun')
    await server.getJawaban(akun.hadi, proposeFasilitator, { body: usulanWulan })
    expect((await find(akun.wulan.nip))?.hambatan).toBe('sudah_diusulkan')
  })

  test('takes a nomination back until it is decided, and then proposes anew', async () => {
    await lead()
    const body = { ...usulanWulan, pertimbangan: 'Menguasai arsip bidang' }
    const { id } = await server.getJawaban(akun.hadi, proposeFasilitator, { body })
    const cabut = {
      params: { usulanPenunjukanId: id },
      body: { alasan: 'Yang bersangkutan tidak bersedia' },
    }
    await server.getJawaban(akun.hadi, withdrawUsulanFasilitator, cabut)
    const { kantor } = await server.getJawaban(akun.hadi, listKantorDikepalai)
    expect(kantor[0]?.usulan).toMatchObject([
      { id, status: 'dicabut', pertimbangan: 'Menguasai arsip bidang' },
    ])
    const lagi = await server.getPenolakan(akun.hadi, withdrawUsulanFasilitator, cabut)
    expect(lagi.kode).toBe('penunjukan_usang')
    const tolak = { params: cabut.params, body: { alasan: 'Terlambat' } }
    expect((await server.getPenolakan(akun.dewi, rejectUsulanFasilitator, tolak)).kode).toBe(
      'penunjukan_usang',
    )
    await server.getJawaban(akun.hadi, proposeFasilitator, { body })
  })

  test('proposes a follower, whose decree ends the task before the day before', async () => {
    await lead()
    const lama = await appointWulan(server, ['901.1'])
    await server.owner.query("update akun set peran = 'user_personal' where id = $1", [
      akun.tono.id,
    ])
    const { id } = await server.getJawaban(akun.hadi, proposeFasilitator, {
      body: { ...usulanWulan, nip: akun.tono.nip, menggantikan: lama },
    })
    const { id: dokumenId } = await addDokumen(server, akun.tono)
    await server.getJawaban(akun.dewi, appointFasilitator, {
      params: { usulanPenunjukanId: id },
      body: {
        nomorKeputusan: '188/10/KPTS/013/2026',
        tanggalKeputusan: '2026-05-01',
        dokumenId,
        mulai: '2026-06-01',
        sampai: null,
      },
    })
    const { kantor } = await server.getJawaban(akun.hadi, listKantorDikepalai)
    expect(kantor[0]?.fasilitator.find((satu) => satu.id === lama)).toMatchObject({
      keadaan: 'berakhir',
      sampai: '2026-05-31',
    })
    await server.owner.query(
      "delete from penugasan_fasilitator where akun_id = $1 and nomor_keputusan like '188/10/%'",
      [akun.tono.id],
    )
  })

  test('names no task of another office as the one to follow', async () => {
    await lead()
    const { rows } = await server.owner.query<{ id: string }>(
      'select id from penugasan_fasilitator where akun_id = $1',
      [akun.sari.id],
    )
    const menggantikan = rows[0]?.id ?? ''
    const body = { ...usulanWulan, menggantikan }
    expect((await server.getPenolakan(akun.hadi, proposeFasilitator, { body })).kode).toBe(
      'tidak_ditemukan',
    )
    // Nor does the database take it, whoever writes.
    await expect(
      server.owner.query(
        `insert into usulan_penunjukan (id, pegawai_id, nama_calon, perangkat_daerah, unit,
           nomor_surat, tanggal_surat, menggantikan, diajukan_oleh)
         values ($1, $2, 'Wulan', '901', '{901.1}', '800/2', '2026-01-05', $3, $4)`,
        [randomUUID(), akun.wulan.pegawaiId, menggantikan, akun.hadi.id],
      ),
    ).rejects.toThrow(/perangkat daerah lain/)
  })

  test('decides on nothing: only the administrator sets or returns a nomination', async () => {
    await lead()
    const { id } = await server.getJawaban(akun.hadi, proposeFasilitator, { body: usulanWulan })
    const params = { usulanPenunjukanId: id }
    const galat = await server.getPenolakan(akun.hadi, rejectUsulanFasilitator, {
      params,
      body: { alasan: 'Tidak jadi' },
    })
    expect(galat.kode).toBe('tidak_berwenang')
  })
})
