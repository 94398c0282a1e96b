/** Where one can go from anywhere; the order is that of use. */
export const tujuan = [
  { nama: 'beranda', jalur: '/' },
  { nama: 'rekam', jalur: '/rekam' },
  { nama: 'usulan', jalur: '/usulan' },
  { nama: 'ajukan', jalur: '/ajukan' },
] as const

export type NamaTujuan = (typeof tujuan)[number]['nama']

/** A page below a destination belongs to it. */
export function isDiTujuan(jalur: string, kini: string): boolean {
  return jalur === '/' ? kini === '/' : kini.startsWith(jalur)
}
