import type { Aturan, FaktaLuar } from './aturan/aturan.ts'
import { aturanDataUtama } from './aturan/data-utama.ts'
import { listTemuanNik, listTemuanNip } from './aturan/identitas.ts'
import { aturanJabatan } from './aturan/jabatan.ts'
import { aturanKeluargaStatus } from './aturan/keluarga-status.ts'
import { aturanKualifikasiKinerja } from './aturan/kualifikasi-kinerja.ts'
import { aturanPangkatGaji } from './aturan/pangkat-gaji.ts'
import { getDeskripsi, type IsiRiwayat, type JenisRiwayat } from './jenis-riwayat.ts'
import type { KodeTemuanNik } from './nik.ts'
import type { KodeTemuanNip } from './nip.ts'
import type { BarisRiwayat, RekamPegawai } from './rekam.ts'
import type { AksiUsulan } from './status-usulan.ts'
import type { Temuan, TingkatTemuan } from './temuan.ts'

export type { FaktaLuar } from './aturan/aturan.ts'

const semuaAturan = {
  ...aturanDataUtama,
  ...aturanPangkatGaji,
  ...aturanJabatan,
  ...aturanKualifikasiKinerja,
  ...aturanKeluargaStatus,
} as const satisfies Record<string, Aturan>

export type KodeAturan = keyof typeof semuaAturan

/** Every rule on a record, beside those on the NIP and NIK themselves (temuan.ts). */
export const kodeAturan = Object.keys(semuaAturan) as KodeAturan[]

export type TemuanRekam = Temuan<KodeAturan | KodeTemuanNip | KodeTemuanNik> & {
  /** The row that breaks the rule; null for the record as a whole. */
  readonly riwayatId: string | null
}

export type PerubahanRekam = {
  readonly jenis: JenisRiwayat
  readonly aksi: AksiUsulan
  /** The row that is changed; null for an addition. */
  readonly riwayatId: string | null
  readonly sesudah: IsiRiwayat
}

const urutan: Record<TingkatTemuan, number> = { tolak: 0, peringatan: 1, info: 2 }

/** Every rule that the record breaks on this day, hardest first. Nothing is ever corrected by it. */
export function checkRekam(
  rekam: RekamPegawai,
  hariIni: string,
  fakta: FaktaLuar = {},
): TemuanRekam[] {
  const konteks = { rekam, hariIni, fakta }
  const aturan = kodeAturan.flatMap((kode) => {
    const { tingkat, pesan, pesanEn, list } = semuaAturan[kode]
    return list(konteks).map((satu) => ({
      kode,
      tingkat,
      pesan,
      pesanEn,
      riwayatId: satu?.id ?? null,
    }))
  })
  const nip = listTemuanNip(konteks).map((satu) => ({ ...satu, riwayatId: null }))
  return [...nip, ...listTemuanNik(konteks), ...aturan].toSorted(
    (a, b) => urutan[a.tingkat] - urutan[b.tingkat],
  )
}

/** The row that an addition would make, before it has an id of its own. */
export const idBarisUsulan = 'usulan'

/** The record as it would be after the change; nothing else moves (P1.15). */
export function applyPerubahan(rekam: RekamPegawai, usulan: PerubahanRekam): RekamPegawai {
  const { jenis, aksi, riwayatId, sesudah } = usulan
  const baru: BarisRiwayat = {
    id: riwayatId ?? idBarisUsulan,
    jenis,
    isi: sesudah,
    status: 'valid',
  }
  const lain = rekam.baris.filter(
    // Of main data one row holds at a time: the new one replaces it.
    (satu) =>
      satu.id !== riwayatId &&
      !(getDeskripsi(jenis).tunggal && aksi === 'tambah' && satu.jenis === jenis),
  )
  return { nip: rekam.nip, baris: aksi === 'cabut' ? lain : [...lain, baru] }
}

/** The findings that the change would add to the record; what was wrong before is not its fault. */
export function checkUsulan(
  rekam: RekamPegawai,
  usulan: PerubahanRekam,
  hariIni: string,
  fakta: FaktaLuar = {},
): TemuanRekam[] {
  const getTanda = ({ kode, riwayatId }: TemuanRekam) => `${kode} ${riwayatId ?? ''}`
  const sebelum = new Set(checkRekam(rekam, hariIni, fakta).map(getTanda))
  return checkRekam(applyPerubahan(rekam, usulan), hariIni, fakta).filter(
    (satu) => !sebelum.has(getTanda(satu)),
  )
}
