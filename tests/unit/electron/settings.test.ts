import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlamatServer, alamatBawaan, readAlamatServer } from '../../../electron/settings.ts'

describe('the address of a server', () => {
  it.each([
    ['https://meja.jatim.example', 'https://meja.jatim.example'],
    ['https://meja.jatim.example:8443/api/?a=b#c', 'https://meja.jatim.example:8443'],
    ['https://nama:sandi@meja.jatim.example', 'https://meja.jatim.example'],
    ['http://127.0.0.1:3030', 'http://127.0.0.1:3030'],
    ['http://localhost:3030/', 'http://localhost:3030'],
    ['http://[::1]:3030', 'http://[::1]:3030'],
  ])('%s is taken as its origin', (teks, asal) => {
    expect(AlamatServer.parse(teks)).toBe(asal)
  })

  it.each([
    'http://meja.jatim.example',
    'http://10.1.2.3:3030',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://meja.jatim.example',
    'meja.jatim.example',
    '',
  ])('"%s" is refused: the token must not travel there', (teks) => {
    expect(AlamatServer.safeParse(teks).success).toBe(false)
  })
})

describe('where the address comes from', () => {
  let profil: string
  beforeEach(async () => {
    profil = await mkdtemp(join(tmpdir(), 'meja-setelan-'))
  })
  afterEach(() => rm(profil, { recursive: true }))

  const write = (isi: string) => writeFile(join(profil, 'server.json'), isi)

  it('the environment wins over the file', async () => {
    await write('{"alamat":"https://berkas.example"}')
    const env = { MEJA_SERVER_URL: 'https://lingkungan.example' }
    expect(readAlamatServer(env, profil)).toBe('https://lingkungan.example')
  })

  it('the file wins over the default', async () => {
    await write('{"alamat":"https://berkas.example"}')
    expect(readAlamatServer({}, profil)).toBe('https://berkas.example')
  })

  it('without either it is the server of this machine', () => {
    expect(readAlamatServer({}, profil)).toBe(alamatBawaan)
  })

  it.each(['bukan json', '{}', '{"alamat":"http://meja.jatim.example"}'])(
    'a broken file is an error and never silently the default: %s',
    async (isi) => {
      await write(isi)
      expect(() => readAlamatServer({}, profil)).toThrow(Error)
    },
  )

  it('an unsafe environment is an error and never silently the file', async () => {
    await write('{"alamat":"https://berkas.example"}')
    const env = { MEJA_SERVER_URL: 'http://meja.jatim.example' }
    expect(() => readAlamatServer(env, profil)).toThrow('https')
  })
})
