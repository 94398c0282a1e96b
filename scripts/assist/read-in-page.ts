import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'

export type PageReading = {
  results: HasilBanding[]
  pages: number
  words: unknown[]
  failure: string | null
}

type Input = {
  chunk: string
  base64: string
  mediaType: string
  fields: { kunci: string; tipe: string; nilai: string }[]
}

type Reader = {
  readBerkas: (mediaType: string, bytes: ArrayBuffer) => Promise<unknown[]>
  compareBacaan: (pages: unknown[], fields: Input['fields']) => Promise<HasilBanding[]>
}

/** Runs in the window of the packaged application, with what the desk itself uses. */
export async function readInPage(input: Input): Promise<PageReading> {
  const reader: Reader = await import(input.chunk)
  const bytes = Uint8Array.from(atob(input.base64), (letter) => letter.charCodeAt(0))
  let pages: unknown[] = []
  let failure: string | null = null
  try {
    pages = await reader.readBerkas(input.mediaType, bytes.buffer)
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  return {
    results: await reader.compareBacaan(pages, input.fields),
    pages: pages.length,
    words: pages,
    failure,
  }
}
