import type { KantorDikepalai } from '@meja/core/api/fasilitator.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  findCalonKantor,
  listPenugasanFasilitator,
  listUnitDikepalai,
  listUnitKosong,
  listUsulan,
  withdrawPenunjukan,
} from './queries.ts'

export async function readUsulan(transaksi: Transaksi) {
  return (await listUsulan(transaksi)).map((satu) => ({
    ...satu,
    diajukanPada: satu.diajukanPada.toISOString(),
  }))
}

/** What the head of an office has to know before proposing anybody (P10.4-6). */
export async function readKantorDikepalai(transaksi: Transaksi): Promise<KantorDikepalai[]> {
  const perKantor = Map.groupBy(await listUnitDikepalai(transaksi), ({ kode }) => kode)
  // Asked at every start of the portal: whoever heads nothing costs one look-up.
  if (perKantor.size === 0) return []
  const tugas = await listPenugasanFasilitator(transaksi)
  const kosong = new Set((await listUnitKosong(transaksi)).map(({ kode }) => kode))
  const usulan = await readUsulan(transaksi)
  return [...perKantor].map(([kode, baris]) => ({
    kode,
    nama: baris[0]?.nama ?? kode,
    unit: baris.flatMap(({ kodeUnit, namaUnit }) =>
      kodeUnit === null || namaUnit === null
        ? []
        : [{ kode: kodeUnit, nama: namaUnit, kosong: kosong.has(kodeUnit) }],
    ),
    fasilitator: tugas.filter(({ perangkatDaerah }) => perangkatDaerah === kode),
    usulan: usulan.filter(({ perangkatDaerah }) => perangkatDaerah === kode),
  }))
}

export function readPenugasan(transaksi: Transaksi) {
  return listPenugasanFasilitator(transaksi)
}

/** Units that nobody looks after, with the words of their office. */
export async function readUnitKosong(transaksi: Transaksi) {
  return (await listUnitKosong(transaksi)).map(({ kode, nama, namaPerangkatDaerah }) => ({
    kode,
    nama,
    perangkatDaerah: namaPerangkatDaerah,
  }))
}

export async function findCalon(transaksi: Transaksi, nip: string) {
  return (await findCalonKantor(transaksi, normalizeNip(nip))) ?? null
}

export async function withdrawUsulan(
  transaksi: Transaksi,
  { akunId }: Identity,
  id: string,
  alasan: string,
): Promise<void> {
  const usulan = await listUsulan(transaksi)
  if (!usulan.some((satu) => satu.id === id)) throw new MejaError('tidak_ditemukan')
  if (!(await withdrawPenunjukan(transaksi, id, alasan))) throw new MejaError('penunjukan_usang')
  await writeAudit(transaksi, akunId, 'fasilitator.cabut_usul', `usulan_penunjukan:${id}`, {
    alasan,
  })
}
