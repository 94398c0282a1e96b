import axios, { AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios'
import type { z } from 'zod'
import { getBerkas } from '@meja/core/api/dokumen.ts'
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
const client = axios.create({ timeout: 60_000, adapter: 'fetch' })

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

/** Any failure of a request as an ApiError; an answer without our body means nobody was reached. */
export function toApiError(error: unknown): ApiError {
  if (!(error instanceof AxiosError)) return new ApiError('kesalahan_aplikasi')
  const body = ErrorBody.safeParse(decode(error.response?.data))
  if (!body.success) return new ApiError(error.response ? 'kesalahan_server' : 'luring')
  return new ApiError(body.data.kode, body.data.rincian, body.data.idPermintaan)
}

async function request<T>(config: AxiosRequestConfig): Promise<AxiosResponse<T>> {
  const connection = useConnectionStore()
  try {
    const jawaban = await client.request<T>(config)
    connection.noteReached()
    return jawaban
  } catch (error) {
    const galat = toApiError(error)
    if (galat.kode === 'luring') connection.noteUnreached()
    else connection.noteReached()
    throw galat
  }
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
  const { data } = await request<unknown>({
    method: endpoint.method,
    url: buildPath(endpoint, params),
    params: query,
    data: body,
    ...(signal && { signal }),
  })
  const hasil = (endpoint.response as z.ZodType).safeParse(data)
  if (!hasil.success) throw new ApiError('kesalahan_aplikasi')
  return hasil.data as ResponseOf<E>
}

/** The bytes of one document. */
export async function fetchBerkas(dokumenId: string): Promise<ArrayBuffer> {
  const { data } = await request<ArrayBuffer>({
    method: 'GET',
    url: buildPath(getBerkas, { dokumenId }),
    responseType: 'arraybuffer',
  })
  return data
}
