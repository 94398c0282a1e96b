import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { errorCodes, type ErrorCode } from '@meja/core/api/errors.ts'
import { alamatPortal, headerPortal } from '@meja/core/api/portal.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import type { IpcReply, StatusSesi } from '@meja/core/ipc/contract.ts'
import { ApiError } from '../app/api-error.ts'
import type { Door } from '../app/door.ts'
import { addRequestHeader, callEndpoint, setKirimBerkas, watchSesiBerakhir } from '../app/api.ts'

const ya = <T>(value: T): IpcReply<T> => ({ ok: true, value })
const keluar = (sebab: ErrorCode | null): StatusSesi => ({ keadaan: 'keluar', sebab })
const masuk: StatusSesi = { keadaan: 'masuk', diingat: false }

/** Why signing in brought nobody in: the server says it behind the address, `#/masuk?sebab=...`. */
function readSebab(): ErrorCode | null {
  const sebab = new URLSearchParams(globalThis.location.hash.split('?')[1] ?? '').get('sebab')
  return errorCodes.find((kode) => kode === sebab) ?? null
}

async function postKeluar(): Promise<ErrorCode | null> {
  try {
    const jawaban = await fetch(alamatPortal.keluar, {
      method: 'POST',
      headers: { [headerPortal]: '1' },
    })
    if (jawaban.ok) return null
    const isi = ErrorBody.safeParse(await jawaban.json())
    return isi.success ? isi.data.kode : 'kesalahan_server'
  } catch {
    return 'luring'
  }
}

/**
 * The portal's side of the joint between interface and its surroundings: the session is a cookie that
 * no script reads, so all that is known of it is what the server answers.
 */
export function createPortalDoor(): Door {
  const pendengar = new Set<(status: StatusSesi) => void>()
  addRequestHeader(headerPortal, '1')
  setKirimBerkas(async (...isi) => (await import('./unggah-bertahap.ts')).sendBertahap(...isi))
  watchSesiBerakhir(() => {
    for (const satu of pendengar) satu(keluar('sesi_berakhir'))
  })
  return {
    async getSesi() {
      try {
        await callEndpoint(getSesiSaya, {})
        return ya(masuk)
      } catch (error) {
        const kode = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
        return kode === 'sesi_berakhir' ? ya(keluar(readSebab())) : { ok: false, code: kode }
      }
    },
    startMasuk() {
      globalThis.location.assign(alamatPortal.masuk)
      return Promise.resolve(ya(keluar(null)))
    },
    cancelMasuk: () => Promise.resolve(ya(keluar(null))),
    async signOut() {
      const kode = await postKeluar()
      return kode === null ? ya(keluar(null)) : { ok: false, code: kode }
    },
    getInfo: () =>
      Promise.resolve(
        ya({ versi: '', alamatServer: globalThis.location.origin, runtimeResmi: true }),
      ),
    // Drafts lie on the server; a closed page loses nothing that could be counted.
    setBelumTerkirim: () => Promise.resolve(ya(null)),
    // Theme and language are the browser's own.
    savePreferensi: () => Promise.resolve(ya(null)),
    onSesiBerubah(listener) {
      pendengar.add(listener)
      return () => pendengar.delete(listener)
    },
  }
}
