import { AxiosError, create, type AxiosRequestConfig } from 'axios'
import type { z } from 'zod'
import { getBerkas, postDokumen } from '@meja/core/api/dokumen.ts'
import { printDrh } from '@meja/core/api/drh.ts'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import {
  ErrorBody,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '@meja/core/api/endpoint.ts'
import { ApiError } from './api-error.ts'
import { useConnectionStore } from './connection-store.ts'

/** Same paths on the desktop (door of the main process) and in a browser (same origin). */
const client = create({ timeout: 60_000, adapter: 'fetch' })

/** The portal names itself in every request; on the desktop the main process adds what is needed. */
export function addRequestHeader(nama: string, nilai: string): void {
  client.defaults.headers.common[nama] = nilai
}

let onSesiBerakhir: (() => void) | null = null
let onPaktaDiminta: (() => void) | null = null

/** In a browser nobody but the server's answer tells that the session is over. */
export function watchSesiBerakhir(listener: () => void): void {
  onSesiBerakhir = listener
}

/** A new year or a new text asks for the pact in the middle of work (P30.1a). */
export function watchPaktaDiminta(listener: () => void): void {
  onPaktaDiminta = listener
}

type Field<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T }

export type CallOptions<E extends Endpoint> = Field<'params', ParamsOf<E>> &
  Field<'query', QueryOf<E>> &
  Field<'body', BodyOf<E>> & { signal?: AbortSignal }

function buildPath(endpoint: Endpoint, params: unknown): string {
  const nilai = new Map(Object.entries((params as Record<string, string> | undefined) ?? {}))
  return endpoint.path.replaceAll(/:(\w+)/g, (_, nama: string) =>
    encodeURIComponent(nilai.get(nama) ?? ''),
  )
}

function decode(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) return data
  try {
    return JSON.parse(new TextDecoder().decode(data)) as unknown
  } catch {
    return null
  }
}

/** An outage looks like a hanging request too; a request that we gave up on says nothing. */
function isDibatalkan(error: AxiosError, signal: AbortSignal | undefined): boolean {
  return error.code === AxiosError.ERR_CANCELED && !isKehabisanWaktu(signal?.reason)
}

function isKehabisanWaktu(sebab: unknown): boolean {
  return sebab instanceof DOMException && sebab.name === 'TimeoutError'
}

/** Any failure of a request as an ApiError. */
export function toApiError(error: unknown, signal?: AbortSignal): ApiError {
  if (error instanceof ApiError) return error
  if (!(error instanceof AxiosError) || isDibatalkan(error, signal)) {
    return new ApiError('kesalahan_aplikasi')
  }
  if (error.response === undefined) return new ApiError('luring')
  const body = ErrorBody.safeParse(decode(error.response.data))
  // Something on the way answered in the server's place, or the server broke before it could say.
  if (!body.success) {
    return new ApiError(error.response.status === 429 ? 'terlalu_sering' : 'kesalahan_server')
  }
  return new ApiError(body.data.kode, body.data.rincian, body.data.idPermintaan)
}

/** Sends, and lets the outcome tell whether the server is there: only our own answers count. */
async function request<T>(
  config: AxiosRequestConfig & { signal?: AbortSignal },
  parse: (data: unknown) => T,
): Promise<T> {
  const connection = useConnectionStore()
  try {
    const { data } = await client.request<unknown>(config)
    const hasil = parse(data)
    connection.noteReached()
    return hasil
  } catch (error) {
    const galat = toApiError(error, config.signal)
    if (galat.kode === 'luring') connection.noteUnreached()
    else if (galat.idPermintaan !== null) connection.noteReached()
    if (galat.kode === 'sesi_berakhir') onSesiBerakhir?.()
    if (galat.kode === 'pakta_belum_ditandatangani') onPaktaDiminta?.()
    throw galat
  }
}

/** How the body is called, and how long it may take: a slow line takes its time with a file. */
function describeBody(
  endpoint: Endpoint,
  body: unknown,
): Pick<AxiosRequestConfig, 'headers' | 'timeout'> {
  if (endpoint.body === 'berkas') {
    return { headers: { 'content-type': 'application/octet-stream' }, timeout: 0 }
  }
  // Without a body the library would call it a form, which the server rightly refuses.
  return body === undefined ? { headers: { 'content-type': false } } : {}
}

/** Calls one endpoint of the contract and parses its answer; throws ApiError. */
export async function callEndpoint<const E extends Endpoint>(
  endpoint: E,
  options: CallOptions<E>,
): Promise<ResponseOf<E>> {
  const { params, query, body, signal } = options as {
    params?: unknown
    query?: unknown
    body?: unknown
    signal?: AbortSignal
  }
  return request(
    {
      method: endpoint.method,
      url: buildPath(endpoint, params),
      params: query,
      data: body,
      ...describeBody(endpoint, body),
      ...(signal && { signal }),
    },
    (data) => {
      const hasil = (endpoint.response as z.ZodType).safeParse(data)
      if (!hasil.success) throw new ApiError('kesalahan_aplikasi')
      return hasil.data as ResponseOf<E>
    },
  )
}

export type Unggahan = QueryOf<typeof postDokumen>

export type KirimBerkas = (
  query: Unggahan,
  bytes: Blob,
  cara: { signal: AbortSignal; onProgress: (bagian: number) => void },
) => Promise<DokumenKasus>

/** In one go, over an office's line; XMLHttpRequest is the only one that tells how far it is. */
const sendSekaligus: KirimBerkas = (query, bytes, { signal, onProgress }) =>
  request(
    {
      method: 'POST',
      url: postDokumen.path,
      params: query,
      data: bytes,
      headers: { 'content-type': 'application/octet-stream' },
      adapter: 'xhr',
      // A slow line takes its time; whoever waits can cancel.
      timeout: 0,
      signal,
      onUploadProgress: ({ loaded, total }) => onProgress(total ? loaded / total : 0),
    },
    (data) => postDokumen.response.parse(data),
  )

let kirimBerkas = sendSekaligus

/** The portal sends in parts, because a phone's line breaks. */
export function setKirimBerkas(kirim: KirimBerkas): void {
  kirimBerkas = kirim
}

/** Sends one document. */
export const uploadBerkas: KirimBerkas = (...isi) => kirimBerkas(...isi)

function fetchBytes(url: string): Promise<ArrayBuffer> {
  return request({ method: 'GET', url, responseType: 'arraybuffer' }, (data) => {
    if (!(data instanceof ArrayBuffer)) throw new ApiError('kesalahan_aplikasi')
    return data
  })
}

/** The bytes of one document. */
export function fetchBerkas(dokumenId: string): Promise<ArrayBuffer> {
  return fetchBytes(buildPath(getBerkas, { dokumenId }))
}

/** One's own daftar riwayat hidup as PDF, for the browser; from the desk it goes through the main process. */
export function fetchDrhSaya(pegawaiId: string): Promise<ArrayBuffer> {
  return fetchBytes(buildPath(printDrh, { pegawaiId }))
}
