import type { z } from 'zod'
import type { withdrawUsulan } from '@meja/core/api/usulan.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { lockUsulanSendiri } from './queries.ts'

/**
 * Takes a proposal back while nobody has verified it. The employee may, and whoever entered it; a
 * repeated command finds it withdrawn and gets the same answer.
 */
export async function withdraw(
  transaksi: Transaksi,
  identity: Identity,
  usulanId: string,
  versi: number,
): Promise<z.input<typeof withdrawUsulan.response>> {
  const usulan = await lockUsulanSendiri(transaksi, usulanId, identity)
  if (usulan === undefined) throw new MejaError('tidak_ditemukan')
  const ditarik = { id: usulanId, versi: versi + 1, status: 'dicabut' as const }
  if (usulan.status === 'dicabut' && usulan.versi === ditarik.versi) return ditarik
  if (usulan.status !== 'diajukan' && usulan.status !== 'dikembalikan') {
    throw new MejaError('sudah_diputuskan', { status: usulan.status })
  }
  if (usulan.versi !== versi) throw new MejaError('keputusan_usang', { versi: usulan.versi })
  await transaksi
    .updateTable('usulan')
    .set({ status: ditarik.status, versi: ditarik.versi })
    .where('id', '=', usulanId)
    .execute()
  await writeAudit(transaksi, identity.akunId, 'usulan.tarik', `usulan:${usulanId}`, {
    versi: ditarik.versi,
  })
  return ditarik
}
