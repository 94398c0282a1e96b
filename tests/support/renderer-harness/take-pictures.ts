import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { FixtureApi } from './fixture-api.ts'
import { serveDist } from './serve-dist.ts'
import type { Skenario } from './skenario.ts'

/**
 * Pictures of the screens of the shell in both themes, and every violation of the policy on the way:
 *   node tests/support/renderer-harness/take-pictures.ts <renderer dist> <province> <folder>
 */
type Gambar = {
  readonly nama: string
  readonly skenario: Skenario
  readonly alamat?: string
  readonly lakukan?: (page: Page) => Promise<void>
}

const gambar: readonly Gambar[] = [
  { nama: 'masuk', skenario: 'keluar' },
  { nama: 'masuk-menunggu', skenario: 'menunggu_peramban' },
  { nama: 'masuk-gagal', skenario: 'masuk_gagal' },
  { nama: 'masuk-sesi-berakhir', skenario: 'sesi_berakhir' },
  { nama: 'masuk-luring', skenario: 'luring', alamat: '?skenario=luring&keluar' },
  { nama: 'antrean', skenario: 'masuk' },
  { nama: 'antrean-kosong', skenario: 'kosong' },
  { nama: 'antrean-lambat', skenario: 'lambat' },
  { nama: 'antrean-tidak-berwenang', skenario: 'tidak_berwenang' },
  { nama: 'meja-gagal', skenario: 'kesalahan_server' },
  { nama: 'meja-luring', skenario: 'luring' },
  { nama: 'pegawai', skenario: 'user_personal' },
  { nama: 'tidak-diingat', skenario: 'tidak_diingat' },
  {
    nama: 'menu-akun',
    skenario: 'masuk',
    lakukan: (page) => page.getByTestId('menu-akun').click(),
  },
  {
    nama: 'koneksi',
    skenario: 'masuk',
    lakukan: (page) => page.getByTestId('strip-koneksi').click(),
  },
  { nama: 'tombol', skenario: 'masuk', lakukan: (page) => page.keyboard.press('?') },
  {
    nama: 'verifikasi',
    skenario: 'masuk',
    lakukan: async (page) => {
      await page.getByTestId('antrean-baris').first().click()
      await page.getByTestId('meja-verifikasi').waitFor()
    },
  },
  {
    nama: 'verifikasi-tombol',
    skenario: 'masuk',
    lakukan: async (page) => {
      await page.getByTestId('antrean-baris').first().click()
      await page.getByTestId('meja-verifikasi').waitFor()
      await page.keyboard.press('?')
    },
  },
]

async function takePicture(
  browser: Browser,
  alamat: string,
  satu: Gambar,
  tema: 'light' | 'dark',
  folder: string,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    colorScheme: tema,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const temuan: string[] = []
  page.on('console', (pesan) => {
    if (pesan.type() === 'error' && !pesan.text().includes('Failed to load resource')) {
      temuan.push(`${satu.nama}: ${pesan.text()}`)
    }
  })
  page.on('pageerror', (galat) => temuan.push(`${satu.nama}: ${galat.message}`))
  await page.goto(`${alamat}/desktop.html${satu.alamat ?? `?skenario=${satu.skenario}`}`)
  await page.locator('main > *').first().waitFor()
  if (satu.skenario !== 'lambat') await page.waitForLoadState('networkidle')
  await satu.lakukan?.(page)
  if (satu.skenario !== 'lambat') await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.fonts.status === 'loaded')
  await page.screenshot({ path: join(folder, `${satu.nama}-${tema}.png`) })
  await context.close()
  return temuan
}

const [, , dist, provinsi, folder, hanya = ''] = process.argv
if (!dist || !provinsi || !folder) throw new Error('arguments: <renderer dist> <province> <folder>')
mkdirSync(folder, { recursive: true })
const server = await serveDist(dist, new FixtureApi(provinsi))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const temuan: string[] = []
for (const satu of gambar.filter(({ nama }) => nama.startsWith(hanya))) {
  for (const tema of ['light', 'dark'] as const) {
    temuan.push(...(await takePicture(browser, server.alamat, satu, tema, folder)))
  }
}
await browser.close()
await server.stop()
process.stdout.write(`${JSON.stringify({ gambar: gambar.length * 2, temuan }, null, 2)}\n`)
