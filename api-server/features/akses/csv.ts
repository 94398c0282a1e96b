import { stringify } from 'csv-stringify/sync'
import type { HakAkun } from '@meja/core/api/akses.ts'
import type { BarisTinjauan } from '@meja/core/api/tinjauan.ts'
import type { SendBerkas } from '../../plugins/endpoint.ts'

const orang = {
  nama: 'Nama',
  namaPengguna: 'Nama pengguna',
  hak: 'Hak',
  perangkatDaerah: 'Perangkat Daerah',
  jumlahUnit: 'Jumlah unit',
  mulai: 'Sejak',
  sampai: 'Sampai',
  dasar: 'Dasar',
} as const

const kolomHak = {
  ...orang,
  sebabGugur: 'Gugur karena',
  aktif: 'Akun aktif',
  paktaPada: 'Pakta ditandatangani',
  terakhirMasuk: 'Terakhir masuk',
} as const satisfies Partial<Record<keyof HakAkun, string>>

const kolomTinjauan = {
  ...orang,
  temuan: 'Temuan',
  alasan: 'Alasan atau catatan',
  namaPeninjau: 'Peninjau',
  ditemukanPada: 'Ditinjau pada',
} as const satisfies Partial<Record<keyof BarisTinjauan, string>>

/** For a spreadsheet: with a byte-order mark, and no cell that begins a formula. */
function write(baris: readonly object[], kolom: Readonly<Record<string, string>>): string {
  return stringify([...baris], {
    bom: true,
    header: true,
    columns: Object.entries(kolom).map(([key, header]) => ({ key, header })),
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (ya) => (ya ? 'ya' : 'tidak') },
  })
}

export function writeHakCsv(hak: readonly HakAkun[]): string {
  return write(hak, kolomHak)
}

/** The report of a review, open or closed. */
export function writeTinjauanCsv(baris: readonly BarisTinjauan[]): string {
  return write(baris, kolomTinjauan)
}

export function sendCsv(csv: string, nama: string): SendBerkas {
  return (reply) =>
    reply
      .header('content-disposition', `attachment; filename="${nama}"`)
      .header('cache-control', 'private, no-store')
      .type('text/csv; charset=utf-8')
      .send(csv)
}
