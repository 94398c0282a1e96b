import type { Kasus } from '@meja/core/api/verifikasi.ts'
import type { BerkasTampil } from '../../ui/pindaian/berkas-tampil.ts'

/** The documents of a case as the scan viewer wants them. */
export function buildBerkas(kasus: Kasus): BerkasTampil[] {
  return kasus.dokumen.map((satu) => ({
    id: satu.id,
    judul: satu.namaBerkas,
    tipeMedia: satu.tipeMedia,
    halaman: satu.halaman,
    sha256: satu.sha256,
  }))
}
