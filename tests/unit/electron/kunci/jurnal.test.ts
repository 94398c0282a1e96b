import { randomBytes } from 'node:crypto'
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeBingkai, encodeBingkai } from '../../../../electron/kunci/bingkai-jurnal.ts'
import { Jurnal } from '../../../../electron/kunci/jurnal.ts'

const kunci = randomBytes(32)
let folder: string
let berkas: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meja-jurnal-'))
  berkas = join(folder, 'jurnal.bin')
})
afterEach(() => rm(folder, { recursive: true }))

async function openJurnal(lain = kunci) {
  const jurnal = new Jurnal(berkas, lain)
  await jurnal.open()
  return jurnal
}

const id = (nomor: number) => `00000000-0000-4000-8000-${String(nomor).padStart(12, '0')}`
const entri = (nomor: number) => ({ id: id(nomor), isi: `{"nama":"Siti ${nomor}"}` })
const listId = async (jurnal: Jurnal) => (await jurnal.list()).terbuka.map((satu) => satu.id)

describe('the sealed journal', () => {
  it('holds what was added until it is closed, across starts', async () => {
    const jurnal = await openJurnal()
    await jurnal.add(entri(1))
    await jurnal.add(entri(2))
    await jurnal.close(id(1))
    const lagi = await openJurnal()
    expect(await lagi.list()).toEqual({ terbuka: [entri(2)], rusak: 0 })
    expect(lagi.jumlah).toBe(1)
  })

  it('is on the disk when add returns, and says nothing there', async () => {
    const jurnal = await openJurnal()
    await jurnal.add(entri(1))
    const isi = await readFile(berkas)
    expect(isi.length).toBeGreaterThan(40)
    expect(isi.includes('Siti')).toBe(false)
  })

  it('takes the same decision once', async () => {
    const jurnal = await openJurnal()
    await Promise.all([jurnal.add(entri(1)), jurnal.add(entri(1))])
    expect(await listId(jurnal)).toEqual([id(1)])
  })

  it('loses nothing before a cut-off end, whatever the place of the cut', async () => {
    const jurnal = await openJurnal()
    await jurnal.add(entri(1))
    const { size: utuh } = await stat(berkas)
    await jurnal.add(entri(2))
    const { size } = await stat(berkas)
    const isi = await readFile(berkas)
    for (let panjang = utuh; panjang < size; panjang += 1) {
      await writeFile(berkas, isi.subarray(0, panjang))
      const lagi = await openJurnal()
      expect(await lagi.list()).toEqual({ terbuka: [entri(1)], rusak: 0 })
      // What is added next stands behind a whole entry, not behind half of one.
      await lagi.add(entri(3))
      await lagi.stop()
      expect(await listId(await openJurnal())).toEqual([id(1), id(3)])
    }
  })

  it('loses one entry to a flipped bit, says so, and keeps a copy', async () => {
    const jurnal = await openJurnal()
    for (const nomor of [1, 2, 3]) await jurnal.add(entri(nomor))
    await jurnal.stop()
    const isi = await readFile(berkas)
    const tengah = Math.floor(isi.length / 2)
    isi.writeUInt8(isi.readUInt8(tengah) ^ 1, tengah)
    await writeFile(berkas, isi)
    const { terbuka, rusak } = await (await openJurnal()).list()
    expect(terbuka).toEqual([entri(1), entri(3)])
    expect(rusak).toBe(1)
    expect(await readdir(folder)).toEqual(['jurnal.bin', 'jurnal.bin.rusak'])
  })

  it('opens for no other key, and does not pretend to be empty', async () => {
    await (await openJurnal()).add(entri(1))
    const { terbuka, rusak } = await (await openJurnal(randomBytes(32))).list()
    expect(terbuka).toEqual([])
    expect(rusak).toBe(1)
  })

  it('stays small: closed entries leave the file', async () => {
    const jurnal = await openJurnal()
    await jurnal.add(entri(0))
    for (let nomor = 1; nomor <= 250; nomor += 1) {
      await jurnal.add(entri(nomor))
      await jurnal.close(id(nomor))
    }
    expect((await stat(berkas)).size).toBeLessThan(20_000)
    expect(await listId(jurnal)).toEqual([id(0)])
    await jurnal.stop()
    const { size } = await stat(berkas)
    await (await openJurnal()).stop()
    expect((await stat(berkas)).size).toBeLessThan(size)
  })

  it('says no when it was stopped, instead of forgetting', async () => {
    const jurnal = await openJurnal()
    await jurnal.stop()
    await expect(jurnal.add(entri(1))).rejects.toThrow('tertutup')
  })

  it('finds every whole frame among any rubbish between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.boolean()), { maxLength: 8 }),
        (potong) => {
          const berkasUji = Buffer.concat(
            potong.map(([isi, utuh]) => (utuh ? encodeBingkai(isi) : Buffer.from(isi))),
          )
          const harap = potong.filter(([, utuh]) => utuh).map(([isi]) => Buffer.from(isi))
          const ada = decodeBingkai(berkasUji).isi
          expect(ada.filter((satu) => harap.some((lain) => lain.equals(satu)))).toHaveLength(
            harap.length,
          )
        },
      ),
    )
  })

  it('goes on after rubbish at its end', async () => {
    const jurnal = await openJurnal()
    await jurnal.add(entri(1))
    await jurnal.stop()
    await appendFile(berkas, randomBytes(100))
    const lagi = await openJurnal()
    await lagi.add(entri(2))
    expect(await listId(lagi)).toEqual([id(1), id(2)])
    await lagi.stop()
    await truncate(berkas, 0)
    expect(await listId(await openJurnal())).toEqual([])
  })
})
