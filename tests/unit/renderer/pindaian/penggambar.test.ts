import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GalatDokumen } from '../../../../renderer/ui/pindaian/penggambar/batas.ts'
import {
  PekerjaBerhenti,
  Penggambar,
} from '../../../../renderer/ui/pindaian/penggambar/penggambar.ts'
import { createBitmap } from './bitmap-palsu.ts'
import { installPekerja, type PekerjaPalsu } from './pekerja-palsu.ts'

const enamDetik = 6_000
let semua: PekerjaPalsu[]
let penggambar: Penggambar

beforeEach(() => {
  vi.useFakeTimers()
  // Loaded as soon as it has been asked for the first time.
  semua = installPekerja((pekerja) =>
    pekerja.addEventListener('diminta', () => pekerja.load(), { once: true }),
  )
  penggambar = new Penggambar()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function getPekerja(urutan = 0): PekerjaPalsu {
  const pekerja = semua[urutan]
  if (pekerja === undefined) throw new Error('pekerja belum ada')
  return pekerja
}

const open = (kunci: string) => penggambar.open(kunci, 'application/pdf', new ArrayBuffer(8))
const terbuka = { ukuran: [{ lebar: 794, tinggi: 1123 }] }
const galat = (kode: ConstructorParameters<typeof GalatDokumen>[0]) => new GalatDokumen(kode)

describe('the drawing worker', () => {
  it('is started with the first document and not before', async () => {
    await penggambar.close('ijazah')
    expect(semua).toHaveLength(0)
    void open('ijazah')
    expect(semua).toHaveLength(1)
  })

  it('opens and draws what it is asked for', async () => {
    const buka = open('ijazah')
    expect(getPekerja().terakhir).toMatchObject({ aksi: 'buka', kunci: 'ijazah' })
    getPekerja().answer(terbuka)
    expect(await buka).toEqual(terbuka)
    const gambar = penggambar.draw('ijazah', 2, 1000)
    expect(getPekerja().terakhir).toMatchObject({ aksi: 'gambar', nomor: 2, lebarPiksel: 1000 })
    const hasil = { bitmap: createBitmap(1000, 1414), kosong: false }
    getPekerja().answer(hasil)
    expect(await gambar).toEqual(hasil)
  })

  it('tells by its code why a document cannot be shown', async () => {
    const buka = open('ijazah')
    getPekerja().refuse('berkas_terkunci')
    await expect(buka).rejects.toEqual(galat('berkas_terkunci'))
    await expect(buka).rejects.toMatchObject({ kode: 'berkas_terkunci' })
  })

  it('goes on to the next document after a refusal', async () => {
    const rusak = open('rusak')
    const baik = open('baik')
    getPekerja().refuse('berkas_rusak')
    await expect(rusak).rejects.toBeInstanceOf(GalatDokumen)
    getPekerja().answer(terbuka)
    expect(await baik).toEqual(terbuka)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
  })

  it('has one document in its hands at a time', () => {
    void open('a')
    void open('b')
    expect(getPekerja().permintaan).toHaveLength(1)
    getPekerja().answer(terbuka)
    expect(getPekerja().permintaan).toHaveLength(2)
  })
})

describe('a worker that says nothing for six seconds', () => {
  it('is ended, and the document in its hands is to blame', async () => {
    const buka = open('bom')
    vi.advanceTimersByTime(enamDetik - 1)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(getPekerja().terminate).toHaveBeenCalledOnce()
    await expect(buka).rejects.toMatchObject({ kode: 'dokumen_tidak_dapat_ditampilkan' })
  })

  it('takes with it all that wait, and blames none of them', async () => {
    const bom = open('bom')
    const menunggu = [open('a'), penggambar.draw('b', 1, 800)]
    vi.advanceTimersByTime(enamDetik)
    await expect(bom).rejects.toBeInstanceOf(GalatDokumen)
    for (const satu of menunggu) await expect(satu).rejects.toBeInstanceOf(PekerjaBerhenti)
  })

  it('is followed by a new one that knows no document', async () => {
    const bom = open('bom')
    vi.advanceTimersByTime(enamDetik)
    await expect(bom).rejects.toBeInstanceOf(GalatDokumen)
    expect(penggambar.angkatan).toBe(1)
    const buka = open('ijazah')
    expect(semua).toHaveLength(2)
    getPekerja(1).answer(terbuka)
    expect(await buka).toEqual(terbuka)
  })

  it('is no longer listened to', async () => {
    const bom = open('bom')
    const idLama = getPekerja().terakhir.id
    vi.advanceTimersByTime(enamDetik)
    await expect(bom).rejects.toBeInstanceOf(GalatDokumen)
    const buka = open('ijazah')
    const selesai = vi.fn<(hasil: unknown) => void>()
    void buka.then(selesai)
    getPekerja(0).answer({ ukuran: [] }, idLama)
    getPekerja(0).answer({ ukuran: [] }, getPekerja(1).terakhir.id)
    getPekerja(1).answer(terbuka)
    await buka
    expect(selesai).toHaveBeenCalledExactlyOnceWith(terbuka)
  })

  it('is not one that still answers: waiting in the queue costs no time', async () => {
    const lambat = [open('a'), open('b'), open('c')]
    const antre = open('d')
    for (let i = 0; i < 3; i += 1) {
      vi.advanceTimersByTime(enamDetik - 1)
      getPekerja().answer(terbuka)
    }
    await Promise.all(lambat)
    vi.advanceTimersByTime(enamDetik - 1)
    getPekerja().answer(terbuka)
    expect(await antre).toEqual(terbuka)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
  })

  it('is counted from the opening to the first page, as a person waits', async () => {
    const buka = open('bom')
    vi.advanceTimersByTime(enamDetik - 1000)
    getPekerja().answer(terbuka)
    await buka
    const gambar = penggambar.draw('bom', 1, 800)
    vi.advanceTimersByTime(999)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    await expect(gambar).rejects.toMatchObject({ kode: 'dokumen_tidak_dapat_ditampilkan' })
  })

  it('has its whole time again for each later page', async () => {
    const buka = open('buku')
    vi.advanceTimersByTime(enamDetik - 1000)
    getPekerja().answer(terbuka)
    await buka
    const hasil = { bitmap: createBitmap(800, 1131), kosong: false }
    const pertama = penggambar.draw('buku', 1, 800)
    getPekerja().answer(hasil)
    await pertama
    const kedua = penggambar.draw('buku', 2, 800)
    vi.advanceTimersByTime(enamDetik - 1)
    getPekerja().answer(hasil)
    expect(await kedua).toEqual(hasil)
  })

  it('is not one that is still being loaded: that time is of no document', async () => {
    semua = installPekerja()
    penggambar = new Penggambar()
    const buka = open('ijazah')
    vi.advanceTimersByTime(enamDetik * 2)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
    getPekerja().load()
    vi.advanceTimersByTime(enamDetik - 1)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    await expect(buka).rejects.toMatchObject({ kode: 'dokumen_tidak_dapat_ditampilkan' })
  })

  it('is not one that has nothing to do', async () => {
    const buka = open('ijazah')
    getPekerja().answer(terbuka)
    await buka
    vi.advanceTimersByTime(enamDetik * 10)
    expect(getPekerja().terminate).not.toHaveBeenCalled()
    expect(penggambar.angkatan).toBe(0)
  })
})

describe('a worker that dies', () => {
  it('is replaced at once, without waiting for the six seconds', async () => {
    const bom = open('bom')
    const menunggu = open('ijazah')
    getPekerja().crash()
    await expect(bom).rejects.toMatchObject({ kode: 'dokumen_tidak_dapat_ditampilkan' })
    await expect(menunggu).rejects.toBeInstanceOf(PekerjaBerhenti)
    expect(penggambar.angkatan).toBe(1)
    void open('ijazah')
    expect(semua).toHaveLength(2)
  })
})
