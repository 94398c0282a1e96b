import type { Browser, Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { kembali, startMasuk } from '../../support/browser.ts'
import { requireFaktor } from '../../support/faktor.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { addKunci, launchChromium, type Kunci } from '../../support/passkey.ts'
import { findFreePort, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let base: string
let browser: Browser
let page: Page
let kunci: Kunci
const meja = createServer((_, jawaban) => jawaban.end('kembali'))
const keluhan: string[] = []

beforeAll(async () => {
  const PORT = await findFreePort()
  // Browsers bind passkeys to a name; a number is none.
  base = `http://localhost:${PORT}`
  server = await startTestServer({ PORT, PUBLIC_URL: base })
  await server.app.listen({ host: '127.0.0.1', port: PORT })
  await requireFaktor(server.owner)
  // Where the desktop would listen; the address with the code in it is all that is asked of it.
  meja.listen(Number(new URL(kembali).port), '127.0.0.1')
  await once(meja, 'listening')
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  meja.closeAllConnections()
  meja.close()
  await server.close()
})

beforeEach(async () => {
  const context = await browser.newContext()
  page = await context.newPage()
  page.on('console', (pesan) => {
    if (/Content Security Policy|Refused to/.test(pesan.text())) keluhan.push(pesan.text())
  })
  page.on('pageerror', (error) => keluhan.push(error.message))
  kunci = await addKunci(page)
})

const open = () => page.goto(`${base}${startMasuk().alamat}`)
const tiba = () => page.waitForURL((alamat) => alamat.href.startsWith(`${kembali}?code=`))

async function givePassword(siapa: Akun): Promise<void> {
  await open()
  await page.locator('#nama').fill(siapa.namaPengguna)
  await page.locator('#sandi').fill(kataSandi)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

/** Makes a passkey at the door, as a pengelola on the first day of the rule. */
async function enrol(siapa: Akun): Promise<void> {
  await givePassword(siapa)
  await page.getByRole('button', { name: 'Buat passkey' }).click()
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  await tiba()
}

test('a passkey made at the door opens it alone the next time, without name and password', async () => {
  await enrol(akun.rina)
  await open()
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click()
  await tiba()
  const { rows } = await server.owner.query(
    `select akun_id, rincian ->> 'cara' as cara from audit where aksi = 'sesi.masuk' order by urutan desc limit 1`,
  )
  expect(rows).toEqual([{ akun_id: akun.rina.id, cara: 'passkey' }])
})

test('without the finger, face or PIN of its owner a passkey opens nothing', async () => {
  await enrol(akun.bagus)
  await kunci.setDikenali(false)
  await open()
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click()
  await page.getByText('Passkey tidak jadi dipakai').waitFor()
  expect(page.url()).toContain('/masuk/')
})

test('a passkey is the second step after the password too, but not that of somebody else', async () => {
  await enrol(akun.sari)
  await givePassword(akun.sari)
  await page.getByRole('button', { name: 'Lanjutkan dengan passkey' }).click()
  await tiba()
  // This browser holds the passkey of Sari; the password is that of Rina.
  await givePassword(akun.rina)
  await page.getByRole('button', { name: 'Lanjutkan dengan passkey' }).click()
  await page.getByText('bukan milik akun ini').waitFor()
  expect(page.url()).toContain('/kedua')
})

test('an answer to the challenge of one page opens no other page', async () => {
  await enrol(akun.dewi)
  await open()
  let jawaban = ''
  await page.route('**/masuk/*', async (route) => {
    jawaban = route.request().postData() ?? ''
    await route.abort()
  })
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click()
  await expect.poll(() => jawaban).toContain('passkey=')
  await page.unroute('**/masuk/*')
  await open()
  const lain = await page.evaluate(
    async (body) =>
      (
        await fetch(location.href, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }).catch(() => null)
      )?.status ?? 0,
    jawaban,
  )
  // The page's own policy lets it ask nothing; the answer is tried from outside, with its cookies.
  expect(lain).toBe(0)
  keluhan.length = 0
  const luar = await page.context().request.post(page.url(), {
    data: jawaban,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(luar.status()).toBe(401)
})

test('nothing on the way broke the policy of the pages', () => {
  expect(keluhan).toEqual([])
})
