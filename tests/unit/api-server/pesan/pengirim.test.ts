import { describe, expect, it } from 'vitest'
import { jenisPesan } from '@meja/core/api/pesan.ts'
import { Environment } from '../../../../api-server/environment.ts'
import { writeNaskah } from '../../../../api-server/pesan/naskah.ts'
import { judgeGalat, readSambungan } from '../../../../api-server/pesan/pengirim.ts'

describe('a mail server', () => {
  it.each([
    ['smtp://surat.contoh.go.id', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://10.0.0.9:25', { port: 25, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtps://surat.contoh.go.id', { port: 465, secure: true, requireTLS: false }],
    ['smtp://localhost:2525', { port: 2525, requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:2525', { host: '::1', requireTLS: false, ignoreTLS: true }],
    // A name that only begins like this machine is another machine.
    ['smtp://localhost.contoh.id', { requireTLS: true, ignoreTLS: false }],
  ])('%s may do without TLS on this very machine only', (alamat, pilihan) => {
    expect(readSambungan(alamat).pilihan).toMatchObject(pilihan)
  })

  it('is signed in to with what the address says, percent signs undone', () => {
    const { masuk } = readSambungan('smtps://meja%40contoh.id:p%3Aw%2F@surat.contoh.id')
    expect(masuk).toEqual({ user: 'meja@contoh.id', pass: 'p:w/' })
    expect(readSambungan('smtps://surat.contoh.id').masuk).toBeNull()
  })
})

describe('what a failure means', () => {
  const galat = (ubah: object) => Object.assign(new Error('gagal'), ubah)

  it.each([
    ['a refusal for good', { code: 'EENVELOPE', responseCode: 550 }, false, 'ditolak'],
    ['a refusal for now', { code: 'EENVELOPE', responseCode: 451 }, false, 'tertunda'],
    ['a refusal for now after the message', { responseCode: 452 }, true, 'tertunda'],
    ['a wrong password', { code: 'EAUTH', responseCode: 535 }, false, 'pengaturan'],
    ['no STARTTLS where it must be', { code: 'ETLS', responseCode: 500 }, false, 'pengaturan'],
    ['silence before the message', { code: 'ECONNECTION' }, false, 'tak_terjangkau'],
    ['silence after the message began', { code: 'ETIMEDOUT' }, true, 'tak_pasti'],
  ])('%s', (_, ubah, tertulis, hasil) => {
    expect(judgeGalat(galat(ubah), tertulis).hasil).toBe(hasil)
  })
})

it('no message has a place for anything but the code and the address of the server', () => {
  for (const jenis of jenisPesan) {
    const { subjek, teks } = writeNaskah(jenis, 'https://meja.contoh.go.id', 'AAAA-BBBB')
    expect(`${subjek}${teks}`).not.toMatch(/[{}]|undefined|null/)
    expect(teks.includes('AAAA-BBBB')).toBe(jenis === 'surel_kode')
    // Both languages lead back to this server, and nowhere else.
    expect(teks.match(/https?:\/\/\S+/g)).toEqual([
      'https://meja.contoh.go.id',
      'https://meja.contoh.go.id',
    ])
  }
})

it('a mail server without a sender, or a sender without a mail server, ends the start', () => {
  const dasar = {
    PUBLIC_URL: 'http://127.0.0.1:3030',
    DATABASE_URL: 'postgres://a@127.0.0.1/b',
    FILES_DIR: '/x',
    SECRETS_DIR: '/y',
  }
  const surat = { SMTP_URL: 'smtps://surat.contoh.id', SMTP_SENDER: 'meja@contoh.id' }
  expect(Environment.safeParse(dasar).success).toBe(true)
  expect(Environment.safeParse({ ...dasar, ...surat }).success).toBe(true)
  for (const nama of ['SMTP_URL', 'SMTP_SENDER'] as const) {
    expect(Environment.safeParse({ ...dasar, [nama]: surat[nama] }).success).toBe(false)
  }
  const salah = { ...dasar, ...surat, SMTP_URL: 'https://surat.contoh.id' }
  expect(Environment.safeParse(salah).success).toBe(false)
})
