import { generateKeyPairSync, privateDecrypt, constants, randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getLabelPemulihan, type PeristiwaLayar } from '../../../../core/api/kunci.ts'
import { getNamaFolder, KunciOrang } from '../../../../electron/kunci/kunci-orang.ts'
import { createSandiUji } from './sandi-uji.ts'

const akunId = '00000000-0000-4000-8000-000000000001'
const PIN = '739416'
const SALAH = '905172'

let userData: string
let catatan: PeristiwaLayar[]
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'meja-kunci-'))
  catatan = []
})
afterEach(() => rm(userData, { recursive: true }))

/** As a fresh start of the application finds it. */
function openOrang(ganti: { akunId?: string; mesin?: string } = {}) {
  return new KunciOrang({
    userData,
    akunId: ganti.akunId ?? akunId,
    sandi: createSandiUji(ganti.mesin),
    note: async (satu) => void catatan.push(satu),
  })
}

async function setUp(dek = randomBytes(32)) {
  const orang = openOrang()
  await orang.setPin(PIN, dek, 'SN')
  return { orang, dek, berkas: join(orang.folder, 'kunci.bin') }
}

describe('the data key under a PIN', () => {
  it('opens with the PIN, after a restart too', async () => {
    const { dek } = await setUp()
    expect(await openOrang().openWithPin(PIN)).toEqual({ hasil: 'terbuka', dek })
    expect(await openOrang().getKeadaan()).toEqual({ sisa: 5, inisial: 'SN' })
  })

  it('stays closed on another machine: a copied profile is useless', async () => {
    await setUp()
    expect(await openOrang({ mesin: 'mesin-2' }).openWithPin(PIN)).toEqual({ hasil: 'habis' })
  })

  it('leaves nothing readable in its file, nor a name in the name of its folder', async () => {
    const { orang, dek, berkas } = await setUp()
    const isi = await readFile(berkas)
    expect(isi.includes(dek)).toBe(false)
    expect(isi.includes(dek.toString('base64'))).toBe(false)
    expect(orang.folder).not.toContain(akunId)
    expect(await readdir(join(userData, 'orang'))).toEqual([
      getNamaFolder(akunId),
      `${getNamaFolder(akunId)}.saksi`,
    ])
  })

  it('opens nothing of another person', async () => {
    await setUp()
    const lain = openOrang({ akunId: '00000000-0000-4000-8000-000000000002' })
    expect(await lain.openWithPin(PIN)).toEqual({ hasil: 'habis' })
  })

  it('is gone when the person is removed from this workstation', async () => {
    const { orang } = await setUp()
    await orang.wipe()
    expect(await readdir(join(userData, 'orang'))).toEqual([])
  })

  it('opens with the new PIN only, once it was changed', async () => {
    const { orang, dek } = await setUp()
    await orang.setPin(SALAH, dek, 'SN')
    expect((await openOrang().openWithPin(PIN)).hasil).toBe('salah')
    expect(await openOrang().openWithPin(SALAH)).toEqual({ hasil: 'terbuka', dek })
  })
})

describe('wrong PINs', () => {
  it('are counted across restarts, and the fifth destroys the wrap', async () => {
    const { berkas } = await setUp()
    for (const sisa of [4, 3, 2, 1]) {
      expect(await openOrang().openWithPin(SALAH)).toEqual({ hasil: 'salah', sisa })
    }
    expect(await openOrang().openWithPin(SALAH)).toEqual({ hasil: 'habis' })
    expect(await openOrang().openWithPin(PIN)).toEqual({ hasil: 'habis' })
    await expect(readFile(berkas)).rejects.toThrow('ENOENT')
    expect(catatan).toEqual(['pin_salah', 'pin_salah', 'pin_salah', 'pin_salah', 'pin_habis'])
  })

  it('are forgotten after a right one', async () => {
    await setUp()
    await openOrang().openWithPin(SALAH)
    await openOrang().openWithPin(PIN)
    expect((await openOrang().getKeadaan()).sisa).toBe(5)
  })

  it('are counted one by one when they come at the same time', async () => {
    const { orang } = await setUp()
    const hasil = await Promise.all(Array.from({ length: 6 }, () => orang.openWithPin(SALAH)))
    expect(hasil.map((satu) => satu.hasil)).toEqual([
      'salah',
      'salah',
      'salah',
      'salah',
      'habis',
      'habis',
    ])
  })

  it('are not undone by putting an older file back: then only signing in helps', async () => {
    const { berkas } = await setUp()
    await copyFile(berkas, join(userData, 'salinan'))
    await openOrang().openWithPin(SALAH)
    await openOrang().openWithPin(SALAH)
    await copyFile(join(userData, 'salinan'), berkas)
    expect(await openOrang().openWithPin(PIN)).toEqual({ hasil: 'habis' })
    expect(catatan.at(-1)).toBe('keadaan_mundur')
  })

  it('are not undone one at a time either', async () => {
    const { berkas } = await setUp()
    for (let kali = 0; kali < 5; kali += 1) {
      await copyFile(berkas, join(userData, 'salinan'))
      await openOrang().openWithPin(SALAH)
      await copyFile(join(userData, 'salinan'), berkas).catch(() => {})
    }
    expect(await openOrang().openWithPin(PIN)).toEqual({ hasil: 'habis' })
  })

  it.each(['kunci.bin', 'saksi'])('are not undone by deleting %s', async (nama) => {
    const { berkas, orang } = await setUp()
    await openOrang().openWithPin(SALAH)
    await rm(nama === 'saksi' ? `${orang.folder}.saksi` : berkas)
    expect((await openOrang().openWithPin(PIN)).hasil).toBe('habis')
    expect(catatan.at(-1)).toBe('keadaan_mundur')
  })

  it('count although the power went in the middle', async () => {
    const { berkas } = await setUp()
    const sebelum = await readFile(berkas)
    await openOrang().openWithPin(SALAH)
    // As if only the witness had been written.
    await writeFile(berkas, sebelum)
    expect((await openOrang().getKeadaan()).sisa).toBe(4)
  })
})

describe('the second way, through the server', () => {
  it('wraps the data key so that only the server opens it, and only for this account', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const { orang, dek } = await setUp()
    const kunciPublik = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    await orang.savePemulihan(dek, { id: '0123456789abcdef', kunciPublik })
    const pemulihan = await openOrang().findPemulihan()
    const open = (akun: string) =>
      privateDecrypt(
        {
          key: privateKey,
          padding: constants.RSA_PKCS1_OAEP_PADDING,
          oaepHash: 'sha256',
          oaepLabel: Buffer.from(getLabelPemulihan(akun)),
        },
        Buffer.from(pemulihan?.bungkus ?? '', 'base64'),
      )
    expect(open(akunId)).toEqual(dek)
    expect(() => open('00000000-0000-4000-8000-000000000002')).toThrow(Error)
  })
})
