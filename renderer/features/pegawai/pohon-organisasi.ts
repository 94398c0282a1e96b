import { z } from 'zod'
import type { KantorOrganisasi } from '@meja/core/api/pegawai.ts'

/** How the tree stood when the screen closed. */
export const IngatanPohon = z.object({ terbuka: z.array(z.string()), aktif: z.string().nullable() })

export type SimpulPohon = {
  readonly kode: string
  readonly nama: string
  readonly jumlah: number
  readonly tingkat: 1 | 2
  /** Office of a unit; null for an office. */
  readonly induk: string | null
  /** Null where nothing can be opened. */
  readonly terbuka: boolean | null
  /** First day on which the unit is no more; null for one that stays, and for an office. */
  readonly ditutupPada: string | null
}

function hasKata(nama: string, kata: string): boolean {
  return nama.toLocaleLowerCase('id').includes(kata)
}

/** The lines of the tree as they stand on screen; what is looked for lies open. */
export function flattenPohon(
  kantor: readonly KantorOrganisasi[],
  terbuka: ReadonlySet<string>,
  saring: string,
): SimpulPohon[] {
  const kata = saring.trim().toLocaleLowerCase('id')
  return kantor.flatMap((satu) => {
    const cocok = kata === '' || hasKata(satu.nama, kata)
    const unit = cocok ? satu.unit : satu.unit.filter(({ nama }) => hasKata(nama, kata))
    if (!cocok && unit.length === 0) return []
    const terlihat = terbuka.has(satu.kode) || !cocok
    const { kode, nama, jumlah } = satu
    const kepala: SimpulPohon = {
      kode,
      nama,
      jumlah,
      tingkat: 1,
      induk: null,
      terbuka: terlihat,
      ditutupPada: null,
    }
    if (!terlihat) return [kepala]
    return [
      kepala,
      ...unit.map((isi): SimpulPohon => ({ ...isi, tingkat: 2, induk: kode, terbuka: null })),
    ]
  })
}

/** Where a key leads in the tree, and whether the line opens or closes instead (ARIA tree pattern). */
export function moveInPohon(
  simpul: readonly SimpulPohon[],
  kini: SimpulPohon,
  tombol: string,
): { kode: string; buka: boolean | null } | null {
  const letak = simpul.findIndex(({ kode }) => kode === kini.kode)
  const ke = (nomor: number) => {
    const tujuan = simpul[Math.min(simpul.length - 1, Math.max(0, nomor))]
    return tujuan === undefined ? null : { kode: tujuan.kode, buka: null }
  }
  switch (tombol) {
    case 'ArrowDown':
      return ke(letak + 1)
    case 'ArrowUp':
      return ke(letak - 1)
    case 'Home':
      return ke(0)
    case 'End':
      return ke(simpul.length - 1)
    case 'ArrowRight':
      if (kini.terbuka === false) return { kode: kini.kode, buka: true }
      return kini.terbuka === true ? ke(letak + 1) : null
    case 'ArrowLeft':
      if (kini.terbuka === true) return { kode: kini.kode, buka: false }
      return kini.induk === null ? null : { kode: kini.induk, buka: null }
    default:
      return null
  }
}
