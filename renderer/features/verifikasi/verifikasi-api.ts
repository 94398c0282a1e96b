import { inject, type InjectionKey } from 'vue'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import {
  getAntrean,
  getKasus,
  postKeputusan,
  type DokumenKasus,
  type Kasus,
  type Keputusan,
  type Resi,
} from '@meja/core/api/verifikasi.ts'
import type { QueryOf, ResponseOf } from '@meja/core/api/endpoint.ts'
import { callEndpoint, fetchBerkas } from '../../app/api.ts'
import type { BerkasTampil } from '../../ui/pindaian/berkas-tampil.ts'

/** A request that hangs must give its place in the outbox to the next one. */
const BATAS_WAKTU_KIRIM = 30_000

/** Large and not needed to begin: it comes with the first case that is read. */
const loadMesinBaca = () => import('../../ui/pindaian/pembaca/baca-berkas.ts')
type MesinBaca = Awaited<ReturnType<typeof loadMesinBaca>>

/** Everything that this feature asks of the world outside it; tests hand in their own. */
export type VerifikasiApi = {
  listAntrean(query: QueryOf<typeof getAntrean>): Promise<ResponseOf<typeof getAntrean>>
  getKasus(usulanId: string): Promise<Kasus>
  postKeputusan(keputusan: Keputusan): Promise<Resi>
  fetchBerkas(dokumenId: string): Promise<ArrayBuffer>
  /** Draws the first page ahead, so that the next case is on the desk at once. */
  prefetchBerkas(berkas: BerkasTampil): Promise<void>
  /** Words of a scan with their places; the engine comes with the first one. */
  readBerkas(dokumen: DokumenKasus, signal: AbortSignal): Promise<HalamanTerbaca[]>
  loadPembanding(): Promise<Pick<MesinBaca, 'compareBacaan'>>
  /** Tells the window how much would be lost if it closed now. */
  setBelumTerkirim(jumlah: number): void
}

export const verifikasiApiKey: InjectionKey<VerifikasiApi> = Symbol('verifikasi-api')

function createVerifikasiApi(): VerifikasiApi {
  return {
    listAntrean: (query) => callEndpoint(getAntrean, { query }),
    getKasus: (usulanId) => callEndpoint(getKasus, { params: { usulanId } }),
    postKeputusan: (keputusan) =>
      callEndpoint(postKeputusan, {
        body: keputusan,
        signal: AbortSignal.timeout(BATAS_WAKTU_KIRIM),
      }),
    fetchBerkas,
    prefetchBerkas: async (berkas) => {
      const { prefetchBerkas } = await import('../../ui/pindaian/simpanan-halaman.ts')
      await prefetchBerkas(berkas, fetchBerkas)
    },
    readBerkas: async ({ id, tipeMedia }, signal) => {
      const [{ readBerkas }, bytes] = await Promise.all([loadMesinBaca(), fetchBerkas(id)])
      return readBerkas(tipeMedia, bytes, signal)
    },
    loadPembanding: loadMesinBaca,
    setBelumTerkirim: (jumlah) => {
      void window.meja.setBelumTerkirim(jumlah)
    },
  }
}

export function useVerifikasiApi(): VerifikasiApi {
  return inject(verifikasiApiKey, createVerifikasiApi, true)
}
