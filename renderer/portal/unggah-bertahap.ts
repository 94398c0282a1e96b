import { DetailedError, Upload } from 'tus-js-client'
import { jalurUnggah, postDokumenUnggahan } from '@meja/core/api/dokumen.ts'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { headerPortal } from '@meja/core/api/portal.ts'
import { ApiError } from '../app/api-error.ts'
import { callEndpoint, type KirimBerkas } from '../app/api.ts'
import { useConnectionStore } from '../app/connection-store.ts'

/** Bytes of one part: on a slow line a break costs a few seconds of work. */
const bagian = 512 * 1024
/** Pauses before another try, in milliseconds; then the person is asked. */
const jedaCoba = [0, 1000, 3000, 8000, 20_000]

/** Where a file that was broken off lies, so that trying again goes on from there. */
const alamat = new WeakMap<Blob, string>()

function toApiError(error: Error): ApiError {
  const jawaban = error instanceof DetailedError ? error.originalResponse : null
  if (jawaban === null) {
    useConnectionStore().noteUnreached()
    return new ApiError('luring')
  }
  try {
    const { kode, rincian, idPermintaan } = ErrorBody.parse(JSON.parse(jawaban.getBody()))
    return new ApiError(kode, rincian, idPermintaan)
  } catch {
    return new ApiError('kesalahan_server')
  }
}

/** What another try may mend: a line that broke, a server that rests, a part that is still held. */
function isSementara(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0
  return status === 0 || status === 409 || status === 423 || status >= 500
}

/** Sends the bytes in parts; answers the id under which they lie on the server. */
function sendBytes(
  bytes: Blob,
  { signal, onProgress }: Parameters<KirimBerkas>[2],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const unggah = new Upload(bytes as File, {
      endpoint: jalurUnggah,
      uploadUrl: alamat.get(bytes) ?? null,
      chunkSize: bagian,
      retryDelays: jedaCoba,
      headers: { [headerPortal]: '1' },
      // Names of papers do not belong in the browser's storage.
      storeFingerprintForResuming: false,
      onShouldRetry: isSementara,
      onProgress: (terkirim, semua) => onProgress(semua ? terkirim / semua : 0),
      onUploadUrlAvailable: () => {
        if (unggah.url !== null) alamat.set(bytes, unggah.url)
      },
      onSuccess: () => resolve(unggah.url?.split('/').at(-1) ?? ''),
      onError: (error) => reject(toApiError(error)),
    })
    signal.addEventListener('abort', () => {
      alamat.delete(bytes)
      // The server forgets what is left of it by itself, should this not arrive.
      unggah.abort(true).catch(() => {})
      reject(new ApiError('kesalahan_aplikasi'))
    })
    unggah.start()
  })
}

/** One document over a line that breaks: it goes on where it stopped, and is stored once. */
export const sendBertahap: KirimBerkas = async (query, bytes, cara) => {
  const unggahanId = await sendBytes(bytes, cara)
  const body = { ...query, unggahanId }
  return callEndpoint(postDokumenUnggahan, { body, signal: cara.signal })
}
