import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { writeShellWorker } from '../../../../renderer/build/emit-shell-worker.ts'

type Pendengar = (event: { request: object; respondWith: (jawaban: unknown) => void }) => void

/** What the worker says to one request: true when it answers itself. */
function isDijawab(url: string, init: { method?: string; mode?: string } = {}): boolean {
  const pendengar = new Map<string, Pendengar>()
  const self = {
    addEventListener: (nama: string, satu: Pendengar) => pendengar.set(nama, satu),
    location: { origin: 'https://portal.invalid' },
  }
  const simpanan = { match: () => Promise.resolve('tersimpan') }
  runInNewContext(writeShellWorker(['/assets/a-12345678.js']), {
    self,
    URL,
    caches: simpanan,
    fetch: () => Promise.resolve('server'),
  })
  let dijawab = false
  pendengar.get('fetch')?.({
    request: { url, method: 'GET', mode: 'cors', ...init },
    respondWith: () => {
      dijawab = true
    },
  })
  return dijawab
}

describe('the service worker of the portal', () => {
  it('answers for the page and for the files of the shell', () => {
    expect(isDijawab('https://portal.invalid/', { mode: 'navigate' })).toBe(true)
    expect(isDijawab('https://portal.invalid/assets/a-12345678.js')).toBe(true)
  })

  it.each([
    'https://portal.invalid/api/sesi/saya',
    'https://portal.invalid/api/dokumen/x/berkas',
    'https://portal.invalid/assets/lain.js',
    'https://lain.invalid/assets/a-12345678.js',
  ])('leaves %s alone', (url) => {
    expect(isDijawab(url)).toBe(false)
  })

  it('leaves signing in and whatever changes something alone', () => {
    expect(isDijawab('https://portal.invalid/masuk', { mode: 'navigate' })).toBe(false)
    expect(isDijawab('https://portal.invalid/', { method: 'POST' })).toBe(false)
  })

  it('has another name when its files are others', () => {
    expect(writeShellWorker(['/assets/a.js'])).not.toBe(writeShellWorker(['/assets/b.js']))
  })
})
