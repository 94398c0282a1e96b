import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLoopback, type Loopback } from '../../../electron/loopback.ts'

let loopback: Loopback
beforeEach(async () => {
  loopback = await openLoopback()
  loopback.expectState('s')
})
afterEach(() => loopback.close())

describe('the way back from the browser', () => {
  it('leads to this machine only', () => {
    expect(new URL(loopback.redirectUri)).toMatchObject({
      hostname: '127.0.0.1',
      pathname: '/kembali',
    })
  })

  it('is taken once, with a page that may run nothing', async () => {
    const jawaban = await fetch(`${loopback.redirectUri}?code=x&state=s`)
    expect(jawaban.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await jawaban.text()).toContain('Anda sudah masuk')
    expect((await loopback.kembali)?.search).toBe('?code=x&state=s')
  })

  it('shows nothing of the query to the browser', async () => {
    const jawaban = await fetch(`${loopback.redirectUri}?state=s&error=<script>alert(1)</script>`)
    const isi = await jawaban.text()
    expect(isi).toContain('Masuk dibatalkan')
    expect(isi).not.toContain('alert')
  })

  it('is open for nothing else', async () => {
    expect((await fetch(new URL('/lain?state=s', loopback.redirectUri))).status).toBe(404)
    expect((await fetch(`${loopback.redirectUri}?code=x&state=lain`)).status).toBe(404)
    expect((await fetch(loopback.redirectUri, { method: 'POST' })).status).toBe(404)
    loopback.close()
    expect(await loopback.kembali).toBeNull()
  })

  it('survives a knock with a path of which no address can be made', async () => {
    const soket = connect(Number(new URL(loopback.redirectUri).port), '127.0.0.1')
    await once(soket, 'connect')
    soket.end('GET // HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n')
    expect(await text(soket)).toMatch(/^HTTP\/1\.1 404 /)
  })
})
