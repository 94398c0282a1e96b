import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { Gudang } from '../../../../renderer/offline/gudang.ts'

const nip = '198102142006042007'
const nama = 'Dewi Kartikasari'
let nomor = 0

function createKunci(basisData: string, isi: number, pernahAda: boolean) {
  return {
    basisData,
    pernahAda,
    sandi: new Uint8Array(32).fill(isi),
    cari: new Uint8Array(32).fill(isi + 1),
  }
}

async function openGudang({
  basisData = `gudang-${(nomor += 1)}`,
  pernahAda = false,
  isi = 7,
  ...pilihan
}: {
  basisData?: string
  pernahAda?: boolean
  isi?: number
  batasByte?: number
  now?: () => number
} = {}) {
  const kunci = createKunci(basisData, isi, pernahAda)
  return { gudang: await Gudang.open({ kunci, ...pilihan }), basisData, kunci }
}

/** Every row as IndexedDB has it, without a key. */
async function readMentah(basisData: string): Promise<string> {
  const db = await new Dexie(basisData).open()
  const tabel = await Promise.all(db.tables.map((satu) => satu.toArray()))
  db.close()
  const isi = tabel
    .flat()
    .map((baris: Record<string, unknown>) =>
      Object.entries(baris).map(([kolom, nilai]) =>
        nilai instanceof Uint8Array
          ? Buffer.from(nilai).toString('latin1')
          : `${kolom}=${String(nilai)}`,
      ),
    )
  return JSON.stringify(isi)
}

describe('the encrypted store', () => {
  it('knows without opening anything whether scans lie here, and how much room is left', async () => {
    const { gudang } = await openGudang({ batasByte: 10_000 })
    await gudang.saveBerkas('b-1', new ArrayBuffer(3000))
    expect(await gudang.hasBerkas(['b-1'])).toBe(true)
    expect(await gudang.hasBerkas(['b-1', 'b-2'])).toBe(false)
    expect(await gudang.hasBerkas([])).toBe(true)
    expect(await gudang.getSisa()).toBe(7000)
    await gudang.saveBerkas('b-2', new ArrayBuffer(2000))
    expect(await gudang.hasBerkas(['b-2', 'b-1', 'b-1'])).toBe(true)
    expect(await gudang.getSisa()).toBe(5000)
  })

  it('gives back what was put in, and finds it by NIP', async () => {
    const { gudang } = await openGudang()
    await gudang.saveIsi('kasus', 'k-1', { nama }, nip)
    await gudang.saveIsi('kasus', 'k-2', { nama: 'Orang Lain' }, '197001011990011001')
    expect(await gudang.findIsi('kasus', 'k-1')).toEqual({ nama })
    expect(await gudang.findKasusByNip(nip)).toEqual([{ nama }])
    expect(await gudang.findIsi('kasus', 'k-3')).toBeUndefined()
  })

  it('has neither name, number nor bytes of a scan on the disk', async () => {
    const { gudang, basisData } = await openGudang()
    await gudang.saveIsi('kasus', 'k-1', { nama, nip }, nip)
    await gudang.saveBerkas('b-1', new TextEncoder().encode(`%PDF ${nama}`).buffer)
    await gudang.saveKiriman('t-1', { catatan: nama })
    await gudang.saveIsi('lembar', 'saya', { nama })
    gudang.close()
    const mentah = await readMentah(basisData)
    expect(mentah).toContain('k-1')
    expect(mentah).not.toContain('Dewi')
    expect(mentah).not.toContain(nip)
    expect(mentah).not.toContain('%PDF')
  })

  it('opens nothing for another key, and counts what it could not open', async () => {
    const { gudang, basisData } = await openGudang()
    await gudang.saveIsi('kasus', 'k-1', { nama }, nip)
    gudang.close()
    const { gudang: orangLain } = await openGudang({ basisData, pernahAda: true, isi: 90 })
    expect(await orangLain.findIsi('kasus', 'k-1')).toBeUndefined()
    expect(orangLain.rusak).toBe(1)
  })

  it('does not open a row that was moved to another place', async () => {
    const { gudang, basisData } = await openGudang()
    await gudang.saveKiriman('t-1', { hasil: 'sesuai' })
    gudang.close()
    const db = await new Dexie(basisData).open()
    const baris: Record<string, unknown> = await db.table('kiriman').get('t-1')
    await db.table('kiriman').put({ ...baris, id: 't-2' })
    db.close()
    const { gudang: lagi } = await openGudang({ basisData, pernahAda: true })
    expect(await lagi.listKiriman()).toEqual([{ hasil: 'sesuai' }])
    expect(lagi.rusak).toBe(1)
  })

  it('overwrites the bytes in which the keys came', async () => {
    const { kunci } = await openGudang()
    expect([...kunci.sandi, ...kunci.cari].every((byte) => byte === 0)).toBe(true)
  })

  it('says that it was lost, and is never "empty but fine"', async () => {
    const { gudang, basisData } = await openGudang()
    expect(gudang.hilang).toBe(false)
    await gudang.wipe()
    const { gudang: kosong } = await openGudang({ basisData, pernahAda: true })
    expect(kosong.hilang).toBe(true)
    kosong.close()
    expect((await openGudang({ basisData, pernahAda: true })).gudang.hilang).toBe(false)
  })

  it('throws away what was not used for longest, and never what is unsent', async () => {
    let kini = 0
    const { gudang } = await openGudang({ batasByte: 2500, now: () => (kini += 1) })
    await gudang.saveKiriman('t-1', { besar: 'x'.repeat(5000) })
    await gudang.saveBerkas('b-1', new ArrayBuffer(1000))
    await gudang.saveBerkas('b-2', new ArrayBuffer(1000))
    await gudang.findBerkas('b-1')
    await gudang.saveBerkas('b-3', new ArrayBuffer(1000))
    expect(await gudang.findBerkas('b-2')).toBeUndefined()
    expect((await gudang.findBerkas('b-1'))?.byteLength).toBe(1000)
    expect((await gudang.findBerkas('b-3'))?.byteLength).toBe(1000)
    expect(await gudang.listKiriman()).toHaveLength(1)
  })
})
