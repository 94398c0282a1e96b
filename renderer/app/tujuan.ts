import type { Peran } from '@meja/core/domain/peran.ts'

export type TujuanMeja = {
  readonly nama: 'verifikasi' | 'cari' | 'organisasi' | 'kualitas' | 'impor' | 'orang' | 'komputer'
  readonly jalur: string
  /** Pages below it have other addresses too. */
  readonly awalan: readonly string[]
  /** Absent: whoever has a desk. */
  readonly peran?: readonly Peran[]
}

/** Where one can go from anywhere at the desk, in the order of use; Alt and its number lead there. */
const semua: readonly TujuanMeja[] = [
  {
    nama: 'verifikasi',
    jalur: '/antrean',
    awalan: ['/antrean', '/verifikasi'],
  },
  { nama: 'cari', jalur: '/cari', awalan: ['/cari', '/pegawai'] },
  {
    nama: 'organisasi',
    jalur: '/organisasi',
    awalan: ['/organisasi'],
  },
  { nama: 'kualitas', jalur: '/kualitas', awalan: ['/kualitas'] },
  {
    nama: 'impor',
    jalur: '/impor',
    awalan: ['/impor'],
    peran: ['administrator'],
  },
  {
    nama: 'orang',
    jalur: '/orang/fasilitator',
    awalan: ['/orang'],
    peran: ['administrator'],
  },
  {
    nama: 'komputer',
    jalur: '/komputer',
    awalan: ['/komputer'],
    peran: ['administrator'],
  },
]

export function listTujuan(peran: Peran): TujuanMeja[] {
  if (peran === 'user_personal') return []
  return semua.filter((satu) => satu.peran?.includes(peran) ?? true)
}

/** The destination that an address belongs to. */
export function isDiTujuan({ awalan }: TujuanMeja, alamat: string): boolean {
  return awalan.some((satu) => alamat === satu || alamat.startsWith(`${satu}/`))
}
