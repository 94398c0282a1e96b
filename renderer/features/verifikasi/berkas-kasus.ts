import type { Kasus } from '@meja/core/api/verifikasi.ts'
import type { BerkasTampil } from '../../ui/pindaian/berkas-tampil.ts'
import type { Draf } from './draf.ts'

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

/** `document/page` of every page that has been seen as it is now. */
export function listDilihat(kasus: Kasus | null, draf: Draf | null): ReadonlySet<string> {
  const semua = (kasus?.dokumen ?? []).flatMap(({ id, sha256 }) => {
    const bukti = draf?.bukti[id]
    return bukti?.sha256 === sha256 ? bukti.halaman.map((nomor) => `${id}/${nomor}`) : []
  })
  return new Set(semua)
}
