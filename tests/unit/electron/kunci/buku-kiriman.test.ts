import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PenandaResi } from '../../../../api-server/features/verifikasi/kunci-resi.ts'
import type { ApiUtama } from '../../../../electron/api-utama.ts'
import { BukuKiriman, type KabarIngatan } from '../../../../electron/kunci/buku-kiriman.ts'
import { buildDijawab, buildKunci, getId } from './resi-uji.ts'

vi.mock('electron', () => ({ ipcMain: {} }))

const dek = randomBytes(32)
const penanda = new PenandaResi([buildKunci(1)])
const zaman = getId(1)
const zamanLain = getId(2)
const pada = '2026-11-24T09:00:00.000Z'

let folder: string
let buku: BukuKiriman
/** What the server knows, and what it was asked. */
let server: { dikenal: Set<string>; ditanya: string[]; luring: boolean }
const api = (async (_: unknown, { transactionId }: { transactionId: string[] }) => {
  if (server.luring) throw new Error('luring')
  server.ditanya.push(...transactionId)
  const takDikenal = transactionId.filter((satu) => !server.dikenal.has(satu))
  return { zaman, puncak: 10, takDikenal }
}) as unknown as ApiUtama

async function openBuku() {
  const satu = new BukuKiriman(folder, dek)
  await satu.jurnal.open()
  return satu
}

async function reopen(): Promise<void> {
  await buku.stop()
  buku = await openBuku()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meja-buku-'))
  server = { dikenal: new Set(), ditanya: [], luring: false }
  buku = await openBuku()
})
afterEach(async () => {
  await buku.stop()
  await rm(folder, { recursive: true })
})

async function accept(nomor: number, diterimaPada = pada): Promise<void> {
  const satu = buildDijawab(nomor, penanda, diterimaPada)
  await buku.jurnal.add({ id: satu.id, isi: satu.isi })
  await buku.accept([satu])
  server.dikenal.add(satu.id)
}

const listJurnal = async () => (await buku.jurnal.list()).terbuka
const listArsip = async () => (await buku.arsip.list()).map(({ id }) => id)

describe('receipted decisions', () => {
  it('leave the journal and stay sealed beside their receipt, over starts', async () => {
    await accept(1)
    await reopen()
    expect(await listJurnal()).toEqual([])
    expect(await buku.arsip.list()).toEqual([buildDijawab(1, penanda)])
    const berkas = await readFile(join(folder, 'arsip.bin'), 'latin1')
    expect(berkas).not.toContain('Loket')
  })

  it('are not touched any more once the screen is locked', async () => {
    await accept(1)
    await reopen()
    const terkunci = buku
    await terkunci.stop()
    await expect(terkunci.arsip.keep([buildDijawab(2, penanda)])).rejects.toThrow('tertutup')
    buku = await openBuku()
    expect(await listArsip()).toEqual([getId(1)])
  })

  it('are kept for thirty days by the clock of the server, whatever this one says', async () => {
    await accept(1, '2026-10-20T09:00:00.000Z')
    await accept(2, '2026-10-28T09:00:00.000Z')
    await accept(3, pada)
    vi.useFakeTimers({ now: new Date('2030-01-01'), toFake: ['Date'] })
    try {
      await reopen()
      expect(await listArsip()).toEqual([getId(2), getId(3)])
    } finally {
      vi.useRealTimers()
    }
  })
})

const check = (ubah: Partial<KabarIngatan> = {}) =>
  buku.checkIngatan({ zaman, puncak: 10, setelahPutus: false, ...ubah }, api)

describe('a server that was restored to yesterday', () => {
  it('gets back exactly what it does not know, byte for byte', async () => {
    await accept(1)
    await accept(2)
    await check()
    server.dikenal.delete(getId(2))
    expect(await check({ zaman: zamanLain })).toBe(1)
    const { isi } = buildDijawab(2, penanda)
    expect(await listJurnal()).toEqual([{ id: getId(2), isi }])
    expect(await listArsip()).toEqual([getId(1)])
    // Said once: the next contact asks for nothing.
    server.ditanya = []
    expect(await check({ zaman: zamanLain })).toBe(0)
    expect(server.ditanya).toEqual([])
  })

  it.each([
    ['an audit trail that is shorter than it was', { puncak: 9 }],
    ['having been out of reach', { setelahPutus: true }],
  ])('is found out by %s, also when nobody marked the restore', async (_, kabar) => {
    await accept(1)
    await check()
    server.dikenal.clear()
    expect(await check()).toBe(0)
    expect(await check(kabar)).toBe(1)
  })

  it('is asked again when the line breaks in the middle of asking', async () => {
    await accept(1)
    await check()
    server.dikenal.clear()
    server.luring = true
    await expect(check({ zaman: zamanLain })).rejects.toThrow('luring')
    server.luring = false
    await reopen()
    expect(await check({ zaman: zamanLain })).toBe(1)
  })
})
