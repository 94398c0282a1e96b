import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { kunciPemilik } from '@meja/core/domain/jenis-riwayat.ts'
import type { Kebenaran } from '../../scripts/demo/provinsi.ts'
import {
  connectDatabase,
  getEnvironment,
  openByKeyboard,
  openMeja,
  takePictures,
  type Meja,
} from './meja.ts'

/** The scan talks to the field, on the packaged desk with the real reader. */
let meja: Meja
let db: Client

test.beforeAll(async () => {
  db = await connectDatabase()
  meja = await openMeja('fasilitator.pendidikan')
})
test.afterAll(async () => {
  await meja.desktop.close()
  await db.end()
})

/** A waiting proposal on whose legible paper one value differs from what was typed. */
async function findBerbeda(): Promise<{ usulanId: string; kunci: string }> {
  const berkas = join(getEnvironment('MEJA_E2E_PROVINCE_DIR'), 'kebenaran.json')
  const { usulan }: Kebenaran = JSON.parse(readFileSync(berkas, 'utf8'))
  const calon = usulan.filter(
    ({ ditanam, profil, terbaca }) =>
      terbaca &&
      ['baik', 'sedang'].includes(profil) &&
      ditanam !== null &&
      ditanam.kunci !== kunciPemilik &&
      ['tukar', 'balik', 'tahun', 'jumlah'].includes(ditanam.jenis),
  )
  const { rows } = await db.query<{ id: string }>(
    `select id from usulan
      where id = any($1) and status = 'diajukan' and perangkat_daerah = '101'
        and not exists (select from akun a where a.pegawai_id = usulan.pegawai_id)
      order by diajukan_pada limit 1`,
    [calon.map(({ usulanId }) => usulanId)],
  )
  const pilihan = calon.find(({ usulanId }) => usulanId === rows[0]?.id)
  if (!pilihan?.ditanam) throw new Error('the demo has no legible planted difference here')
  return { usulanId: pilihan.usulanId, kunci: pilihan.ditanam.kunci }
}

test('a difference is marked before the person looks, its place is shown, and it takes two keys to pass it', async () => {
  const { page } = meja
  const { usulanId, kunci } = await findBerbeda()
  await openByKeyboard(page, usulanId)
  const catatan = page.getByTestId(`bacaan-${kunci}`)
  await expect(catatan).toHaveAttribute('data-status', 'beda', { timeout: 60_000 })

  // Going to the field by keys brings its place on the scan into view, framed.
  const baris = page.locator(`[data-kunci="${kunci}"]`)
  const jumlah = await page.locator('[data-kunci]').count()
  for (let langkah = 0; langkah < jumlah; langkah += 1) {
    if ((await baris.getAttribute('aria-current')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await expect(baris).toHaveAttribute('aria-current', 'true')
  const bingkai = page.locator('[data-testid="pindaian-sorot"][data-makna="beda"]')
  await expect(bingkai.first()).toBeInViewport()
  await takePictures(page, 'bacaan-beda')

  await page.keyboard.press('1')
  await expect(page.getByTestId('bacaan-tegaskan')).toBeVisible()
  await expect(page.getByTestId(`nilai-${kunci}-sesuai`)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('1')
  await expect(page.getByTestId(`nilai-${kunci}-sesuai`)).toHaveAttribute('aria-pressed', 'true')
})
