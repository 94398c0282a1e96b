import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CatatanLayar } from '../../../../core/api/kunci.ts'
import { kebijakanLayarBawaan } from '../../../../core/domain/kebijakan-layar.ts'
import type { ApiUtama } from '../../../../electron/api-utama.ts'
import { closeGudangDilepas, listGudangDilepas } from '../../../../electron/kunci/jejak-dilepas.ts'
import { KunciMeja } from '../../../../electron/kunci/kunci-meja.ts'
import { getNamaFolder } from '../../../../electron/kunci/kunci-orang.ts'
import { createSandiUji } from './sandi-uji.ts'

vi.mock('electron', () => ({ ipcMain: {} }))

const PIN = '739416'
const siti = '00000000-0000-4000-8000-000000000001'
const budi = '00000000-0000-4000-8000-000000000002'
const id = (nomor: number) => `00000000-0000-4000-8000-${String(nomor).padStart(12, '0')}`

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const kunciPublik = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

let userData: string
let server: { luring: boolean; catatan: CatatanLayar[] }
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'meja-kunci-'))
  server = { luring: false, catatan: [] }
})
afterEach(() => rm(userData, { recursive: true }))

/** As the application starts; the server takes whatever it is told. */
async function openOrang(akunId: string) {
  const api = (async ({ name }: { name: string }, body?: { catatan: CatatanLayar[] }) => {
    if (server.luring) throw new Error('luring')
    if (name === 'getKunciServer') return { id: '0123456789abcdef', kunciPublik }
    server.catatan.push(...(body?.catatan ?? []))
    return { diterima: body?.catatan.length ?? 0 }
  }) as unknown as ApiUtama
  const kunci = new KunciMeja({
    userData,
    sandi: createSandiUji(),
    platform: 'linux',
    kebijakan: () => kebijakanLayarBawaan,
    idKomputer: id(99),
    api,
    onChange: () => {},
  })
  kunci.setOrang(akunId)
  return kunci
}

/** The first time here: signed in, a PIN made, the desk open. */
async function openMeja(akunId: string) {
  const kunci = await openOrang(akunId)
  await kunci.openAfterMasuk()
  await kunci.setPin(PIN, 'SN')
  return kunci
}

const listBerkas = async () =>
  (await readdir(join(userData, 'orang'), { recursive: true })).toSorted()

describe('a person who leaves the workstation', () => {
  it('leaves nothing but a number, and a second person loses nothing', async () => {
    const milikBudi = await openMeja(budi)
    await milikBudi.addJurnal({ id: id(1), isi: '{}' })
    await milikBudi.close('dikunci')
    const kunci = await openMeja(siti)
    await kunci.saveIngatan('{"alamat":"/antrean"}')
    await kunci.lepas()

    expect((await listBerkas()).filter((nama) => nama.startsWith(getNamaFolder(siti)))).toEqual([
      `${getNamaFolder(siti)}.dilepas`,
    ])
    expect((await (await openOrang(siti)).getKeadaanPin()).sisa).toBe(0)
    expect(await (await openOrang(siti)).hasPemulihan()).toBe(false)
    const lagi = await openOrang(budi)
    expect((await lagi.unlockWithPin(PIN)).hasil).toBe('terbuka')
    expect((await lagi.listJurnal()).terbuka).toEqual([{ id: id(1), isi: '{}' }])
  })

  it('stays while a decision has no receipt', async () => {
    const kunci = await openMeja(siti)
    await kunci.addJurnal({ id: id(1), isi: '{}' })
    await expect(kunci.lepas()).rejects.toMatchObject({ kode: 'kiriman_belum_sampai' })
    expect((await kunci.listJurnal()).terbuka).toHaveLength(1)
    await kunci.closeJurnal(id(1))
    await kunci.lepas()
    expect(kunci.isTerbuka).toBe(false)
  })

  it('stays when the decision came while the server was being told', async () => {
    const kunci = await openMeja(siti)
    const pergi = kunci.lepas()
    const masuk = kunci.addJurnal({ id: id(1), isi: '{}' })
    await expect(pergi).rejects.toMatchObject({ kode: 'kiriman_belum_sampai' })
    await masuk
    await kunci.close(null)
    expect((await (await openOrang(siti)).unlockWithPin(PIN)).hasil).toBe('terbuka')
  })

  it('may go without network, and a locked person not at all', async () => {
    const kunci = await openMeja(siti)
    await kunci.close('dikunci')
    await expect(kunci.lepas()).rejects.toMatchObject({ kode: 'permintaan_tidak_sah' })
    await kunci.unlockWithPin(PIN)
    server.luring = true
    await kunci.lepas()
    expect((await (await openOrang(siti)).getKeadaanPin()).sisa).toBe(0)
  })

  it('is told to the server, which finds the numbers going on when the person comes back', async () => {
    await (await openMeja(siti)).lepas()
    expect(server.catatan.at(-1)?.peristiwa).toBe('dilepas')
    const kembali = await openMeja(siti)
    await kembali.deliverCatatan()
    const urutan = server.catatan.map((satu) => satu.urutan)
    expect(urutan).toEqual(urutan.toSorted((a, b) => a - b))
    expect(new Set(urutan).size).toBe(urutan.length)
  })

  it('has an encrypted store that a page must throw away, once', async () => {
    await (await openMeja(siti)).lepas()
    expect(await listGudangDilepas(userData)).toEqual([getNamaFolder(siti)])
    await closeGudangDilepas(userData, '../orang/lain')
    await closeGudangDilepas(userData, getNamaFolder(siti))
    expect(await listGudangDilepas(userData)).toEqual([])
  })
})

describe('what the lock screen knows in the morning, before anybody opens anything', () => {
  it('is how many decisions are unsent', async () => {
    const kunci = await openMeja(siti)
    for (const nomor of [1, 2, 3]) await kunci.addJurnal({ id: id(nomor), isi: '{"a":1}' })
    await kunci.closeJurnal(id(2))
    expect(await (await openOrang(siti)).countBelumTerkirim()).toBe(2)
    expect(await (await openOrang(budi)).countBelumTerkirim()).toBe(0)
  })

  it('is how many originals are on the desk, and each is told once', async () => {
    const kunci = await openMeja(siti)
    await kunci.noteAsli(id(1), true)
    await kunci.noteAsli(id(1), true)
    await kunci.noteAsli(id(2), true)
    await kunci.noteAsli(id(1), false)
    const pagi = await openOrang(siti)
    expect(await pagi.listAsli()).toEqual([id(2)])
    await pagi.deliverCatatan()
    expect(
      server.catatan.flatMap(({ peristiwa, rujukan }) => (rujukan ? [[peristiwa, rujukan]] : [])),
    ).toEqual([
      ['asli_di_meja', id(1)],
      ['asli_di_meja', id(2)],
      ['asli_dikembalikan', id(1)],
    ])
  })
})
