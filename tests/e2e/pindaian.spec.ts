import { expect, test, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Client } from 'pg'
import sharp from 'sharp'
import { z } from 'zod'
import { DokumenKasus, RingkasUsulan } from '@meja/core/api/verifikasi.ts'
import { connectDatabase, openMeja, type Meja } from './meja.ts'

/** Real files of every usual encoding, through the real server, on the packaged desk. */
test.describe.configure({ mode: 'serial' })

const folder = new URL('../fixtures/dokumen/', import.meta.url)
const terbaca = z
  .array(z.object({ file: z.string(), pages: z.number(), codec: z.string(), expected: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')))
  .filter(
    ({ expected }, letak, semua) =>
      expected === 'terbaca' &&
      semua.findIndex((satu) => satu.file === semua[letak]?.file) === letak,
  )

let meja: Meja
let db: Client
let pegawaiId: string
const permintaanKeluar: string[] = []

test.beforeAll(async () => {
  db = await connectDatabase()
  meja = await openMeja('fasilitator.kesehatan')
  meja.page.on('request', (permintaan) => {
    if (!permintaan.url().startsWith('app://meja/')) permintaanKeluar.push(permintaan.url())
  })
  const { rows } = await db.query<{ id: string }>(
    `select p.id from pegawai p
       join penugasan_fasilitator f on f.perangkat_daerah = p.perangkat_daerah
       join akun a on a.id = f.akun_id and a.nama_pengguna = 'fasilitator.kesehatan'
      where p.id <> a.pegawai_id order by p.nip limit 1`,
  )
  pegawaiId = rows[0]?.id ?? ''
})

test.afterAll(async () => {
  await meja?.desktop.close()
  await db?.end()
})

/** Through the door of the main process, as the interface itself would. */
async function post<S extends z.ZodType>(
  page: Page,
  path: string,
  isi: { base64: string } | { json: object },
  schema: S,
): Promise<z.output<S>> {
  const jawaban = await page.evaluate(
    async ([alamat, kiriman]) => {
      const berkas = 'base64' in kiriman
      const body = berkas
        ? Uint8Array.from(atob(kiriman.base64), (huruf) => huruf.charCodeAt(0))
        : JSON.stringify(kiriman.json)
      const hasil = await fetch(alamat, {
        method: 'POST',
        headers: { 'content-type': berkas ? 'application/octet-stream' : 'application/json' },
        body,
      })
      return (await hasil.json()) as unknown
    },
    [path, isi] as const,
  )
  return schema.parse(jawaban)
}

async function upload(nama: string, bytes: Buffer): Promise<DokumenKasus> {
  const query = new URLSearchParams({ pegawaiId, jenis: 'SK_KGB', namaBerkas: nama })
  return post(
    meja.page,
    `/api/dokumen?${query}`,
    { base64: bytes.toString('base64') },
    DokumenKasus,
  )
}

async function openUsulan(dokumen: readonly DokumenKasus[]): Promise<string> {
  const json = {
    transactionId: randomUUID(),
    pegawaiId,
    jenis: 'gaji',
    aksi: 'tambah',
    riwayatId: null,
    sesudah: {
      nomorSk: '822.3/17/2026',
      tanggalSk: '2026-01-05',
      golongan: 'III/c',
      gajiPokok: '3571900',
      tmtGaji: '2026-03-01',
    },
    dokumenIds: dokumen.map(({ id }) => id),
    pernyataanBenar: true,
  }
  const { id } = await post(meja.page, '/api/usulan', { json }, RingkasUsulan)
  await meja.page.evaluate((usulanId) => {
    globalThis.location.hash = `#/verifikasi/${usulanId}`
  }, id)
  await expect(meja.page.getByTestId('meja-verifikasi')).toHaveAttribute('data-kasus', id)
  return id
}

const halaman = (dokumenId: string, nomor: number) =>
  meja.page.locator(
    `[data-testid=pindaian-halaman][data-dokumen="${dokumenId}"][data-halaman="${nomor}"][data-terlukis=true]`,
  )

/** Share of the painted page that is clearly darker than its paper. */
async function measureTinta(): Promise<number> {
  return meja.page.getByTestId('pindaian-halaman').evaluate((elemen) => {
    const kanvas = elemen.querySelector('canvas')
    const piksel = kanvas?.getContext('2d')?.getImageData(0, 0, kanvas.width, kanvas.height).data
    if (piksel === undefined) return 0
    const terang: number[] = []
    for (let i = 0; i < piksel.length; i += 4 * 7) {
      terang.push(((piksel[i] ?? 0) + (piksel[i + 1] ?? 0) + (piksel[i + 2] ?? 0)) / 3)
    }
    const kertas = terang.toSorted((a, b) => a - b)[Math.floor(terang.length * 0.8)] ?? 255
    return terang.filter((satu) => satu < kertas * 0.6).length / terang.length
  })
}

/**
 * Share of the strokes of a picture, as another decoder reads it, that the painted page does not show at
 * their place or beside it.
 */
async function measureHilang(file: string, nomor: number): Promise<number> {
  const lukisan = await meja.page.getByTestId('pindaian-halaman').evaluate((elemen) => {
    const kanvas = elemen.querySelector('canvas')
    const { width = 0, height = 0 } = kanvas ?? {}
    const rgba = kanvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let abu = ''
    for (let i = 0; i < rgba.length; i += 4) {
      const [r = 0, g = 0, b = 0] = [rgba[i], rgba[i + 1], rgba[i + 2]]
      abu += String.fromCodePoint(Math.round((r + g + b) / 3))
    }
    return { width, height, abu: btoa(abu) }
  })
  const { width, height } = lukisan
  const kita = Buffer.from(lukisan.abu, 'base64')
  const acuan = await sharp(readFileSync(new URL(file, folder)), { page: nomor - 1 })
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize(width, height, { fit: 'fill' })
    .grayscale()
    .raw()
    .toBuffer()
  const paper = (isi: Buffer) => isi.toSorted()[Math.floor(isi.length * 0.8)] ?? 255
  const [kertas, kertasKita] = [paper(acuan), paper(kita)]
  const isGores = (x: number, y: number) => {
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) {
        if ((kita[(y + dy) * width + x + dx] ?? 255) < kertasKita * 0.8) return true
      }
    }
    return false
  }
  let semua = 0
  let hilang = 0
  acuan.forEach((terang, letak) => {
    if (terang >= kertas * 0.55) return
    semua += 1
    if (!isGores(letak % width, Math.floor(letak / width))) hilang += 1
  })
  return semua === 0 ? 1 : hilang / semua
}

test('no page of any usual scan comes out blank, and all are counted as seen', async () => {
  const dokumen: DokumenKasus[] = []
  for (const { file } of terbaca) {
    dokumen.push(await upload(file, readFileSync(new URL(file, folder))))
  }
  expect(dokumen.map((satu) => satu.halaman)).toEqual(terbaca.map(({ pages }) => pages))
  await openUsulan(dokumen)
  for (const satu of dokumen) {
    for (let nomor = 1; nomor <= satu.halaman; nomor += 1) {
      await expect(halaman(satu.id, nomor), `${satu.namaBerkas} ${nomor}`).toBeVisible()
      expect(await measureTinta(), `${satu.namaBerkas} hal. ${nomor}`).toBeGreaterThan(0.003)
      if (!satu.namaBerkas.endsWith('.pdf')) {
        // Upright and in their colours: a page turned, mirrored or inverted loses its strokes too.
        const hilang = await measureHilang(satu.namaBerkas, nomor)
        expect(hilang, `${satu.namaBerkas} hal. ${nomor}`).toBeLessThan(0.02)
      }
      if (nomor < satu.halaman) await meja.page.keyboard.press('PageDown')
    }
    await meja.page.keyboard.press('d')
  }
  await expect(meja.page.locator('[data-testid^="bukti-"]')).toHaveCount(
    terbaca.reduce((jumlah, { pages }) => jumlah + pages, 0),
  )
  await expect(
    meja.page.locator('[data-testid^="bukti-"]').and(meja.page.getByLabel(/belum/)),
  ).toHaveCount(0)
})

test('zoom, fit and rotation by keyboard change the page and keep it painted', async () => {
  const { page } = meja
  const dokumen = await upload('halaman.png', readFileSync(new URL('halaman.png', folder)))
  await openUsulan([dokumen])
  const lukisan = halaman(dokumen.id, 1)
  await expect(lukisan).toBeVisible()
  const ukur = async () => {
    const kotak = await lukisan.boundingBox()
    return { lebar: kotak?.width ?? 0, tinggi: kotak?.height ?? 0 }
  }
  await page.keyboard.press('w')
  const selebar = await ukur()
  await page.keyboard.press('+')
  expect((await ukur()).lebar).toBeCloseTo(selebar.lebar * 1.25, -1)
  await page.keyboard.press('f')
  const sehalaman = await ukur()
  expect(sehalaman.tinggi).toBeLessThan(selebar.tinggi)
  await page.keyboard.press(']')
  const rebah = await ukur()
  expect(rebah.lebar / rebah.tinggi).toBeCloseTo(sehalaman.tinggi / sehalaman.lebar, 1)
  await page.keyboard.press('[')
  expect(await ukur()).toEqual(sehalaman)
  await expect(lukisan).toBeVisible()
  expect(await measureTinta()).toBeGreaterThan(0.003)
})

test('a blank page is not counted as seen until a person says that it is blank', async () => {
  const { page } = meja
  const putih = await sharp({
    create: { width: 1240, height: 1754, channels: 3, background: '#fdfdfb' },
  })
    .png()
    .toBuffer()
  const dokumen = await upload('kosong.png', putih)
  await openUsulan([dokumen])
  await expect(page.getByTestId('pindaian-kosong')).toContainText('Halaman ini tampil kosong.')
  await expect(page.getByTestId(`bukti-${dokumen.id}-1`)).toHaveAccessibleName(/belum/)
  await page.getByRole('button', { name: 'Halaman ini memang kosong' }).click()
  await expect(page.getByTestId(`bukti-${dokumen.id}-1`)).toHaveAccessibleName(/sudah dilihat/)
})

test('a document that cannot be drawn says so, and the desk goes on', async () => {
  const { page } = meja
  const rusak = await upload('foto.jpg', readFileSync(new URL('foto.jpg', folder)))
  const baik = await upload('halaman.png', readFileSync(new URL('halaman.png', folder)))
  // As if the store had kept a file of another kind than it says.
  await db.query("update dokumen set tipe_media = 'application/pdf' where id = $1", [rusak.id])
  await openUsulan([rusak, baik])
  await expect(page.getByTestId('pindaian-galat')).toContainText('tidak dapat ditampilkan')
  await page.keyboard.press('d')
  await expect(halaman(baik.id, 1)).toBeVisible()
  await expect(page.getByTestId('pindaian-galat')).toHaveCount(0)
})

test('two documents, filters and a second window, all by keys', async () => {
  const { page } = meja
  const sk = await upload('halaman.png', readFileSync(new URL('halaman.png', folder)))
  const foto = await upload('foto.jpg', readFileSync(new URL('foto.jpg', folder)))
  await openUsulan([sk, foto])
  await expect(halaman(sk.id, 1)).toBeVisible()
  await page.keyboard.press('b')
  await expect(halaman(foto.id, 1)).toBeVisible()
  await expect(halaman(sk.id, 1)).toBeVisible()
  // The keys mean the second document now.
  await page.keyboard.press('6')
  await expect(halaman(foto.id, 1).locator('canvas')).toHaveCSS('filter', /cap/)
  await expect(halaman(sk.id, 1).locator('canvas')).toHaveCSS('filter', 'none')
  await page.keyboard.press('9')
  await expect(halaman(foto.id, 1).locator('canvas')).toHaveCSS('filter', 'none')
  await page.keyboard.press('b')
  await page.keyboard.press('t')
  await expect(page.getByTestId('gambar-kecil').getByRole('button')).toHaveAccessibleName(
    /sudah dilihat/,
  )
  const terbuka = meja.desktop.waitForEvent('window')
  await page.keyboard.press('m')
  const kedua = await terbuka
  await expect(kedua.locator('[data-testid=pindaian-halaman][data-terlukis=true]')).toBeVisible()
  expect(kedua.url()).toBe('about:blank')
  await expect(page.getByTestId('pindaian-halaman')).toHaveCount(0)
  await kedua.keyboard.press('m')
  await expect(halaman(sk.id, 1)).toBeVisible()
  expect(kedua.isClosed()).toBe(true)
})

test('no document made the desk ask anything of the network', () => {
  expect(permintaanKeluar).toEqual([])
})
