import { sql } from 'kysely'
import type { PesanGagal } from '@meja/core/api/pesan.ts'
import type { Transaksi } from '../../database/connection.ts'

type BarisKeadaan = {
  menunggu: number
  tertua: Date | null
  terkirimHariIni: number
  gagal: number
  sebab: PesanGagal['sebab'] | null
}

export async function readHitungan(transaksi: Transaksi): Promise<BarisKeadaan> {
  const { rows } = await sql<BarisKeadaan>`select * from keadaan_pesan()`.execute(transaksi)
  return rows[0] ?? { menunggu: 0, tertua: null, terkirimHariIni: 0, gagal: 0, sebab: null }
}

type BarisGagal = Omit<PesanGagal, 'dibuatPada'> & { dibuatPada: Date }

export async function listGagal(transaksi: Transaksi): Promise<BarisGagal[]> {
  const { rows } = await sql<BarisGagal>`select * from pesan_gagal()`.execute(transaksi)
  return rows
}

export async function requeuePesan(transaksi: Transaksi, id: string): Promise<boolean> {
  const { rows } = await sql<{ diulang: boolean }>`
    select ulang_pesan(${id}::uuid) as diulang`.execute(transaksi)
  return rows[0]?.diulang === true
}
