import type { z } from 'zod'
import type { setAktifAkun } from '@meja/core/api/akun.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { endSesi, listSesi } from '../../database/sesi.ts'
import { MejaError } from '../../meja-error.ts'
import { hasPegawai, listAkun, listUndanganTerbuka, lockAkun } from './queries.ts'

export async function readAkun(transaksi: Transaksi, pegawaiId: string, sesiId: string | null) {
  if (!(await hasPegawai(transaksi, pegawaiId))) throw new MejaError('tidak_ditemukan')
  const akun = await listAkun(transaksi, pegawaiId)
  if (akun.length === 0) return []
  const id = akun.map((satu) => satu.id)
  const surat = new Map(
    (await listUndanganTerbuka(transaksi, id)).map(({ akunId, kodeId, kedaluwarsa }) => [
      akunId,
      { kodeId, kedaluwarsa: kedaluwarsa.toISOString() },
    ]),
  )
  return Promise.all(
    akun.map(async (satu) => ({
      ...satu,
      undangan: surat.get(satu.id) ?? null,
      paktaPada: satu.paktaPada?.toISOString() ?? null,
      sesi: await listSesi(transaksi, satu.id, sesiId),
    })),
  )
}

/** An account of somebody else: nobody opens or closes the own one. */
async function lockAkunLain(transaksi: Transaksi, identity: Identity, akunId: string) {
  const akun = await lockAkun(transaksi, akunId)
  if (akun === undefined) throw new MejaError('tidak_ditemukan')
  if (akun.pegawaiId === identity.pegawaiId) throw new MejaError('pengelola_lain_diperlukan')
  return akun
}

export async function switchAkun(
  transaksi: Transaksi,
  identity: Identity,
  akunId: string,
  { aktif, alasan }: z.output<typeof setAktifAkun.body>,
): Promise<void> {
  const akun = await lockAkunLain(transaksi, identity, akunId)
  if (akun.aktif === aktif) return
  await transaksi.updateTable('akun').set({ aktif }).where('id', '=', akunId).execute()
  const sesi = aktif ? 0 : await endSesi(transaksi, identity.akunId, akunId, {})
  const aksi = aktif ? 'akun.buka' : 'akun.tutup'
  await writeAudit(transaksi, identity.akunId, aksi, `akun:${akunId}`, { alasan, sesi })
}
