import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiDoor } from '../../../electron/api-door.ts'
import { createUnduhan } from '../../../electron/unduhan.ts'

const pegawaiId = '00000000-0000-4000-8000-000000000001'
const imporId = '00000000-0000-4000-8000-000000000002'
const rekomendasiId = '00000000-0000-4000-8000-0000000000aa'
const pdf = '%PDF-1.7 isi'
const transactionId = '00000000-0000-4000-8000-0000000000bb'
/** A decision in the sealed journal, about somebody whose name wants to be a formula. */
const kiriman = {
  id: transactionId,
  isi: JSON.stringify({
    keputusan: {
      transactionId,
      usulanId: '00000000-0000-4000-8000-0000000000cc',
      versiDilihat: { usulan: 1, riwayat: null },
      hasil: 'sesuai',
      penilaian: [{ kunci: 'nomorSk', nilai: 'sesuai' }],
      asli: { metode: 'asli', tempat: 'Loket 2' },
      bukti: [],
      diputuskanPada: '2026-11-24T08:00:00+07:00',
    },
    kasus: { jenis: 'gaji', aksi: 'tambah', nama: '=Siti "N"', nip: '196608011988031001' },
  }),
}
let folder: string

vi.mock('electron', () => ({ ipcMain: {} }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meja-unduhan-'))
})

/** A desk whose server answers so, and whose person chooses this place. */
function openDesk({
  jawab = () => new Response(pdf),
  nama = 'berkas.pdf',
  masihDiMeja = () => true,
}: {
  jawab?: () => Response
  nama?: string | null
  masihDiMeja?: () => boolean
} = {}) {
  const door = vi.fn<ApiDoor>(() => Promise.resolve(jawab()))
  const askTempat = vi.fn<Parameters<typeof createUnduhan>[0]['askTempat']>(() =>
    Promise.resolve(nama === null ? null : { tempat: join(folder, nama), masihDiMeja }),
  )
  const listMenunggu = async () => [kiriman]
  return { door, askTempat, save: createUnduhan({ door, askTempat, listMenunggu }) }
}

describe('a file that leaves the desk', () => {
  it('lists what waits from the sealed journal, without asking the server', async () => {
    const { door, askTempat, save } = openDesk({ nama: 'menunggu.csv' })
    await save({ macam: 'kiriman_menunggu' })
    expect(door).not.toHaveBeenCalled()
    expect(askTempat).toHaveBeenCalledWith('keputusan-menunggu.csv', 'csv')
    const baris = readFileSync(join(folder, 'menunggu.csv'), 'utf8').split('\r\n')
    expect(baris[0]).toBe('\uFEFF"transaksi","diputuskan","nip","nama","jenis","aksi","hasil"')
    // No cell begins a formula, and no value of the record is in it.
    expect(baris[1]).toBe(
      `"${transactionId}","2026-11-24T08:00:00+07:00","196608011988031001","'=Siti ""N""","gaji","tambah","sesuai"`,
    )
    expect(baris).toHaveLength(3)
  })

  it('is fetched from its one address and kept whole where the person said', async () => {
    const { door, askTempat, save } = openDesk()
    expect(await save({ macam: 'drh', pegawaiId, rekomendasiId: null })).toEqual({
      tempat: join(folder, 'berkas.pdf'),
    })
    expect(readFileSync(join(folder, 'berkas.pdf'), 'utf8')).toBe(pdf)
    expect(statSync(join(folder, 'berkas.pdf')).mode & 0o077).toBe(0)
    expect(door.mock.calls.map(([, url]) => url.pathname)).toEqual([
      `/api/pegawai/${pegawaiId}/drh`,
    ])
    expect(askTempat).toHaveBeenCalledWith('daftar-riwayat-hidup.pdf', 'pdf')
  })

  it("of somebody else's record names the recommendation that it rests on (P18)", async () => {
    const { door, save } = openDesk()
    await save({ macam: 'drh', pegawaiId, rekomendasiId })
    expect(door.mock.calls.map(([, url]) => url.search)).toEqual([
      `?rekomendasiId=${rekomendasiId}`,
    ])
  })

  it('has a name that says nothing of anybody', async () => {
    const { askTempat, save } = openDesk({ jawab: () => new Response('PK\u0003\u0004') })
    await save({ macam: 'baris_ditolak', imporId })
    expect(askTempat).toHaveBeenCalledWith('baris-ditolak.xlsx', 'xlsx')
  })

  it('is a letter with a code, for one person or for a unit, from the addresses of those alone', async () => {
    const { door, askTempat, save } = openDesk()
    await save({ macam: 'surat_akun', kodeAkunId: imporId })
    await save({ macam: 'surat_unit', unit: '901.1' })
    expect(door.mock.calls.map(([, url]) => url.pathname + url.search)).toEqual([
      `/api/undangan/${imporId}/surat`,
      '/api/undangan/surat?unit=901.1',
    ])
    expect(askTempat).toHaveBeenLastCalledWith('surat-kode-akun.pdf', 'pdf')
  })

  it('is the review of access too, as a table that a spreadsheet opens', async () => {
    const csv = '\uFEFFNama,Hak\r\n'
    const { door, save } = openDesk({ jawab: () => new Response(csv), nama: 'hak.csv' })
    await save({ macam: 'tinjauan_hak' })
    await save({ macam: 'laporan_tinjauan', tinjauanId: imporId })
    expect(door.mock.calls.map(([, url]) => url.pathname)).toEqual([
      '/api/akses/hak/csv',
      `/api/tinjauan/${imporId}/csv`,
    ])
    expect(readFileSync(join(folder, 'hak.csv'), 'utf8')).toBe(csv)
  })

  it('is not even printed when the person gives up: the server would log it', async () => {
    const { door, save } = openDesk({ nama: null })
    expect(await save({ macam: 'drh', pegawaiId, rekomendasiId: null })).toBeNull()
    expect(door).not.toHaveBeenCalled()
  })

  it('is not written when the screen closed while it came', async () => {
    const { save } = openDesk({ masihDiMeja: () => false })
    expect(await save({ macam: 'drh', pegawaiId, rekomendasiId: null })).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it("keeps the server's reason when there is none", async () => {
    const body = { kode: 'tidak_ditemukan', idPermintaan: 'uji' }
    const { save } = openDesk({ jawab: () => Response.json(body, { status: 404 }) })
    await expect(save({ macam: 'drh', pegawaiId, rekomendasiId: null })).rejects.toMatchObject({
      kode: 'tidak_ditemukan',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is refused when it is no such file', async () => {
    const { save } = openDesk({ jawab: () => new Response('<html>masuk</html>') })
    await expect(save({ macam: 'drh', pegawaiId, rekomendasiId: null })).rejects.toMatchObject({
      kode: 'kesalahan_server',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves what was there when the line breaks in the middle', async () => {
    writeFileSync(join(folder, 'berkas.pdf'), 'lama')
    const putus = () =>
      new Response(
        new ReadableStream({
          start(arus) {
            arus.enqueue(new TextEncoder().encode(pdf))
          },
          pull(arus) {
            arus.error(new Error('putus'))
          },
        }),
      )
    const { save } = openDesk({ jawab: putus })
    await expect(save({ macam: 'drh', pegawaiId, rekomendasiId: null })).rejects.toMatchObject({
      kode: 'luring',
    })
    expect(readFileSync(join(folder, 'berkas.pdf'), 'utf8')).toBe('lama')
  })

  it('says so when the place cannot be written, and leaves no half of it', async () => {
    const { save } = openDesk({ nama: 'tidak-ada/berkas.pdf' })
    await expect(save({ macam: 'drh', pegawaiId, rekomendasiId: null })).rejects.toMatchObject({
      kode: 'unduhan_gagal',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is asked for once at a time', async () => {
    const { askTempat, save } = openDesk()
    const [satu, dua] = await Promise.all([
      save({ macam: 'drh', pegawaiId, rekomendasiId: null }),
      save({ macam: 'drh', pegawaiId, rekomendasiId: null }),
    ])
    expect(satu).not.toBeNull()
    expect(dua).toBeNull()
    expect(askTempat).toHaveBeenCalledTimes(1)
  })
})
