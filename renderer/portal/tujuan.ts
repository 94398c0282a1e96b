/** Where one can go from anywhere; the order is that of use. */
const semua = [
  { nama: 'beranda', jalur: '/' },
  { nama: 'rekam', jalur: '/rekam' },
  { nama: 'usulan', jalur: '/usulan' },
  { nama: 'ajukan', jalur: '/ajukan' },
  { nama: 'penunjukan', jalur: '/penunjukan' },
] as const

export type NamaTujuan = (typeof semua)[number]['nama']

/** The fasilitators of an office are the matter of its head alone (P10.5). */
export function listTujuan(isKepala: boolean) {
  return semua.filter(({ nama }) => nama !== 'penunjukan' || isKepala)
}

/** A page below a destination belongs to it. */
export function isDiTujuan(jalur: string, kini: string): boolean {
  return jalur === '/' ? kini === '/' : kini.startsWith(jalur)
}
