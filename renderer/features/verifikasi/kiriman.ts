import type { HasilKeputusan, StatusUsulan } from '@meja/core/domain/status-usulan.ts'
import { kirimanSekaligus } from '@meja/core/api/kiriman.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import type { Galat } from './galat.ts'

/**
 * The life of one decision on this workstation. `menunggu_masuk` waits for the same person to sign in
 * again; `ditolak` waits for a person to look; `dibuang` keeps why somebody gave it up, `digantikan`
 * that the same person decided the case anew, `diserahkan` that the administrators have it.
 */
export type KeadaanKiriman =
  | 'mengirim'
  | 'menunggu_jaringan'
  | 'menunggu_masuk'
  | 'diterima'
  | 'ditolak'
  | 'dibuang'
  | 'digantikan'
  | 'diserahkan'

const belumSampai = new Set<KeadaanKiriman>(['mengirim', 'menunggu_jaringan', 'menunggu_masuk'])

/** Neither receipted nor refused yet. */
export function isBelumSampai({ keadaan }: Pick<Kiriman, 'keadaan'>): boolean {
  return belumSampai.has(keadaan)
}

/** What stands at the server instead of my decision, as far as it told. */
export type KeadaanServer = {
  readonly status: StatusUsulan | null
  readonly hasil: HasilKeputusan | null
  readonly oleh: string | null
  readonly pada: string | null
}

export type Kiriman = {
  readonly transactionId: string
  /** Frozen when made: a repeat has to be the same, byte for byte (P10.3a). */
  readonly keputusan: Keputusan
  /** Enough to recognise the case in the tray after its data is gone from the cache. */
  readonly kasus: Pick<Kasus, 'id' | 'jenis' | 'aksi'> & {
    readonly nama: string
    readonly nip: string
  }
  keadaan: KeadaanKiriman
  /** On this workstation's disk, where neither a crash nor the lock takes it (D6); null: on the way. */
  tersimpan: boolean | null
  percobaan: number
  /** The most decisions with which it goes together: fewer after each batch that failed as a whole. */
  sekaligus: number
  /** Milliseconds of the clock; null unless it waits for the network. */
  cobaLagiPada: number | null
  galat: Galat | null
  ditolakPada: string | null
  server: KeadaanServer | null
  alasanBuang: string | null
  resi: Resi | null
}

function freezeDeep<T>(nilai: T): T {
  if (typeof nilai === 'object' && nilai !== null) {
    for (const bagian of Object.values(nilai)) freezeDeep(bagian)
    Object.freeze(nilai)
  }
  return nilai
}

/** What store and journal keep of one decision. */
export type KirimanDisimpan = Pick<Kiriman, 'keputusan' | 'kasus'> & {
  /** Waits for a person; null while it only waits for the server. */
  readonly ditolak: { kode: Galat['kode']; rincian: Galat['rincian']; pada: string } | null
}

export function createKiriman(kasus: Kasus, keputusan: Keputusan): Kiriman {
  return buildKiriman(keputusan, {
    id: kasus.id,
    jenis: kasus.jenis,
    aksi: kasus.aksi,
    nama: kasus.pegawai.nama,
    nip: kasus.pegawai.nip,
  })
}

/** As it was before the lock or the crash: sent again with the same id, or back in the tray. */
export function restoreKiriman({ keputusan, kasus, ditolak }: KirimanDisimpan): Kiriman {
  const kiriman = { ...buildKiriman(keputusan, kasus), tersimpan: true }
  if (ditolak === null) return kiriman
  const galat = { kode: ditolak.kode, rincian: ditolak.rincian, idPermintaan: null }
  const server = readKeadaanServer(galat, null)
  return { ...kiriman, keadaan: 'ditolak', galat, ditolakPada: ditolak.pada, server }
}

function buildKiriman(keputusan: Keputusan, kasus: Kiriman['kasus']): Kiriman {
  return {
    transactionId: keputusan.transactionId,
    keputusan: freezeDeep(structuredClone(keputusan)),
    kasus,
    keadaan: 'mengirim',
    tersimpan: null,
    percobaan: 0,
    sekaligus: kirimanSekaligus,
    cobaLagiPada: null,
    galat: null,
    ditolakPada: null,
    server: null,
    alasanBuang: null,
    resi: null,
  }
}

/** Names one version of one proposal: a later version of it waits in the queue again. */
export function getTandaVersi(usulanId: string, versi: number): string {
  return `${usulanId}:${versi}`
}

const teksAtauNull = (nilai: unknown): string | null => (typeof nilai === 'string' ? nilai : null)

/** The server names who was first in the refusal itself; else the case as it stands now tells. */
export function readKeadaanServer(galat: Galat, kasus: Kasus | null): KeadaanServer | null {
  const { oleh, pada, hasil } = galat.rincian
  if (typeof oleh === 'string') {
    return {
      status: kasus?.status ?? null,
      hasil: hasil === 'sesuai' || hasil === 'dikembalikan' ? hasil : null,
      oleh,
      pada: teksAtauNull(pada),
    }
  }
  if (kasus === null) return null
  return {
    status: kasus.status,
    hasil: kasus.keputusanTerakhir?.hasil ?? null,
    oleh: kasus.keputusanTerakhir?.oleh ?? null,
    pada: kasus.keputusanTerakhir?.pada ?? null,
  }
}
