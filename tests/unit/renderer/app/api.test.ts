import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteDraf } from '@meja/core/api/draf.ts'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { errorCodes, getStatusHttp, isDapatDiulang } from '@meja/core/api/errors.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import type * as Api from '../../../../renderer/app/api.ts'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { useConnectionStore } from '../../../../renderer/app/connection-store.ts'

const idPermintaan = 'uji-1'
const idDraf = '00000000-0000-4000-8000-000000000001'
const sehat = { versi: '0.1.0', waktu: '2026-11-24T10:00:00+07:00' }

let jawaban: { status: number; isi: string | Uint8Array; diam?: boolean }
let diminta = ''
let jenisIsi: string | undefined
let server: Server
let alamat: string
let api: Pick<typeof Api, 'callEndpoint' | 'fetchBerkas'>

/** In the app a path is enough, because the page has an origin; Node's Request wants it whole. */
class PageRequest extends Request {
  constructor(masukan: RequestInfo | URL, init?: RequestInit) {
    super(masukan instanceof Request ? masukan : new URL(String(masukan), alamat), init)
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    diminta = `${request.method} ${request.url}`
    jenisIsi = request.headers['content-type']
    if (jawaban.diam) return
    response.writeHead(jawaban.status, { 'content-type': 'application/json' }).end(jawaban.isi)
  })
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap))
  alamat = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubGlobal('Request', PageRequest)
  api = await import('../../../../renderer/app/api.ts')
})
afterAll(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  setActivePinia(createPinia())
  jawaban = { status: 200, isi: JSON.stringify(sehat) }
})

async function getError(panggilan: Promise<unknown>): Promise<ApiError> {
  const galat: unknown = await panggilan.then(
    () => null,
    (sebab: unknown) => sebab,
  )
  if (!(galat instanceof ApiError)) throw new Error('expected an ApiError')
  return galat
}

describe('an answer of the server', () => {
  it('comes back parsed, and says that the server is there', async () => {
    await expect(api.callEndpoint(getSehat, {})).resolves.toEqual(sehat)
    expect(useConnectionStore().keadaan).toBe('daring')
  })

  it('is asked for at the path of the contract, with parameters and query in their places', async () => {
    await getError(api.callEndpoint(getKasus, { params: { usulanId: '8a/../b c' } }))
    expect(diminta).toBe('GET /api/verifikasi/usulan/8a%2F..%2Fb%20c')
    await getError(api.callEndpoint(getAntrean, { query: { jenis: 'pangkat', batas: 10 } }))
    expect(diminta).toBe('GET /api/verifikasi/antrean?jenis=pangkat&batas=10')
  })

  it('that does not keep the contract is an error of the application', async () => {
    jawaban = { status: 200, isi: JSON.stringify({ versi: 1 }) }
    expect((await getError(api.callEndpoint(getSehat, {}))).kode).toBe('kesalahan_aplikasi')
    expect(useConnectionStore().keadaan).toBe('belum_tahu')
  })

  it('holds the bytes of a document as they are', async () => {
    jawaban = { status: 200, isi: Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 255) }
    const bytes = await api.fetchBerkas('d1')
    expect(new Uint8Array(bytes)).toEqual(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 255))
    expect(diminta).toBe('GET /api/dokumen/d1/berkas')
  })
})

describe('a command without a body', () => {
  it('calls itself nothing: the server takes JSON and refuses forms', async () => {
    jawaban.isi = JSON.stringify({ id: idDraf })
    await api.callEndpoint(deleteDraf, { params: { drafId: idDraf } })
    expect(diminta).toBe(`POST /api/draf/${idDraf}/hapus`)
    expect(jenisIsi).toBeUndefined()
  })
})

describe('a refusal', () => {
  it.each(errorCodes.filter((kode) => getStatusHttp(kode) >= 400))(
    'with the code %s keeps code, details and request id',
    async (kode) => {
      const body = ErrorBody.parse({ kode, rincian: { kunci: ['nomorSk'] }, idPermintaan })
      jawaban = { status: getStatusHttp(kode), isi: JSON.stringify(body) }
      const galat = await getError(api.callEndpoint(getSehat, {}))
      expect(galat).toMatchObject({ kode, rincian: { kunci: ['nomorSk'] }, idPermintaan })
      expect(galat.dapatDiulang).toBe(isDapatDiulang(kode))
      expect(useConnectionStore().keadaan).toBe(kode === 'luring' ? 'luring' : 'daring')
    },
  )

  it('of a document is read too, although bytes were expected', async () => {
    jawaban = { status: 404, isi: JSON.stringify({ kode: 'tidak_ditemukan', idPermintaan }) }
    expect(await getError(api.fetchBerkas('d1'))).toMatchObject({
      kode: 'tidak_ditemukan',
      idPermintaan,
    })
  })

  it('in words that are not ours proves nothing about the server', async () => {
    jawaban = { status: 502, isi: '<html>Bad gateway</html>' }
    expect((await getError(api.callEndpoint(getSehat, {}))).kode).toBe('kesalahan_server')
    expect(useConnectionStore().keadaan).toBe('belum_tahu')
  })
})

describe('no answer', () => {
  it('because nobody listens means offline', async () => {
    const asli = alamat
    alamat = 'http://127.0.0.1:1'
    const galat = await getError(api.callEndpoint(getSehat, {}))
    alamat = asli
    expect(galat.kode).toBe('luring')
    expect(useConnectionStore().keadaan).toBe('luring')
  })

  it('in time means offline', async () => {
    jawaban = { ...jawaban, diam: true }
    const galat = await getError(api.callEndpoint(getSehat, { signal: AbortSignal.timeout(30) }))
    expect(galat.kode).toBe('luring')
    expect(useConnectionStore().keadaan).toBe('luring')
  })

  it('because we gave up ourselves says nothing about the server', async () => {
    jawaban = { ...jawaban, diam: true }
    const batal = new AbortController()
    const panggilan = getError(api.callEndpoint(getSehat, { signal: batal.signal }))
    batal.abort()
    expect((await panggilan).kode).toBe('kesalahan_aplikasi')
    expect(useConnectionStore().keadaan).toBe('belum_tahu')
  })
})
