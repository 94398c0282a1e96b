import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BerkasSegel } from '../../../../electron/kunci/berkas-segel.ts'

const kunci = randomBytes(32)
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meja-segel-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('where a person was, sealed', () => {
  it('is read back by the next start, the newest of many', async () => {
    const berkas = new BerkasSegel(join(folder, 'orang', 'ingatan.bin'), 'ingatan/1')
    await Promise.all(['a', 'ab', 'abc'].map((teks) => berkas.save(kunci, teks)))
    const lagi = new BerkasSegel(join(folder, 'orang', 'ingatan.bin'), 'ingatan/1')
    expect(await lagi.find(kunci)).toBe('abc')
  })

  it('says nothing on the disk', async () => {
    const berkas = new BerkasSegel(join(folder, 'ingatan.bin'), 'ingatan/1')
    await berkas.save(kunci, 'Siti Nurhaliza')
    expect((await readFile(join(folder, 'ingatan.bin'))).includes('Siti')).toBe(false)
  })

  it('opens for no other key, no other purpose, and not when it was changed', async () => {
    const tujuan = join(folder, 'ingatan.bin')
    const berkas = new BerkasSegel(tujuan, 'ingatan/1')
    await berkas.save(kunci, 'Siti')
    expect(await berkas.find(randomBytes(32))).toBeNull()
    expect(await new BerkasSegel(tujuan, 'lain/1').find(kunci)).toBeNull()
    const isi = await readFile(tujuan)
    isi.writeUInt8(isi.readUInt8(20) ^ 1, 20)
    await writeFile(tujuan, isi)
    expect(await berkas.find(kunci)).toBeNull()
  })
})
