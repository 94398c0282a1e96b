import { inject, type InjectionKey } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { postKeputusanSekaligus, postSerahan, type HasilKiriman } from '@meja/core/api/kiriman.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import type { KabarKiriman } from '@meja/core/ipc/contract.ts'
import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'
import type { IsianBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import {
  getAntrean,
  getKasus,
  postKeputusan,
  type DokumenKasus,
  Kasus,
  type Keputusan,
  type RingkasUsulan,
} from '@meja/core/api/verifikasi.ts'
import type { QueryOf, ResponseOf } from '@meja/core/api/endpoint.ts'
import { callEndpoint, fetchBerkas } from '../../app/api.ts'
import { getDoor } from '../../app/door.ts'
import type { BerkasTampil } from '../../ui/pindaian/berkas-tampil.ts'
import { bringBekal, type HasilBekal } from './bekal.ts'
import type { Kiriman } from './kiriman.ts'
import {
  acceptResi,
  closeKiriman,
  reconcileKiriman,
  saveKiriman,
  updateKiriman,
  type Pemulihan,
} from './kiriman-tersimpan.ts'
import { askBerkas, askKasus, askLembar, recallKasus } from './tembolok.ts'

/** A request that hangs must give its place in the outbox to the next one. */
export const BATAS_WAKTU_KIRIM = 30_000

/** Large and not needed to begin: it comes with the first case that is read. */
const loadMesinBaca = () => import('../../ui/pindaian/pembaca/baca-berkas.ts')

/** Everything that this feature asks of the world outside it; tests hand in their own. */
export type VerifikasiApi = {
  listAntrean(query: QueryOf<typeof getAntrean>): Promise<ResponseOf<typeof getAntrean>>
  getKasus(usulanId: string): Promise<Kasus>
  /** As it was read last, from the encrypted store; null when it is not there. */
  recallKasus(usulanId: string): Promise<Kasus | null>
  postKeputusan(keputusan: Keputusan): Promise<Resi>
  /** Several at once, each answered for itself. */
  postSekaligus(keputusan: readonly Keputusan[]): Promise<readonly HasilKiriman[]>
  /** True for each receipt that is the server's own; the decision then lies beside it, sealed. */
  acceptResi(semua: readonly { kiriman: Kiriman; resi: Resi }[]): Promise<readonly boolean[]>
  /** A refused decision goes into the administrators' hands. */
  handOver(keputusan: Keputusan, kode: ErrorCode, catatan: string): Promise<void>
  /** Tells the workstation what of the outbox only the desk knows. */
  noteKiriman(kabar: KabarKiriman): void
  /** The server was restored and some receipted decisions are unsent again; returns the way to stop. */
  onKembali(listener: (jumlah: number) => void): () => void
  fetchBerkas(dokumenId: string): Promise<ArrayBuffer>
  /** Seals case and scans on this workstation before they are needed without a server. */
  bringBekal(usulan: RingkasUsulan): Promise<HasilBekal>
  /** Draws the first page ahead, so that the next case is on the desk at once. */
  prefetchBerkas(berkas: BerkasTampil): Promise<void>
  /** True once it is on this workstation's disk. */
  saveKiriman(kiriman: Kiriman): Promise<boolean>
  updateKiriman(kiriman: Kiriman): Promise<void>
  closeKiriman(transactionId: string): Promise<void>
  reconcileKiriman(): Promise<Pemulihan>
  /** Words of a scan with their places; the engine comes with the first one. */
  readBerkas(dokumen: DokumenKasus, signal: AbortSignal): Promise<HalamanTerbaca[]>
  /** What those words say of each proposed value. */
  compareBacaan(
    halaman: readonly HalamanTerbaca[],
    isian: readonly IsianBanding[],
  ): Promise<HasilBanding[]>
  /** The original of a decision came onto this desk, or went back. */
  noteAsli(transactionId: string, diMeja: boolean): Promise<void>
  /** Decisions whose originals are here. */
  listAsli(): Promise<readonly string[]>
  /** Tells the window how much would be lost if it closed now. */
  setBelumTerkirim(jumlah: number): void
}

export const verifikasiApiKey: InjectionKey<VerifikasiApi> = Symbol('verifikasi-api')

function openBerkas(dokumenId: string): Promise<ArrayBuffer> {
  return askBerkas(dokumenId, () => fetchBerkas(dokumenId))
}

function createVerifikasiApi(): VerifikasiApi {
  return {
    listAntrean: (query) =>
      askLembar(`antrean/${query.setelah ?? ''}`, getAntrean.response, () =>
        callEndpoint(getAntrean, { query }),
      ),
    getKasus: (usulanId) =>
      askKasus(usulanId, Kasus, () => callEndpoint(getKasus, { params: { usulanId } })),
    recallKasus: (usulanId) => recallKasus(usulanId, Kasus),
    postKeputusan: (keputusan) =>
      callEndpoint(postKeputusan, {
        body: keputusan,
        signal: AbortSignal.timeout(BATAS_WAKTU_KIRIM),
      }),
    postSekaligus: async (keputusan) => {
      const { hasil } = await callEndpoint(postKeputusanSekaligus, {
        body: { keputusan: [...keputusan] },
        signal: AbortSignal.timeout(BATAS_WAKTU_KIRIM),
      })
      return hasil
    },
    acceptResi,
    handOver: async (keputusan, kode, catatan) => {
      await callEndpoint(postSerahan, { body: { keputusan, kode, catatan } })
    },
    noteKiriman: (kabar) => {
      void window.meja.noteKiriman(kabar)
    },
    onKembali: (listener) => window.meja.onKirimanKembali(listener),
    fetchBerkas: openBerkas,
    bringBekal,
    prefetchBerkas: async (berkas) => {
      const { prefetchBerkas } = await import('../../ui/pindaian/simpanan-halaman.ts')
      await prefetchBerkas(berkas, openBerkas)
    },
    saveKiriman,
    updateKiriman,
    closeKiriman,
    reconcileKiriman,
    readBerkas: async ({ id, tipeMedia }, signal) => {
      const [{ readBerkas }, bytes] = await Promise.all([loadMesinBaca(), openBerkas(id)])
      return readBerkas(tipeMedia, bytes, signal)
    },
    compareBacaan: async (halaman, isian) => (await loadMesinBaca()).compareBacaan(halaman, isian),
    noteAsli: async (id, diMeja) => {
      await window.meja.noteAsli({ id, diMeja })
    },
    listAsli: async () => {
      const jawaban = await window.meja.listAsli()
      return jawaban.ok ? jawaban.value : []
    },
    setBelumTerkirim: (jumlah) => {
      void getDoor().setBelumTerkirim(jumlah)
    },
  }
}

export function useVerifikasiApi(): VerifikasiApi {
  return inject(verifikasiApiKey, createVerifikasiApi, true)
}
