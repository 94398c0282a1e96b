import { randomUUID } from 'node:crypto'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { buildKodeSurel, listSidikSurel, parseKodeSurel } from '../../faktor/kode-surel.ts'
import { MejaError } from '../../meja-error.ts'
import type { KeamananParts } from './bukti.ts'
import { addKodeSurel, tryKodeSurel } from './queries.ts'

/** A code on its way to the own address: whoever enters it reads what is sent there (P30.2j). */
export async function sendKodeSurel(
  transaksi: Transaksi,
  { kunci, pesanDiatur }: KeamananParts,
  { akunId }: Identity,
): Promise<void> {
  // It would wait longer than it is good.
  if (!pesanDiatur) throw new MejaError('surel_belum_diatur')
  const id = randomUUID()
  const [sidik = ''] = listSidikSurel(kunci, akunId, buildKodeSurel(kunci, id))
  const hasil = await addKodeSurel(transaksi, id, sidik)
  if (hasil === 'terlalu_sering') throw new MejaError('terlalu_sering')
  if (hasil === 'tidak_perlu') throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, akunId, 'akun.surel_kode', `akun:${akunId}`, { kode: id })
}

export async function checkKodeSurel(
  transaksi: Transaksi,
  { kunci, percobaan }: KeamananParts,
  { akunId }: Identity,
  teks: string,
): Promise<'sah' | 'salah' | 'mati'> {
  if (!percobaan.tryOnce(akunId)) throw new MejaError('terlalu_sering')
  const kode = parseKodeSurel(teks)
  // What cannot be a code is not counted against one.
  if (kode === null) return 'salah'
  const hasil = await tryKodeSurel(transaksi, listSidikSurel(kunci, akunId, kode))
  if (hasil !== 'salah') {
    const aksi = hasil === 'sah' ? 'akun.surel_verifikasi' : 'akun.surel_kode_mati'
    await writeAudit(transaksi, akunId, aksi, `akun:${akunId}`, {})
  }
  return hasil
}
