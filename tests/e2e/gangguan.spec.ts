import { expect, test } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import berkasSesi from '../../renderer/locales/id/sesi.json' with { type: 'json' }
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import { connectDatabase, getEnvironment, openMeja } from './meja.ts'

const { sesi } = berkasSesi

/** A port on which nobody answers: one that was free a moment ago. */
async function getQuietPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const alamat = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (alamat === null || typeof alamat === 'string') throw new Error('no port')
  return alamat.port
}

test('with the server down at start the desk says so and stays usable', async () => {
  const desktop = await launchDesktop({
    executablePath: getEnvironment('MEJA_E2E_APP'),
    serverUrl: `http://127.0.0.1:${await getQuietPort()}`,
    userDataDir: mkdtempSync(join(tmpdir(), 'meja-e2e-')),
  })
  try {
    const page = await desktop.firstWindow()
    await expect(page.getByText(sesi.luringJudul)).toBeVisible()
    await expect(page.getByText(sesi.luringIsi)).toBeVisible()
    await expect(page.getByTestId('masuk-server')).toContainText(sesi.server.luring)
  } finally {
    await desktop.close()
  }
})

test('a session that the server has ended leads back to the door with its sentence', async () => {
  const db = await connectDatabase()
  const { desktop, page } = await openMeja('fasilitator.sosial')
  const akun = "(select id from akun where nama_pengguna = 'fasilitator.sosial')"
  try {
    // What an administrator does who withdraws a right: account closed, refresh tokens gone.
    await db.query(`update akun set aktif = false where id = ${akun}`)
    await db.query(`delete from oidc_payload where isi->>'accountId' = ${akun}::text`)
    const jendela = desktop.waitForEvent('window')
    // Whatever asks first, this hand or the queue itself, takes the page away: maybe under the click.
    await Promise.any([page.getByTestId('antrean-muat-ulang').click(), jendela])
    // Another window: nothing of what was on the desk is left in this process.
    const pintu = await jendela
    await expect(pintu.getByTestId('masuk-tombol')).toBeVisible()
    await expect(pintu.getByText('Sesi Anda sudah berakhir.')).toBeVisible()
    await expect.poll(() => page.isClosed()).toBe(true)
  } finally {
    await db.query(`update akun set aktif = true where id = ${akun}`)
    await db.end()
    await desktop.close()
  }
})

test('a case of another office is not in the queue and does not open', async () => {
  const db = await connectDatabase()
  const { rows } = await db.query<{ id: string; nama: string }>(
    `select u.id, p.nama from usulan u join pegawai p on p.id = u.pegawai_id
      where u.status = 'diajukan' and u.perangkat_daerah = '101' order by u.diajukan_pada limit 1`,
  )
  await db.end()
  const [milikLain] = rows
  const { desktop, page } = await openMeja('fasilitator.kesehatan')
  try {
    await expect(page.getByTestId('antrean-tabel')).not.toContainText(milikLain?.nama ?? '')
    await page.evaluate((id) => {
      globalThis.location.hash = `#/verifikasi/${id}`
    }, milikLain?.id)
    await expect(page.getByText('tidak ditemukan di Perangkat Daerah Anda')).toBeVisible()
    await expect(page.getByTestId('isian-pemilik')).toHaveCount(0)
  } finally {
    await desktop.close()
  }
})
