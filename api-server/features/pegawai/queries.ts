import type { Transaksi } from '../../database/connection.ts'

export function findBarisPegawai(transaksi: Transaksi, nip: string) {
  return transaksi
    .selectFrom('pegawai as p')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .select(['p.id', 'p.nip', 'p.nama', 'p.gelarDepan', 'p.gelarBelakang', 'k.nama as unitKerja'])
    .where('p.nip', '=', nip)
    .executeTakeFirst()
}
