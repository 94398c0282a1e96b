import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { clearPenutupan, findHalangan, setPenutupan } from './queries.ts'

type Penutupan = { readonly mulai: string; readonly nomorKeputusan: string }

/**
 * A unit is no more from a day on. Nobody is moved and no task is rewritten: people have to be elsewhere
 * by then, and the units of a fasilitator are those that are there on the day (unit_buka, 0030).
 */
export async function closeUnitOn(
  transaksi: Transaksi,
  { akunId }: Identity,
  unit: string,
  { mulai, nomorKeputusan }: Penutupan,
): Promise<void> {
  if (mulai < getTanggalJakarta(new Date())) {
    throw new MejaError('isian_tidak_sah', { kunci: ['mulai'] })
  }
  const halangan = await findHalangan(transaksi, unit, mulai)
  if (halangan === null) throw new MejaError('tidak_ditemukan')
  const { pegawai, usulan, penunjukan } = halangan
  if (pegawai + usulan + penunjukan > 0) {
    throw new MejaError('unit_masih_dipakai', { pegawai, usulan, penunjukan })
  }
  if (!(await setPenutupan(transaksi, unit, mulai, nomorKeputusan))) {
    throw new MejaError('unit_sudah_ditutup')
  }
  await writeAudit(transaksi, akunId, 'unit.tutup', `unit:${unit}`, { mulai, nomorKeputusan })
}

export async function reopenUnitNow(
  transaksi: Transaksi,
  { akunId }: Identity,
  unit: string,
  alasan: string,
): Promise<void> {
  if (!(await clearPenutupan(transaksi, unit))) throw new MejaError('unit_sudah_ditutup')
  await writeAudit(transaksi, akunId, 'unit.buka', `unit:${unit}`, { alasan })
}
