import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  changeKontak,
  changeSandi,
  getKeamanan,
  removeTotp,
  renewCadangan,
  saveTotp,
  startPasskey,
  startTotp,
} from '@meja/core/api/keamanan.ts'
import { endpoints } from '@meja/core/api/endpoints.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { headerPortal } from '@meja/core/api/portal.ts'
import type { UjiBrowser } from '../../support/browser.ts'
import { requireFaktor, showKode } from '../../support/faktor.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { proveSurel } from '../../support/smtp.ts'
import { signInPortal, startPortalServer, type PortalServer } from '../../support/portal.ts'

let server: PortalServer
beforeAll(async () => {
  server = await startPortalServer({ SIGN_IN_PER_MINUTE: 60 })
})
afterAll(() => server.close())

const bukti = { kataSandi }
const baru = 'empat kata tak berhubungan'

/** The entry that the last act of this account left. */
async function readAudit(siapa: Akun): Promise<{ aksi: string; rincian: unknown }> {
  const { rows } = await server.owner.query<{ aksi: string; rincian: unknown }>(
    'select aksi, rincian from audit where akun_id = $1 order by urutan desc limit 1',
    [siapa.id],
  )
  if (rows[0] === undefined) throw new Error('tidak ada jejak')
  return rows[0]
}

async function enrol(siapa: Akun): Promise<{ rahasia: string; kodeCadangan: string[] }> {
  const { rahasia } = await server.getJawaban(siapa, startTotp, { body: { bukti } })
  const body = { kode: showKode(rahasia) }
  return { rahasia, ...(await server.getJawaban(siapa, saveTotp, { body })) }
}

describe('the own password', () => {
  test('needs the one of today', async () => {
    const body = { bukti: { kataSandi: 'bukan ini sandinya' }, kataSandi: baru }
    const penolakan = await server.getPenolakan(akun.wulan, changeSandi, { body })
    expect(penolakan.kode).toBe('sandi_salah')
  })

  test('is refused when it is short, common, or the own number', async () => {
    for (const lemah of ['pendek', 'katasandi1234', `nip-${akun.wulan.nip}`]) {
      const body = { bukti, kataSandi: lemah }
      const penolakan = await server.getPenolakan(akun.wulan, changeSandi, { body })
      expect(penolakan.kode).toBe('sandi_lemah')
    }
  })

  test('ends every other session at its next request, and keeps the one that asked (P30.2j)', async () => {
    const [sini, sana] = [server.newBrowser(), server.newBrowser()]
    await signInPortal(sini, akun.hadi)
    await signInPortal(sana, akun.hadi)
    const kirim = (browser: UjiBrowser, isi: unknown) =>
      browser.send(
        changeSandi.path,
        { 'content-type': 'application/json', [headerPortal]: '1', origin: server.asal },
        JSON.stringify(isi),
      )
    const jawaban = await kirim(sini, { bukti, kataSandi: baru })
    expect(await jawaban.json()).toEqual({ sesiBerakhir: 1 })
    expect((await sini.open(getSesiSaya.path)).status).toBe(200)
    expect((await sana.open(getSesiSaya.path)).status).toBe(401)
    const { aksi, rincian } = await readAudit(akun.hadi)
    expect({ aksi, rincian }).toEqual({ aksi: 'akun.sandi', rincian: { sesi: 1 } })
  })
})

describe('e-mail and mobile number', () => {
  test('are changed by their owner; the trail knows that, not to what (P30.2j)', async () => {
    const body = { bukti, surel: ' Wulan@Contoh.go.id ', nomorHp: '0812-3456 7890' }
    await server.getJawaban(akun.wulan, changeKontak, { body })
    const saya = await server.getJawaban(akun.wulan, getKeamanan)
    expect(saya).toMatchObject({ surel: 'wulan@contoh.go.id', nomorHp: '081234567890' })
    const jejak = await readAudit(akun.wulan)
    expect(jejak).toEqual({ aksi: 'akun.kontak', rincian: { surel: true, nomorHp: true } })
  })

  test('a change is told to the address that the account had proved', async () => {
    await proveSurel(server.owner, akun.wulan, 'wulan@contoh.go.id')
    const body = { bukti, surel: 'baru@contoh.go.id', nomorHp: '081234567890' }
    await server.getJawaban(akun.wulan, changeKontak, { body })
    const { rows } = await server.owner.query(
      'select alamat, jenis from pesan_keluar where akun_id = $1',
      [akun.wulan.id],
    )
    expect(rows).toEqual([{ alamat: 'wulan@contoh.go.id', jenis: 'surel_diubah' }])
  })

  test('no endpoint of the contract takes a password, e-mail or number for an account that it names', () => {
    const untukOrangLain = endpoints.filter(({ name, params, body }) => {
      const isi = JSON.stringify([
        params && 'shape' in params ? params.shape : {},
        body && typeof body === 'object' && 'shape' in body ? body.shape : {},
      ])
      return /"(akunId|pegawaiId)"/.test(isi) && /"(kataSandi|surel|nomorHp)"/.test(isi) && name
    })
    expect(untukOrangLain.map(({ name }) => name)).toEqual([])
  })

  test('an administrator who adds somebody else to the request changes the own ones', async () => {
    const body = { bukti, surel: 'dewi@contoh.go.id', nomorHp: '081200000001' }
    const tambahan = { ...body, akunId: akun.wulan.id, pegawaiId: akun.wulan.pegawaiId }
    await server.getJawaban(akun.dewi, changeKontak, { body: tambahan })
    expect((await server.getJawaban(akun.wulan, getKeamanan)).surel).toBe('baru@contoh.go.id')
    expect((await server.getJawaban(akun.dewi, getKeamanan)).surel).toBe('dewi@contoh.go.id')
  })
})

describe('an authenticator app', () => {
  beforeEach(() => server.owner.query('delete from faktor_totp; delete from kode_cadangan'))

  test('an employee switches it on alone, and off again', async () => {
    expect((await enrol(akun.wulan)).kodeCadangan).toHaveLength(10)
    const ada = await server.getJawaban(akun.wulan, getKeamanan)
    expect(ada).toMatchObject({ sisaCadangan: 10, wajib: false })
    expect(ada.totpSejak).not.toBeNull()
    await server.getJawaban(akun.wulan, removeTotp, { body: { bukti } })
    const sudah = await server.getJawaban(akun.wulan, getKeamanan)
    expect(sudah).toMatchObject({ totpSejak: null, sisaCadangan: 0 })
  })

  test('counts only from its first code on', async () => {
    await server.getJawaban(akun.wulan, startTotp, { body: { bukti } })
    const penolakan = await server.getPenolakan(akun.wulan, saveTotp, { body: { kode: '000000' } })
    expect(penolakan.kode).toBe('kode_kedua_salah')
    expect((await server.getJawaban(akun.wulan, getKeamanan)).totpSejak).toBeNull()
  })

  test('a new phone takes the place of the old one, and the recovery codes stay', async () => {
    await enrol(akun.wulan)
    const lain = await enrol(akun.wulan)
    expect(lain.kodeCadangan).toEqual([])
    const { kodeCadangan } = await server.getJawaban(akun.wulan, renewCadangan, {
      body: { bukti },
    })
    expect(kodeCadangan).toHaveLength(10)
  })

  test('needs the password to be set up, changed or removed: an open screen is not enough', async () => {
    for (const endpoint of [startTotp, removeTotp, renewCadangan, startPasskey]) {
      const body = { bukti: { kataSandi: 'tidak tahu' } }
      const penolakan = await server.getPenolakan(akun.wulan, endpoint, { body })
      expect(penolakan.kode).toBe('sandi_salah')
    }
  })

  test('where the server has no name, no passkey is offered', async () => {
    expect((await server.getJawaban(akun.wulan, getKeamanan)).alamatPasskey).toBeNull()
    const penolakan = await server.getPenolakan(akun.wulan, startPasskey, { body: { bukti } })
    expect(penolakan.kode).toBe('passkey_ditolak')
  })
})

test('the last second factor of a pengelola stays, at the API and for the application role itself', async () => {
  await enrol(akun.rina)
  await requireFaktor(server.owner)
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into sesi (grant_id, akun_id, perangkat, alamat_kasar, kuat)
     values ('uji-kuat', $1, 'Uji', 'uji', true) returning id`,
    [akun.rina.id],
  )
  const headers = {
    authorization: `Bearer ${await server.signToken(akun.rina, { sesi: rows[0]?.id })}`,
  }
  const penolakan = await server.getPenolakan(null, removeTotp, { headers, body: { bukti } })
  expect(penolakan.kode).toBe('faktor_terakhir')
  const ada = await server.getJawaban(null, getKeamanan, { headers })
  expect(ada).toMatchObject({ wajib: true, sisaCadangan: 10 })
})
