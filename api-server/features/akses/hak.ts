import type { HakAkun } from '@meja/core/api/akses.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  endTugas,
  hasPenugasan,
  listHakBerlaku,
  listKantorSaya,
  setPeran,
  type BarisHak,
} from './queries.ts'

export async function readHak(
  transaksi: Transaksi,
  milik: (baris: BarisHak) => boolean = () => true,
): Promise<HakAkun[]> {
  const baris = (await listHakBerlaku(transaksi)).filter(milik)
  return baris.map(({ pegawaiId: _pegawaiId, kantor: _kantor, ...satu }) => ({
    ...satu,
    paktaPada: satu.paktaPada?.toISOString() ?? null,
    terakhirMasuk: satu.terakhirMasuk?.toISOString() ?? null,
  }))
}

/** What the own person holds, and the offices for which that person may ask. */
export async function readHakSaya(transaksi: Transaksi, { pegawaiId }: Identity) {
  return {
    hak: await readHak(transaksi, (satu) => satu.pegawaiId === pegawaiId),
    kantor: await listKantorSaya(transaksi),
  }
}

/** Ends a right of somebody else now; the next request of that person is one without it. */
export async function endHak(
  transaksi: Transaksi,
  identity: Identity,
  { hakId, hak }: Pick<HakAkun, 'hakId' | 'hak'>,
  alasan: string,
): Promise<void> {
  const ada = (await listHakBerlaku(transaksi)).find(
    (satu) => satu.hakId === hakId && satu.hak === hak,
  )
  if (ada === undefined) throw new MejaError('penunjukan_usang')
  if (ada.pegawaiId === identity.pegawaiId) throw new MejaError('pengelola_lain_diperlukan')
  const { akunId } = ada
  const catat = (aksi: string, objek: string, rincian: Record<string, unknown>) =>
    writeAudit(transaksi, identity.akunId, aksi, objek, { ...rincian, alasan })
  if (hak === 'administrator') {
    await setPeran(transaksi, akunId, 'user_personal')
    await catat('akun.peran', `akun:${akunId}`, { dari: hak, ke: 'user_personal' })
  } else if (hak === 'fasilitator') {
    await endTugas(transaksi, 'penugasanFasilitator', hakId, alasan)
    if (!(await hasPenugasan(transaksi, akunId))) await setPeran(transaksi, akunId, 'user_personal')
    await catat('fasilitator.akhiri', `penugasan_fasilitator:${hakId}`, { seketika: true })
  } else {
    await endTugas(transaksi, 'penugasan', hakId, alasan)
    await catat('penugasan.akhiri', `penugasan:${hakId}`, { seketika: true })
  }
}
