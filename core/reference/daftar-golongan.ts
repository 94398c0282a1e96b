import golonganPns from './golongan-pns.json' with { type: 'json' }
import golonganPppk from './golongan-pppk.json' with { type: 'json' }

/** Grades in the order of the tables, with the rank that people know them by. */
export const daftarGolongan = {
  pns: golonganPns.baris.map(({ kode, label }) => ({ kode, label })),
  pppk: golonganPppk.baris.map(({ kode, label }) => ({ kode, label })),
} as const
