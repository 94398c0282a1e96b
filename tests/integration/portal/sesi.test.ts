import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { headerPortal } from '@meja/core/api/portal.ts'
import { endSesiSaya, getSesiSaya, listSesiSaya, SesiSaya } from '@meja/core/api/sesi.ts'
import { Environment } from '../../../api-server/environment.ts'
import type { UjiBrowser } from '../../support/browser.ts'
import { akun } from '../../support/kantor.ts'
import { follow, signInPortal, startPortalServer, type PortalServer } from '../../support/portal.ts'

let server: PortalServer
let browser: UjiBrowser
beforeAll(async () => {
  server = await startPortalServer({ PORTAL_IDLE_MINUTES: 30, PORTAL_SESSION_MINUTES: 480 })
})
afterAll(() => server.close())
beforeEach(() => {
  browser = server.newBrowser()
})

const ask = (headers: Record<string, string> = {}) =>
  browser.open(getSesiSaya.path, undefined, headers)
const getKode = async (jawaban: Response) => ErrorBody.parse(await jawaban.json()).kode

async function countSesi(): Promise<number> {
  const { rows } = await server.owner.query<{ n: string }>('select count(*) as n from sesi_portal')
  return Number(rows[0]?.n)
}

describe('signing in', () => {
  test('ends at the portal, signed in as oneself', async () => {
    const jawaban = await signInPortal(browser, akun.wulan)
    expect(jawaban.status).toBe(200)
    expect(await jawaban.text()).toContain('Portal uji')
    const saya = SesiSaya.parse(await (await ask()).json())
    expect(saya).toMatchObject({ akunId: akun.wulan.id, peran: 'user_personal' })
  })

  test('gives the browser an opaque cookie that no script reads, and no token', async () => {
    await signInPortal(browser, akun.wulan)
    const cookie = browser.getCookie('meja_sesi')
    expect(cookie?.nilai).toMatch(/^[\w-]{43}$/)
    expect(cookie?.sifat).toMatch(/HttpOnly/)
    expect(cookie?.sifat).toMatch(/SameSite=Strict/)
    expect(cookie?.sifat).toMatch(/Path=\//)
    const sidik = createHash('sha256')
      .update(cookie?.nilai ?? '')
      .digest('hex')
    const { rows } = await server.owner.query<{ akun_id: string }>(
      'select akun_id from sesi_portal where sidik = $1',
      [sidik],
    )
    expect(rows).toEqual([{ akun_id: akun.wulan.id }])
    // Neither the answers nor the cookies held anything that looks like a JWT.
    expect(browser.seen.join('\n')).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
  })

  test('always makes a new session and ends the one before', async () => {
    await signInPortal(browser, akun.wulan)
    const lama = browser.getCookie('meja_sesi')?.nilai
    const jumlah = await countSesi()
    await signInPortal(browser, akun.wulan)
    expect(browser.getCookie('meja_sesi')?.nilai).not.toBe(lama)
    expect(await countSesi()).toBe(jumlah)
  })

  test('a session that was planted beforehand is not the one that counts', async () => {
    browser.setCookie('meja_sesi', 'A'.repeat(43))
    await signInPortal(browser, akun.wulan)
    expect(browser.getCookie('meja_sesi')?.nilai).not.toBe('A'.repeat(43))
  })

  test('a second return with the same code brings nobody in', async () => {
    const mulai = await browser.open('/masuk')
    const pencuri = server.newBrowser()
    const kembali = await pencuri.open(`/kembali?code=curian&state=x&iss=${server.asal}/oidc`)
    expect(kembali.headers.get('location')).toBe('/#/masuk?sebab=masuk_kedaluwarsa')
    expect(mulai.status).toBe(303)
  })

  test('a state that this browser did not begin with brings nobody in', async () => {
    await browser.open('/masuk')
    const kembali = await browser.open(
      `/kembali?code=curian&state=asing&iss=${encodeURIComponent(`${server.asal}/oidc`)}`,
    )
    expect(kembali.headers.get('location')).toBe('/#/masuk?sebab=masuk_gagal')
    expect(browser.getCookie('meja_sesi')).toBeUndefined()
    // The beginning is used up: the right state comes too late now.
    const lagi = await follow(browser, await browser.open('/kembali?code=x&state=y'))
    expect(lagi.status).toBe(200)
  })
})

describe('a session that does not count', () => {
  test('no cookie', async () => {
    const jawaban = await ask()
    expect(jawaban.status).toBe(401)
    expect(await getKode(jawaban)).toBe('sesi_berakhir')
  })

  test('a cookie that nobody was given', async () => {
    browser.setCookie('meja_sesi', 'B'.repeat(43))
    expect(await getKode(await ask())).toBe('sesi_berakhir')
  })

  test.each([
    ['idle for longer than allowed', `dipakai_pada = now() - interval '31 minutes'`],
    [
      'past its absolute limit, however busy',
      `dibuat_pada = now() - interval '9 hours', kedaluwarsa = now() - interval '1 second', dipakai_pada = now()`,
    ],
  ])('one that is %s', async (_, ubah) => {
    await signInPortal(browser, akun.wulan)
    await server.owner.query(`update sesi_portal set ${ubah}`)
    expect(await getKode(await ask())).toBe('sesi_berakhir')
  })

  test('one whose account was switched off', async () => {
    await signInPortal(browser, akun.hadi)
    await server.owner.query('update akun set aktif = false where id = $1', [akun.hadi.id])
    expect(await getKode(await ask())).toBe('sesi_berakhir')
    await server.owner.query('update akun set aktif = true where id = $1', [akun.hadi.id])
  })

  test('one that was signed out of, and the password is asked anew', async () => {
    await signInPortal(browser, akun.wulan)
    const curian = browser.getCookie('meja_sesi')?.nilai ?? ''
    const keluar = await browser.send('/keluar', { [headerPortal]: '1', origin: server.asal })
    expect(keluar.status).toBe(204)
    expect(browser.getCookie('meja_sesi')).toBeUndefined()
    browser.setCookie('meja_sesi', curian)
    expect(await getKode(await ask())).toBe('sesi_berakhir')
    const masuk = await follow(browser, await browser.open('/masuk'))
    expect(await masuk.text()).toContain('Kata sandi')
  })
})

describe('a request that no page of ours made', () => {
  const badan = JSON.stringify({ nip: akun.wulan.nip })
  const kirim = (headers: Record<string, string>) =>
    browser.send('/api/pegawai/cari', { 'content-type': 'application/json', ...headers }, badan)
  beforeEach(async () => {
    await signInPortal(browser, akun.rina)
  })

  test('with our header and origin is answered', async () => {
    const jawaban = await kirim({ [headerPortal]: '1', origin: server.asal })
    expect(jawaban.status).toBe(200)
  })

  test.each([
    ['without our header', { origin: 'SENDIRI' }],
    ['from another origin', { [headerPortal]: '1', origin: 'https://contoh.invalid' }],
    ['from nowhere', { [headerPortal]: '1' }],
    ['from a sandboxed frame', { [headerPortal]: '1', origin: 'null' }],
    [
      'that the browser calls cross-site',
      { [headerPortal]: '1', origin: 'SENDIRI', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'that a subdomain made',
      { [headerPortal]: '1', origin: 'SENDIRI', 'sec-fetch-site': 'same-site' },
    ],
  ])('%s is refused', async (_, headers) => {
    const jawaban = await kirim({
      ...headers,
      ...('origin' in headers && headers.origin === 'SENDIRI' && { origin: server.asal }),
    })
    expect(jawaban.status).toBe(403)
    expect(await getKode(jawaban)).toBe('asal_ditolak')
  })

  test('cannot read either', async () => {
    const jawaban = await ask({ 'sec-fetch-site': 'cross-site' })
    expect(await getKode(jawaban)).toBe('asal_ditolak')
  })

  test('cannot sign anybody out', async () => {
    const jawaban = await browser.send('/keluar', { origin: 'https://contoh.invalid' })
    expect(jawaban.status).toBe(403)
    expect((await ask()).status).toBe(200)
  })

  test('a token beside the cookie is judged as a token', async () => {
    expect(await getKode(await ask({ authorization: 'Bearer rusak' }))).toBe('sesi_berakhir')
  })
})

describe('where a portal may run', () => {
  const dasar = {
    DATABASE_URL: 'postgres://x/y',
    FILES_DIR: '/f',
    SECRETS_DIR: '/s',
    PORTAL_DIR: '/portal',
  }

  test.each([
    ['https://sim.contoh.invalid', 'tidak', true],
    ['http://127.0.0.1:3030', 'ya', true],
    ['http://127.0.0.1:3030', 'tidak', false],
    ['http://sim.contoh.invalid', 'ya', false],
    ['http://127.0.0.1.contoh.invalid', 'ya', false],
  ])('%s with PORTAL_TANPA_TLS=%s: %s', (alamat, tanpaTls, boleh) => {
    const hasil = Environment.safeParse({
      ...dasar,
      PUBLIC_URL: alamat,
      PORTAL_TANPA_TLS: tanpaTls,
    })
    expect(hasil.success).toBe(boleh)
  })
})

describe('the list of own sessions', () => {
  test('names the browser, and ending it acts at its next request', async () => {
    await signInPortal(browser, akun.sari)
    const lain = server.newBrowser()
    await signInPortal(lain, akun.sari)
    const readSesi = async (siapa: UjiBrowser) =>
      listSesiSaya.response.parse(await (await siapa.open(listSesiSaya.path)).json()).sesi
    const sesi = await readSesi(browser)
    expect(sesi.map(({ perangkat }) => perangkat)).toEqual(['Peramban', 'Peramban'])
    const id = sesi.find(({ ini }) => !ini)?.id
    const jawaban = await browser.send(
      endSesiSaya.path,
      { [headerPortal]: '1', origin: server.asal, 'content-type': 'application/json' },
      JSON.stringify({ sesi: [id] }),
    )
    expect(jawaban.status).toBe(200)
    expect((await lain.open(getSesiSaya.path)).status).toBe(401)
    expect(await readSesi(browser)).toHaveLength(1)
  })

  test('signing out takes the browser off it', async () => {
    await signInPortal(browser, akun.bagus)
    await browser.send('/keluar', { [headerPortal]: '1', origin: server.asal })
    const { rows } = await server.owner.query<{ berakhir: boolean }>(
      'select diakhiri_pada is not null as berakhir from sesi where akun_id = $1',
      [akun.bagus.id],
    )
    expect(rows).toEqual([{ berakhir: true }])
  })
})
