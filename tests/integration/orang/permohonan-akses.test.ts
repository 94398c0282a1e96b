import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  approveAkses,
  findCalonAkses,
  listHak,
  listHakSaya,
  listPermohonanAkses,
  refuseAkses,
  requestAkses,
  revokeHak,
  withdrawAkses,
} from '@meja/core/api/akses.ts'
import { listKantorDikepalai } from '@meja/core/api/fasilitator.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { giveHak, permohonanTim, sendAs } from '../../support/akses.ts'
import { akun, signPaktaAs, type Akun } from '../../support/kantor.ts'
import { addUnit, appointWulan, clearPenunjukan } from '../../support/penunjukan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await addUnit(server)
})
afterAll(() => server.close())
beforeEach(() => clearPenunjukan(server))

const alasan = 'Tidak sesuai surat'
const at = (permohonanAksesId: string) => ({ params: { permohonanAksesId } })

const ask = async (siapa: Akun, isi: Partial<typeof permohonanTim> = {}) =>
  (await server.getJawaban(siapa, requestAkses, { body: { ...permohonanTim, ...isi } })).id
const refused = async (siapa: Akun, isi: Partial<typeof permohonanTim> = {}) =>
  (await server.getPenolakan(siapa, requestAkses, { body: { ...permohonanTim, ...isi } })).kode
const readHakSaya = async (siapa: Akun) => (await server.getJawaban(siapa, listHakSaya)).hak

describe('a head of an office', () => {
  // Hadi serves in 902 and heads it; Rina, of 901, is nobody's there.
  const lead = () => giveHak(server, akun.hadi, { hak: 'kepala_pd', perangkatDaerah: '902' })

  test('asks for somebody of the own office; once another approves, the right is in force at the next request', async () => {
    await lead()
    const id = await ask(akun.hadi, { akunId: akun.sari.id })
    expect(await readHakSaya(akun.sari)).toMatchObject([{ hak: 'fasilitator' }])
    await server.getJawaban(akun.dewi, approveAkses, at(id))
    expect((await readHakSaya(akun.sari)).find(({ hak }) => hak === 'tim')).toMatchObject({
      hakId: id,
      dasar: permohonanTim.nomorSurat,
      mulai: '2026-01-01',
      perangkatDaerah: 'Dinas Uji Utara',
    })
    const { permohonan } = await server.getJawaban(akun.sari, listPermohonanAkses)
    expect(permohonan).toMatchObject([
      {
        id,
        jalur: 'kantor',
        status: 'disetujui',
        namaPemohon: akun.hadi.nama,
        namaPemutus: akun.dewi.nama,
        milikSaya: false,
        bolehDiputus: false,
      },
    ])
  })

  test('finds and asks for nobody of another office, and for no other office', async () => {
    await lead()
    const find = async (nip: string) =>
      (await server.getJawaban(akun.hadi, findCalonAkses, { body: { nip } })).calon
    expect(await find(akun.sari.nip)).toMatchObject({ akunId: akun.sari.id, nama: akun.sari.nama })
    expect(await find(akun.wulan.nip)).toBeNull()
    expect(await refused(akun.hadi, { akunId: akun.wulan.id })).toBe('tidak_ditemukan')
    expect(await refused(akun.hadi, { akunId: akun.sari.id, perangkatDaerah: '901' })).toBe(
      'isian_tidak_sah',
    )
    const administrator = { hak: 'administrator', perangkatDaerah: null } as const
    expect(await refused(akun.hadi, { akunId: akun.sari.id, ...administrator })).toBe(
      'isian_tidak_sah',
    )
  })

  test('whose right is withdrawn heads nothing at the next request', async () => {
    const hakId = await lead()
    expect((await server.getJawaban(akun.hadi, listKantorDikepalai)).kantor).toHaveLength(1)
    const cabut = { params: { hakId }, body: { hak: 'kepala_pd', alasan } } as const
    await server.getJawaban(akun.dewi, revokeHak, cabut)
    expect((await server.getJawaban(akun.hadi, listKantorDikepalai)).kantor).toEqual([])
    expect(await readHakSaya(akun.hadi)).toEqual([])
    expect((await server.getPenolakan(akun.dewi, revokeHak, cabut)).kode).toBe('penunjukan_usang')
  })
})

describe('a request', () => {
  test('is not approved by whoever asked, nor by whoever it is for', async () => {
    const id = await ask(akun.dewi)
    expect((await server.getPenolakan(akun.dewi, approveAkses, at(id))).kode).toBe(
      'pengelola_lain_diperlukan',
    )
    const sendiri = await ask(akun.joko, { akunId: akun.dewi.id })
    expect((await server.getPenolakan(akun.dewi, approveAkses, at(sendiri))).kode).toBe(
      'pengelola_lain_diperlukan',
    )
    expect(await readHakSaya(akun.hadi)).toEqual([])
  })

  test('is not approved by a second account of whoever asked: four eyes are two people', async () => {
    const kedua = { ...akun.joko, id: randomUUID(), namaPengguna: 'administrator.joko2' }
    await server.owner.query(
      `insert into akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran)
       values ($1, $2, $3, '$argon2id$', 'administrator')`,
      [kedua.id, kedua.pegawaiId, kedua.namaPengguna],
    )
    await signPaktaAs(server.owner, kedua)
    const id = await ask(akun.joko)
    expect((await server.getPenolakan(kedua, approveAkses, at(id))).kode).toBe(
      'pengelola_lain_diperlukan',
    )
  })

  test('is refused with a reason that whoever asked and whom it concerns can read, and gives nothing', async () => {
    const id = await ask(akun.hadi)
    await server.getJawaban(akun.dewi, refuseAkses, { ...at(id), body: { alasan } })
    const { permohonan } = await server.getJawaban(akun.hadi, listPermohonanAkses)
    expect(permohonan).toMatchObject([
      { jalur: 'sendiri', status: 'ditolak', alasanPutusan: alasan, milikSaya: true },
    ])
    expect(await readHakSaya(akun.hadi)).toEqual([])
    expect((await server.getPenolakan(akun.joko, approveAkses, at(id))).kode).toBe(
      'permohonan_usang',
    )
  })

  test('is taken back by whoever asked while it waits, by nobody else, and then asked anew', async () => {
    const id = await ask(akun.hadi)
    const cabut = { ...at(id), body: { alasan: 'Salah surat' } }
    for (const lain of [akun.wulan, akun.dewi]) {
      expect((await server.getPenolakan(lain, withdrawAkses, cabut)).kode).toBe('tidak_ditemukan')
    }
    expect(await refused(akun.joko)).toBe('hak_sudah_ada')
    await server.getJawaban(akun.hadi, withdrawAkses, cabut)
    expect((await server.getPenolakan(akun.hadi, withdrawAkses, cabut)).kode).toBe(
      'permohonan_usang',
    )
    expect((await server.getPenolakan(akun.dewi, approveAkses, at(id))).kode).toBe(
      'permohonan_usang',
    )
    await ask(akun.joko)
  })

  test('for what is already held is refused; for the days after it is not', async () => {
    await giveHak(server, akun.hadi, { hak: 'tim', perangkatDaerah: '902' })
    expect(await refused(akun.joko)).toBe('hak_sudah_ada')
    await server.owner.query("update penugasan set berlaku = '[2026-01-01,2099-12-31]'")
    expect(await refused(akun.joko, { mulai: '2099-12-31' })).toBe('hak_sudah_ada')
    await ask(akun.joko, { mulai: '2100-01-01' })
  })

  test('leaves who asked, who decided and by what in the audit trail', async () => {
    const id = await ask(akun.hadi)
    await server.getJawaban(akun.dewi, approveAkses, at(id))
    const { rows } = await server.owner.query(
      `select akun_id, aksi from audit where objek = $1 or rincian ->> 'penugasan' = $2
       order by urutan`,
      [`permohonan_akses:${id}`, id],
    )
    expect(rows).toEqual([
      { akun_id: akun.hadi.id, aksi: 'akses.mohon' },
      { akun_id: akun.dewi.id, aksi: 'penugasan.beri' },
    ])
  })
})

describe('the right of an administrator', () => {
  const administrator = { hak: 'administrator', perangkatDaerah: null } as const

  test('is given by letter and approval, stands in the list with its basis, and is withdrawn at once', async () => {
    await giveHak(server, akun.wulan, administrator)
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('administrator')
    const { hak } = await server.getJawaban(akun.dewi, listHak)
    const hakId = akun.wulan.id
    expect(hak.find((satu) => satu.hakId === hakId)).toMatchObject({
      hak: 'administrator',
      dasar: permohonanTim.nomorSurat,
      sebabGugur: null,
    })
    const cabut = { params: { hakId }, body: { hak: 'administrator', alasan } } as const
    await server.getJawaban(akun.dewi, revokeHak, cabut)
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
  })

  test('of oneself is nobody’s to withdraw', async () => {
    const cabut = {
      params: { hakId: akun.dewi.id },
      body: { hak: 'administrator', alasan },
    } as const
    expect((await server.getPenolakan(akun.dewi, revokeHak, cabut)).kode).toBe(
      'pengelola_lain_diperlukan',
    )
  })

  test('does not stand beside a task by decree: the role of a fasilitator hangs on that', async () => {
    const id = await ask(akun.joko, { akunId: akun.rina.id, ...administrator })
    expect((await server.getPenolakan(akun.dewi, approveAkses, at(id))).kode).toBe(
      'peran_oleh_keputusan',
    )
    // Nothing was decided either: the request still waits.
    const { permohonan } = await server.getJawaban(akun.dewi, listPermohonanAkses)
    expect(permohonan.find((satu) => satu.id === id)?.status).toBe('diajukan')
  })
})

test('a fasilitator whose right is withdrawn is an employee at the next request, whether it had begun or not', async () => {
  const withdraw = (hakId: string) =>
    server.getJawaban(akun.joko, revokeHak, {
      params: { hakId },
      body: { hak: 'fasilitator', alasan },
    })
  await withdraw(await appointWulan(server))
  expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
  await withdraw(await appointWulan(server, ['901.2'], '2099-01-01'))
  expect(await readHakSaya(akun.wulan)).toEqual([])
})

describe('the database itself refuses', () => {
  test('a task that no request asked for', async () => {
    await expect(
      sendAs(
        server,
        akun.dewi,
        `insert into penugasan (id, akun_id, jenis, perangkat_daerah, dasar, berlaku)
         values (gen_random_uuid(), $1, 'kepala_pd', '901', 'SK 1/UJI', '[2026-01-01,)')`,
        [akun.hadi.id],
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('an administrator whom no request made, also by a request that was approved before', async () => {
    const raise = () =>
      sendAs(server, akun.dewi, "update akun set peran = 'administrator' where id = $1", [
        akun.wulan.id,
      ])
    await expect(raise()).rejects.toThrow(/permohonan yang disetujui/)
    await giveHak(server, akun.wulan, { hak: 'administrator', perangkatDaerah: null })
    await server.owner.query("update akun set peran = 'user_personal' where id = $1", [
      akun.wulan.id,
    ])
    await expect(raise()).rejects.toThrow(/permohonan yang disetujui/)
  })

  test('a decision of whoever asked', async () => {
    const id = await ask(akun.joko)
    await expect(
      sendAs(
        server,
        akun.joko,
        `update permohonan_akses set status = 'disetujui', diputuskan_oleh = $1,
           pegawai_pemutus = $2, nama_pemutus = 'Joko' where id = $3`,
        [akun.joko.id, akun.joko.pegawaiId, id],
      ),
    ).rejects.toThrow(/permohonan_akses_orang_lain/)
  })

  test('a request in the name of an office that one does not head', async () => {
    await expect(
      sendAs(
        server,
        akun.hadi,
        `insert into permohonan_akses (id, akun_id, pegawai_id, nama, jalur, hak, perangkat_daerah,
           berlaku, nomor_surat, tanggal_surat, alasan, diajukan_oleh, pegawai_pemohon, nama_pemohon)
         values (gen_random_uuid(), $1, $2, $3, 'kantor', 'tim', '901', '[2026-01-01,)', '800/1',
           '2026-01-01', 'Tugas baru', $4, $5, 'Hadi')`,
        [akun.wulan.id, akun.wulan.pegawaiId, akun.wulan.nama, akun.hadi.id, akun.hadi.pegawaiId],
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
