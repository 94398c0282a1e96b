import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTokenStore } from '../../../electron/token-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meja-token-'))
})
afterEach(() => rm(folder, { recursive: true }))

type Backend = 'basic_text' | 'gnome_libsecret' | 'unknown'

const sesi = (segar: string) => ({ segar, akunId: '00000000-0000-4000-8000-000000000001' })

const flip = (byte: number) => byte ^ 0xff

/** The operating system's secret store: turns bits round, and knows its own. */
function createSandi(backend: Backend = 'gnome_libsecret', tersedia = true) {
  return {
    isEncryptionAvailable: () => tersedia,
    getSelectedStorageBackend: () => backend,
    encryptString: (teks: string) => Buffer.from(Buffer.from(`sandi:${teks}`).map(flip)),
    decryptString: (isi: Buffer) => {
      const teks = Buffer.from(isi.map(flip)).toString()
      if (!teks.startsWith('sandi:')) throw new Error('bukan milik mesin ini')
      return teks.slice('sandi:'.length)
    },
  }
}

describe('the refresh token on disk', () => {
  it('is read back by the next start', async () => {
    expect(await createTokenStore(folder, createSandi(), 'linux').write(sesi('segar-1'))).toBe(true)
    expect(await createTokenStore(folder, createSandi(), 'linux').read()).toEqual(sesi('segar-1'))
  })

  it('is replaced whole, in one file, readable by its owner only', async () => {
    const store = createTokenStore(folder, createSandi(), 'linux')
    await store.write(sesi('segar-1'))
    await store.write(sesi('segar-2'))
    expect(await store.read()).toEqual(sesi('segar-2'))
    expect(await readdir(folder)).toEqual(['sesi.bin'])
    expect((await stat(join(folder, 'sesi.bin'))).mode & 0o777).toBe(0o600)
  })

  it('never stands there as plain text', async () => {
    await createTokenStore(folder, createSandi(), 'linux').write(sesi('segar-1'))
    expect(await readFile(join(folder, 'sesi.bin'), 'utf8')).not.toContain('segar-1')
  })

  it.each<Backend>(['basic_text', 'unknown'])(
    'is not written at all where Linux offers "%s" as its safe',
    async (backend) => {
      const store = createTokenStore(folder, createSandi(backend), 'linux')
      expect(await store.write(sesi('segar-1'))).toBe(false)
      expect(await readdir(folder)).toEqual([])
      expect(await store.read()).toBeNull()
    },
  )

  it('is not written where the machine cannot encrypt', async () => {
    const store = createTokenStore(folder, createSandi('unknown', false), 'win32')
    expect(await store.write(sesi('segar-1'))).toBe(false)
    expect(await readdir(folder)).toEqual([])
  })

  it('needs no Linux safe on Windows', async () => {
    const store = createTokenStore(folder, createSandi('unknown'), 'win32')
    expect(await store.write(sesi('segar-1'))).toBe(true)
    expect(await store.read()).toEqual(sesi('segar-1'))
  })

  it('is laid aside when this machine cannot open it, and the person signs in anew', async () => {
    await writeFile(join(folder, 'sesi.bin'), 'dari mesin lain')
    const store = createTokenStore(folder, createSandi(), 'linux')
    expect(await store.read()).toBeNull()
    expect(await readdir(folder)).toEqual(['sesi.bin.rusak'])
  })

  it('leaves nothing behind when encrypting fails', async () => {
    const sandi = {
      ...createSandi(),
      encryptString: () => {
        throw new Error('brankas terkunci')
      },
    }
    await expect(createTokenStore(folder, sandi, 'linux').write(sesi('segar-1'))).rejects.toThrow(
      'brankas',
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('is gone after signing out, however often', async () => {
    const store = createTokenStore(folder, createSandi(), 'linux')
    await store.write(sesi('segar-1'))
    await store.clear()
    await store.clear()
    expect(await store.read()).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })
})
