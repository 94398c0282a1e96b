import type { z } from 'zod'
import type { getPesan } from '@meja/core/api/pesan.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { readKeadaanPesan } from '../../database/pesan.ts'
import { MejaError } from '../../meja-error.ts'
import { listGagal, readHitungan, requeuePesan } from './queries.ts'

export async function readPesan(
  transaksi: Transaksi,
  diatur: boolean,
): Promise<z.input<typeof getPesan.response>> {
  const hitungan = await readHitungan(transaksi)
  const gagal = await listGagal(transaksi)
  return {
    keadaan: await readKeadaanPesan(transaksi, diatur),
    menunggu: hitungan.menunggu,
    tertua: hitungan.tertua?.toISOString() ?? null,
    terkirimSehari: hitungan.terkirimHariIni,
    jumlahGagal: hitungan.gagal,
    sebab: hitungan.sebab,
    gagal: gagal.map((satu) => ({ ...satu, dibuatPada: satu.dibuatPada.toISOString() })),
  }
}

export async function repeatPesan(
  transaksi: Transaksi,
  { akunId }: Identity,
  id: string,
): Promise<void> {
  if (!(await requeuePesan(transaksi, id))) throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, akunId, 'pesan.ulang', `pesan:${id}`, {})
}
