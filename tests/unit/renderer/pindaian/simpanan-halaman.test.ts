import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BerkasTampil, MuatBerkas } from '../../../../renderer/ui/pindaian/berkas-tampil.ts'
import { createBitmap } from './bitmap-palsu.ts'
import { installPekerja, type PekerjaPalsu } from './pekerja-palsu.ts'

const ukuran = [{ lebar: 794, tinggi: 1123 }]
let semua: PekerjaPalsu[]
/** How a worker answers; a test may make one mute. */
let jawab: (pekerja: PekerjaPalsu) => void

function answerAll(pekerja: PekerjaPalsu): void {
  const { aksi } = pekerja.terakhir
  if (aksi === 'buka') pekerja.answer({ ukuran })
  else if (aksi === 'tutup') pekerja.answer(null)
  else pekerja.answer({ bitmap: createBitmap(pekerja.terakhir.id, 10), kosong: false })
}

/** Each test gets a store that holds nothing yet. */
async function startSimpanan() {
  vi.resetModules()
  return import('../../../../renderer/ui/pindaian/simpanan-halaman.ts')
}

beforeEach(() => {
  jawab = answerAll
  semua = installPekerja((pekerja) =>
    pekerja.addEventListener('diminta', () => queueMicrotask(() => jawab(pekerja))),
  )
})
afterEach(() => vi.unstubAllGlobals())

const toBytes = (isi: string) => new TextEncoder().encode(isi).buffer

function createBerkas(id: string, isi = `isi ${id}`): BerkasTampil {
  const sha256 = createHash('sha256').update(isi).digest('hex')
  return { id, judul: id, tipeMedia: 'application/pdf', halaman: 1, sha256 }
}

const muatBenar = () => vi.fn<MuatBerkas>((id) => Promise.resolve(toBytes(`isi ${id}`)))
const listAksi = () => semua.flatMap(({ permintaan }) => permintaan.map(({ aksi }) => aksi))

describe('a document on the desk', () => {
  it('is opened with the hash of the bytes that really came', async () => {
    const { openBerkas, findBerkas } = await startSimpanan()
    const berkas = createBerkas('ijazah')
    const hasil = await openBerkas(berkas, muatBenar())
    expect(hasil).toEqual({ sha256: berkas.sha256, ukuran })
    expect(findBerkas(berkas)).toBe(hasil)
  })

  it('is refused when the bytes are not those that the case names', async () => {
    const { openBerkas, findBerkas } = await startSimpanan()
    const berkas = createBerkas('ijazah', 'isi yang diajukan')
    await expect(openBerkas(berkas, muatBenar())).rejects.toMatchObject({
      kode: 'pindaian_berubah',
    })
    expect(semua).toHaveLength(0)
    expect(findBerkas(berkas)).toBeUndefined()
  })

  it('is loaded and opened once, however many ask', async () => {
    const { openBerkas } = await startSimpanan()
    const muat = muatBenar()
    const berkas = createBerkas('ijazah')
    const [a, b] = await Promise.all([openBerkas(berkas, muat), openBerkas(berkas, muat)])
    expect(await openBerkas(berkas, muat)).toBe(a)
    expect(b).toBe(a)
    expect(muat).toHaveBeenCalledExactlyOnceWith('ijazah')
    expect(listAksi()).toEqual(['buka'])
  })

  it('is tried again after a failure', async () => {
    const { openBerkas } = await startSimpanan()
    const muat = muatBenar().mockRejectedValueOnce(new Error('luring'))
    const berkas = createBerkas('ijazah')
    await expect(openBerkas(berkas, muat)).rejects.toThrow('luring')
    expect(await openBerkas(berkas, muat)).toMatchObject({ sha256: berkas.sha256 })
  })

  it('that was replaced is another document, although it keeps its id', async () => {
    const { openBerkas, findBerkas } = await startSimpanan()
    const lama = createBerkas('ijazah')
    const baru = createBerkas('ijazah', 'pindaian baru')
    await openBerkas(lama, muatBenar())
    await openBerkas(baru, () => Promise.resolve(toBytes('pindaian baru')))
    expect(findBerkas(lama)).toBeUndefined()
    expect(findBerkas(baru)?.sha256).toBe(baru.sha256)
  })

  it('never shows the replaced bytes, when they arrive late, under the new hash', async () => {
    const { openBerkas, findBerkas } = await startSimpanan()
    const lama = createBerkas('ijazah')
    const baru = createBerkas('ijazah', 'pindaian baru')
    const bytesLama = Promise.withResolvers<ArrayBuffer>()
    const bukaLama = openBerkas(lama, () => bytesLama.promise)
    await openBerkas(baru, () => Promise.resolve(toBytes('pindaian baru')))
    bytesLama.resolve(toBytes('isi ijazah'))
    await expect(bukaLama).rejects.toMatchObject({ kode: 'pindaian_berubah' })
    expect(listAksi().filter((aksi) => aksi === 'buka')).toHaveLength(1)
    expect(findBerkas(baru)?.sha256).toBe(baru.sha256)
  })
})

describe('a page of it', () => {
  it('is drawn once for about the same width', async () => {
    const { openBerkas, drawHalaman, findHalaman } = await startSimpanan()
    await openBerkas(createBerkas('ijazah'), muatBenar())
    const [a, b] = await Promise.all([drawHalaman('ijazah', 1, 950), drawHalaman('ijazah', 1, 990)])
    expect(b).toBe(a)
    expect(findHalaman('ijazah', 1, 1000)).toBeDefined()
    expect(findHalaman('ijazah', 2, 1000)).toBeUndefined()
    expect(listAksi()).toEqual(['buka', 'gambar'])
  })

  it('is there in the same moment when it was prepared', async () => {
    const { prefetchBerkas, findBerkas, findHalaman } = await startSimpanan()
    const berkas = createBerkas('ijazah')
    await prefetchBerkas(berkas, muatBenar())
    expect(findBerkas(berkas)).toBeDefined()
    expect(findHalaman('ijazah', 1, 1000)).toBeDefined()
  })

  it('is forgotten with its document, and its pixels are freed', async () => {
    const { openBerkas, drawHalaman, findBerkas, findHalaman, forgetBerkas } = await startSimpanan()
    const berkas = createBerkas('ijazah')
    await openBerkas(berkas, muatBenar())
    const gambar = await drawHalaman('ijazah', 1, 1000)
    forgetBerkas('ijazah')
    expect(gambar.bitmap.width).toBe(0)
    expect(findHalaman('ijazah', 1, 1000)).toBeUndefined()
    expect(findBerkas(berkas)).toBeUndefined()
  })

  it('outlives the worker: its document is opened again in the next one', async () => {
    const { openBerkas, drawHalaman } = await startSimpanan()
    const muat = muatBenar()
    await openBerkas(createBerkas('ijazah'), muat)
    jawab = (pekerja) => {
      if (pekerja !== semua[0]) answerAll(pekerja)
      else if (pekerja.terakhir.aksi === 'buka') pekerja.crash()
    }
    const bom = openBerkas(createBerkas('bom'), muat)
    await expect(bom).rejects.toMatchObject({ kode: 'dokumen_tidak_dapat_ditampilkan' })
    expect(await drawHalaman('ijazah', 1, 1000)).toMatchObject({ kosong: false })
    expect(semua[1]?.permintaan.map(({ aksi }) => aksi)).toEqual(['buka', 'gambar'])
  })
})

describe('the documents held open', () => {
  it('are at most twelve; the one not used for longest is closed', async () => {
    const { openBerkas, findBerkas } = await startSimpanan()
    const berkas = Array.from({ length: 13 }, (_, i) => createBerkas(`dok-${i}`))
    for (const satu of berkas.slice(0, 12)) await openBerkas(satu, muatBenar())
    const [pertama, kedua, terakhir] = [berkas[0], berkas[1], berkas[12]]
    if (pertama === undefined || kedua === undefined || terakhir === undefined) throw new Error()
    await openBerkas(pertama, muatBenar())
    await openBerkas(terakhir, muatBenar())
    expect(findBerkas(pertama)).toBeDefined()
    expect(findBerkas(terakhir)).toBeDefined()
    expect(findBerkas(kedua)).toBeUndefined()
  })
})
