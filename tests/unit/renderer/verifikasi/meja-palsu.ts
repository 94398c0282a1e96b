import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { useAntreanStore } from '../../../../renderer/features/verifikasi/antrean-store.ts'
import { useAsliStore } from '../../../../renderer/features/verifikasi/asli-store.ts'
import { useBekalStore } from '../../../../renderer/features/verifikasi/bekal-store.ts'
import type { HasilBekal } from '../../../../renderer/features/verifikasi/bekal.ts'
import { useDrafStore } from '../../../../renderer/features/verifikasi/draf-store.ts'
import { useKasusStore } from '../../../../renderer/features/verifikasi/kasus-store.ts'
import { useKotakKeluarStore } from '../../../../renderer/features/verifikasi/kotak-keluar-store.ts'
import { useMejaStore } from '../../../../renderer/features/verifikasi/meja-store.ts'
import {
  BATAS_WAKTU_KIRIM,
  verifikasiApiKey,
  type VerifikasiApi,
} from '../../../../renderer/features/verifikasi/verifikasi-api.ts'
import type { KirimanDisimpan } from '../../../../renderer/features/verifikasi/kiriman.ts'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { compareIsian } from '@meja/core/domain/perbandingan/bandingkan.ts'
import type { KabarKiriman } from '@meja/core/ipc/contract.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import type { HasilKiriman } from '@meja/core/api/kiriman.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { buildId, buildResi, buildRingkas } from './contoh-kasus.ts'

type Jawaban = (keputusan: Keputusan) => Resi | Promise<Resi>

/**
 * A desk with real stores and a server made of functions: `kasus` is what the server holds, `answer`
 * what it says to a decision. Everything it was asked stands in the lists.
 */
export function setUpMeja(kasus: Kasus[] = []) {
  const server = {
    kasus,
    answer: ((keputusan) => buildResi(keputusan)) as Jawaban,
    terkirim: [] as Keputusan[],
    belumTerkirim: [] as number[],
    /** The ids of each request that carried several. */
    rombongan: [] as string[][],
    /** May refuse a batch as a whole. */
    terimaRombongan: (() => {}) as (keputusan: readonly Keputusan[]) => void,
    resiSah: (() => true) as (resi: Resi) => boolean,
    /** Receipts that this workstation keeps. */
    arsip: new Map<string, Resi>(),
    kabar: [] as KabarKiriman[],
    diserahkan: [] as { id: string; kode: string; catatan: string }[],
    /** May refuse what is handed over. */
    serah: (() => {}) as (keputusan: Keputusan) => void,
    /** Main tells the desk that a restored server has forgotten so many. */
    pulihkan: (() => {}) as (jumlah: number) => void,
    disiapkan: [] as string[],
    kasusDibaca: [] as string[],
    /** What lies sealed on this workstation; survives a desk that is set up anew. */
    tersimpan: new Map<string, KirimanDisimpan>(),
    /** Cases as they were read last, sealed here too. */
    kasusTersimpan: new Map<string, Kasus>(),
    /** The server takes so long to say what a case is. */
    sebelumJawab: Promise.resolve(),
    diskPenuh: false,
    /** Cases that were sealed ahead for a day without a server, and what came of it. */
    bekal: [] as string[],
    isiBekal: ((): HasilBekal => 'siap') as (id: string) => HasilBekal | Promise<HasilBekal>,
    /** Decisions whose originals main knows to be on the desk. */
    asli: [] as string[],
    /** What the reader finds on a scan, by its hash. */
    bacaan: ((): HalamanTerbaca[] => []) as (sha256: string) => HalamanTerbaca[],
    dibaca: [] as string[],
  }
  async function answerSatu(keputusan: Keputusan): Promise<HasilKiriman> {
    const { transactionId } = keputusan
    server.terkirim.push(keputusan)
    try {
      return { keadaan: 'diterima', transactionId, resi: await server.answer(keputusan) }
    } catch (error) {
      // An outage or an ended session is the answer to the whole request.
      if (!(error instanceof ApiError) || ['luring', 'sesi_berakhir'].includes(error.kode))
        throw error
      const rincian = error.rincian as Record<string, string>
      return { keadaan: 'ditolak', transactionId, kode: error.kode, rincian }
    }
  }

  async function answerRombongan(keputusan: readonly Keputusan[]): Promise<HasilKiriman[]> {
    server.terimaRombongan(keputusan)
    const hasil: HasilKiriman[] = []
    for (const satu of keputusan) hasil.push(await answerSatu(satu))
    return hasil
  }

  /** A request that hangs is given up as the real one is. */
  const failInTime = () =>
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new ApiError('luring')), BATAS_WAKTU_KIRIM)
    })

  const api: VerifikasiApi = {
    listAntrean: async ({ setelah, batas = 100 }) => {
      const awal = server.kasus.findIndex(({ id }) => id === setelah) + 1
      return {
        usulan: server.kasus.slice(awal, awal + Number(batas)).map(buildRingkas),
        jumlah: server.kasus.length,
        per: '2026-11-24T08:00:00+07:00',
      }
    },
    getKasus: async (usulanId) => {
      server.kasusDibaca.push(usulanId)
      await server.sebelumJawab
      const satu = server.kasus.find(({ id }) => id === usulanId)
      if (satu === undefined) throw new ApiError('tidak_ditemukan')
      return satu
    },
    recallKasus: async (usulanId) => server.kasusTersimpan.get(usulanId) ?? null,
    postKeputusan: async (keputusan) => {
      server.terkirim.push(keputusan)
      return Promise.race([server.answer(keputusan), failInTime()])
    },
    postSekaligus: (keputusan) => {
      server.rombongan.push(keputusan.map(({ transactionId }) => transactionId))
      return Promise.race([answerRombongan(keputusan), failInTime()])
    },
    acceptResi: async (semua) =>
      semua.map(({ kiriman, resi }) => {
        if (!server.resiSah(resi)) return false
        server.arsip.set(kiriman.transactionId, resi)
        server.tersimpan.delete(kiriman.transactionId)
        return true
      }),
    handOver: async (keputusan, kode, catatan) => {
      server.serah(keputusan)
      server.diserahkan.push({ id: keputusan.transactionId, kode, catatan })
    },
    noteKiriman: (kabar) => {
      server.kabar.push(kabar)
    },
    onKembali: (listener) => {
      server.pulihkan = listener
      return () => {}
    },
    fetchBerkas: async () => new ArrayBuffer(8),
    bringBekal: async ({ id }) => {
      server.bekal.push(id)
      return server.isiBekal(id)
    },
    prefetchBerkas: async (berkas) => {
      server.disiapkan.push(berkas.id)
    },
    saveKiriman: async (kiriman) => {
      if (server.diskPenuh) return false
      server.tersimpan.set(kiriman.transactionId, {
        keputusan: kiriman.keputusan,
        kasus: { ...kiriman.kasus },
        ditolak: null,
      })
      return true
    },
    updateKiriman: async ({ transactionId, galat, ditolakPada }) => {
      const lama = server.tersimpan.get(transactionId)
      if (lama === undefined || galat === null) return
      const { kode, rincian } = galat
      server.tersimpan.set(transactionId, {
        ...lama,
        ditolak: { kode, rincian, pada: ditolakPada ?? '' },
      })
    },
    closeKiriman: async (transactionId) => {
      server.tersimpan.delete(transactionId)
    },
    reconcileKiriman: async () => ({ kiriman: [...server.tersimpan.values()], rusak: 0 }),
    readBerkas: async ({ sha256 }) => {
      server.dibaca.push(sha256)
      return server.bacaan(sha256)
    },
    compareBacaan: async (halaman, isian) => compareIsian(halaman, isian),
    noteAsli: async (id, diMeja) => {
      server.asli = server.asli.filter((satu) => satu !== id)
      if (diMeja) server.asli.push(id)
    },
    listAsli: async () => server.asli,
    setBelumTerkirim: (jumlah) => {
      server.belumTerkirim.push(jumlah)
    },
  }
  const pinia = createPinia()
  createApp({}).provide(verifikasiApiKey, api).use(pinia)
  setActivePinia(pinia)
  useSessionStore().saya = {
    akunId: buildId(1),
    pegawaiId: buildId(2),
    namaPengguna: 'fasilitator.contoh',
    nama: 'Fasilitator Contoh',
    peran: 'fasilitator',
    perangkatDaerah: { kode: '101', nama: 'Dinas Pendidikan' },
    paktaSah: true,
  }
  return {
    server,
    asli: useAsliStore(),
    bekal: useBekalStore(),
    antrean: useAntreanStore(),
    draf: useDrafStore(),
    kasus: useKasusStore(),
    kotakKeluar: useKotakKeluarStore(),
    meja: useMejaStore(),
  }
}

export type MejaPalsu = ReturnType<typeof setUpMeja>

/** Judges every field of the case on the desk and gives the evidence that "sesuai" needs. */
export function completeSesuai({ meja, draf }: MejaPalsu): void {
  const { kasus } = meja
  if (kasus === null) throw new Error('no case on the desk')
  for (const { kunci } of meja.baris) draf.judge(kasus.id, kunci, 'sesuai')
  for (const dokumen of kasus.dokumen) {
    for (let halaman = 1; halaman <= dokumen.halaman; halaman += 1) {
      draf.seePage(kasus.id, { dokumenId: dokumen.id, sha256: dokumen.sha256, halaman })
    }
  }
  draf.stateAsli(kasus.id, 'asli')
  draf.setTempat(kasus.id, 'Loket 2')
}
