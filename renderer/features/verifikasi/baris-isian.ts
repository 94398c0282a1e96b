import {
  getDeskripsi,
  kunciPemilik,
  listKunciPenilaian,
  type Isian,
  type Label,
} from '@meja/core/domain/jenis-riwayat.ts'
import { formatNip } from '@meja/core/domain/nip.ts'
import { formatNilai } from '@meja/core/domain/tampilan-nilai.ts'
import { getLabelRujukan } from '@meja/core/reference/tabel-isian.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import { markBeda, type BedaTeks } from './beda-teks.ts'

/** How the proposed value stands to the recorded one; each has its sign and its word. */
export type PerubahanIsian = 'pemilik' | 'baru' | 'berubah' | 'tetap' | 'dihapus'

/** One row of the record column, ready to be read. */
export type BarisIsian = {
  readonly kunci: string
  /** Null for the owner row, whose label belongs to the screen and not to the record. */
  readonly label: Label | null
  readonly perubahan: PerubahanIsian
  readonly sekarang: string | null
  readonly usulan: string | null
  readonly beda: BedaTeks | null
}

function formatIsian({ tipe, rujukan }: Isian, nilai: string | null): string | null {
  if (nilai === null) return null
  return rujukan === undefined ? formatNilai(tipe, nilai) : getLabelRujukan(rujukan, nilai)
}

function getPerubahan(sebelum: string | null, sesudah: string | null): PerubahanIsian {
  if (sebelum === sesudah) return 'tetap'
  if (sesudah === null) return 'dihapus'
  return sebelum === null ? 'baru' : 'berubah'
}

function buildBaris(kasus: Kasus, isian: Isian): BarisIsian {
  const sebelum = kasus.sebelum?.[isian.kunci] ?? null
  const sesudah = kasus.sesudah[isian.kunci] ?? null
  const sekarang = formatIsian(isian, sebelum)
  const usulan = formatIsian(isian, sesudah)
  const perubahan = getPerubahan(sebelum, sesudah)
  return {
    kunci: isian.kunci,
    label: isian.label,
    perubahan,
    sekarang,
    usulan,
    beda:
      perubahan === 'berubah' && sekarang !== null && usulan !== null
        ? markBeda(usulan, sekarang)
        : null,
  }
}

/** The rows of a case in the order of judging: whose paper it is, then field by field. */
export function listBarisIsian(kasus: Kasus): BarisIsian[] {
  const isian = new Map(getDeskripsi(kasus.jenis).isian.map((satu) => [satu.kunci, satu]))
  return listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah).flatMap((kunci) => {
    if (kunci === kunciPemilik) {
      return [
        {
          kunci,
          label: null,
          perubahan: 'pemilik' as const,
          sekarang: null,
          usulan: `${kasus.pegawai.nama}\n${formatNip(kasus.pegawai.nip)}`,
          beda: null,
        },
      ]
    }
    const satu = isian.get(kunci)
    return satu === undefined ? [] : [buildBaris(kasus, satu)]
  })
}
