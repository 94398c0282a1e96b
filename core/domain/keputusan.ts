import {
  getDeskripsi,
  kunciPemilik,
  listKunciPenilaian,
  type IsiRiwayat,
  type JenisRiwayat,
} from './jenis-riwayat.ts'
import type { TemuanUsulan } from './temuan-usulan.ts'
import type { HasilKeputusan } from './status-usulan.ts'

/** What a person says of one field after looking at the paper and the scan (P1.17). */
export type NilaiPenilaian = 'sesuai' | 'tidak_sesuai' | 'tidak_terbaca'

export type PenilaianIsian = {
  readonly kunci: string
  readonly nilai: NilaiPenilaian
  readonly alasan?: string | undefined
  readonly catatan?: string | undefined
}

export type BuktiMelihat = {
  readonly dokumenId: string
  readonly sha256: string
  readonly halamanDilihat: readonly number[]
}

/** The part of a decision that the rules read. */
export type IsiKeputusan = {
  readonly hasil: HasilKeputusan
  readonly penilaian: readonly PenilaianIsian[]
  readonly asli: { readonly tempat: string } | null
  readonly bukti: readonly BuktiMelihat[]
}

/** The part of a case that the rules read. */
export type DasarKeputusan = {
  readonly jenis: JenisRiwayat
  readonly sebelum: IsiRiwayat | null
  readonly sesudah: IsiRiwayat
  /** What the rules say of it; a server that has asked them again itself tells nothing here. */
  readonly temuan?: readonly Pick<TemuanUsulan, 'tingkat'>[] | null
  readonly dokumen: readonly {
    readonly id: string
    readonly sha256: string
    readonly halaman: number
  }[]
}

/** Why a decision may not be taken yet; each has its sentence in core/api/error-sentences. */
export type HambatanKeputusan =
  | { readonly kode: 'pindaian_berubah'; readonly dokumenId: string }
  | {
      readonly kode: 'halaman_belum_dilihat'
      readonly dokumenId: string
      readonly halaman: number[]
    }
  | { readonly kode: 'penilaian_belum_lengkap'; readonly kunci: string[] }
  | { readonly kode: 'bukti_kurang' }
  | { readonly kode: 'rekam_bertentangan' }
  | { readonly kode: 'asli_belum_dinyatakan' }
  | { readonly kode: 'ada_yang_tidak_sesuai'; readonly kunci: string[] }
  | { readonly kode: 'alasan_belum_lengkap'; readonly kunci: string[] }

function checkBukti(dasar: DasarKeputusan, keputusan: IsiKeputusan): HambatanKeputusan[] {
  return dasar.dokumen.flatMap((dokumen): HambatanKeputusan[] => {
    const bukti = keputusan.bukti.find((satu) => satu.dokumenId === dokumen.id)
    if (bukti !== undefined && bukti.sha256 !== dokumen.sha256) {
      return [{ kode: 'pindaian_berubah', dokumenId: dokumen.id }]
    }
    const halaman = Array.from({ length: dokumen.halaman }, (_, nol) => nol + 1).filter(
      (nomor) => bukti?.halamanDilihat.includes(nomor) !== true,
    )
    return halaman.length === 0
      ? []
      : [{ kode: 'halaman_belum_dilihat', dokumenId: dokumen.id, halaman }]
  })
}

function checkSesuai(dasar: DasarKeputusan, keputusan: IsiKeputusan): HambatanKeputusan[] {
  const hambatan = checkBukti(dasar, keputusan)
  // Nothing was shown, so nothing can have been compared.
  if (dasar.dokumen.length === 0 && getDeskripsi(dasar.jenis).wajibBukti) {
    hambatan.push({ kode: 'bukti_kurang' })
  }
  if (dasar.temuan?.some(({ tingkat }) => tingkat === 'tolak')) {
    hambatan.push({ kode: 'rekam_bertentangan' })
  }
  const wajib = listKunciPenilaian(dasar.jenis, dasar.sebelum, dasar.sesudah)
  const belum = wajib.filter((kunci) => keputusan.penilaian.every((satu) => satu.kunci !== kunci))
  // Judged twice and not alike is not "sesuai", whichever came last.
  const salah = wajib.filter((kunci) =>
    keputusan.penilaian.some((satu) => satu.kunci === kunci && satu.nilai !== 'sesuai'),
  )
  if (belum.length > 0) hambatan.push({ kode: 'penilaian_belum_lengkap', kunci: belum })
  if (salah.length > 0) hambatan.push({ kode: 'ada_yang_tidak_sesuai', kunci: salah })
  if (keputusan.asli === null || keputusan.asli.tempat.trim() === '') {
    hambatan.push({ kode: 'asli_belum_dinyatakan' })
  }
  return hambatan
}

function checkDikembalikan(dasar: DasarKeputusan, keputusan: IsiKeputusan): HambatanKeputusan[] {
  const kunci = listKunciPenilaian(dasar.jenis, dasar.sebelum, dasar.sesudah)
  // A fault of a field that the case does not have tells the employee nothing.
  const salah = keputusan.penilaian.filter(
    (satu) => satu.nilai !== 'sesuai' && kunci.includes(satu.kunci),
  )
  if (salah.length === 0) return [{ kode: 'alasan_belum_lengkap', kunci: [kunciPemilik] }]
  const tanpaAlasan = salah
    .filter(
      (satu) => satu.alasan === undefined || (satu.alasan === 'lainnya' && !satu.catatan?.trim()),
    )
    .map((satu) => satu.kunci)
  return tanpaAlasan.length === 0 ? [] : [{ kode: 'alasan_belum_lengkap', kunci: tanpaAlasan }]
}

/**
 * What still stands between this case and this decision; empty when it may be taken. The desk asks
 * before it offers the key, the server asks again before it writes.
 *
 * "Sesuai" is a verification only when every page was shown, every field judged equal and the paper
 * original seen somewhere (P1.17, P10.3a). A return needs a reason code on each field that fails.
 */
export function checkKeputusan(
  dasar: DasarKeputusan,
  keputusan: IsiKeputusan,
): HambatanKeputusan[] {
  return keputusan.hasil === 'sesuai'
    ? checkSesuai(dasar, keputusan)
    : checkDikembalikan(dasar, keputusan)
}
