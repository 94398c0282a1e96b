import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { appointFasilitator, proposeFasilitator } from '@meja/core/api/fasilitator.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  countUnit,
  findAkunPegawai,
  findCalon,
  listPenugasanFasilitator,
  listUnitKosong,
  listUsulan,
  lockUsulan,
  shortenPenugasan,
} from './queries.ts'

export async function proposeCalon(
  transaksi: Transaksi,
  { akunId }: Identity,
  body: z.output<typeof proposeFasilitator.body>,
): Promise<string> {
  const calon = await findCalon(transaksi, normalizeNip(body.nip))
  if (calon === undefined) throw new MejaError('tidak_ditemukan')
  const unit = [...new Set(body.unit)]
  if ((await countUnit(transaksi, calon.perangkatDaerah, unit)) !== unit.length) {
    throw new MejaError('unit_tidak_sah')
  }
  const id = randomUUID()
  const { nomorSurat, tanggalSurat, menggantikan } = body
  await transaksi
    .insertInto('usulanPenunjukan')
    .values({
      id,
      pegawaiId: calon.id,
      namaCalon: calon.nama,
      perangkatDaerah: calon.perangkatDaerah,
      unit,
      nomorSurat,
      tanggalSurat,
      menggantikan,
      diajukanOleh: akunId,
    })
    .execute()
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'usulan_penunjukan_terbuka')) {
        throw new MejaError('penunjukan_usang')
      }
      throw error
    })
  // Both statements of P10.4 are part of the contract: without them nothing reaches this line.
  await writeAudit(transaksi, akunId, 'fasilitator.usul', `usulan_penunjukan:${id}`, {
    nomorSurat,
    unit,
    pernyataan: ['mampu_komputer', 'memahami_kepegawaian'],
  })
  return id
}

async function checkKeputusan(
  transaksi: Transaksi,
  pegawaiId: string,
  { dokumenId, mulai, sampai }: z.output<typeof appointFasilitator.body>,
): Promise<void> {
  if (sampai !== null && sampai < mulai) throw new MejaError('isian_tidak_sah')
  const bukti = await transaksi
    .selectFrom('dokumen')
    .select('id')
    .where('id', '=', dokumenId)
    .where('pegawaiId', '=', pegawaiId)
    .executeTakeFirst()
  if (bukti === undefined) throw new MejaError('bukti_kurang')
}

/** The role becomes active with the decree only, and from its first day (P10.5). */
export async function appointCalon(
  transaksi: Transaksi,
  identity: Identity,
  usulanId: string,
  body: z.output<typeof appointFasilitator.body>,
): Promise<string> {
  const usulan = await lockUsulan(transaksi, usulanId)
  if (usulan === undefined) throw new MejaError('tidak_ditemukan')
  if (usulan.status !== 'diajukan') throw new MejaError('penunjukan_usang')
  await checkKeputusan(transaksi, usulan.pegawaiId, body)
  const akun = await findAkunPegawai(transaksi, usulan.pegawaiId)
  if (akun === undefined || akun.peran === 'administrator') throw new MejaError('calon_tanpa_akun')
  if (usulan.menggantikan !== null) {
    const kemarin = new Date(Date.parse(body.mulai) - 86_400_000).toISOString().slice(0, 10)
    // It may have ended by itself before; then there is nothing to shorten.
    await shortenPenugasan(transaksi, usulan.menggantikan, kemarin, 'Digantikan')
  }
  await transaksi
    .updateTable('usulanPenunjukan')
    .set({ status: 'ditetapkan' })
    .where('id', '=', usulanId)
    .execute()
  const id = randomUUID()
  await transaksi
    .insertInto('penugasanFasilitator')
    .values({
      id,
      akunId: akun.id,
      perangkatDaerah: usulan.perangkatDaerah,
      unit: usulan.unit,
      nomorKeputusan: body.nomorKeputusan,
      tanggalKeputusan: body.tanggalKeputusan,
      dokumenId: body.dokumenId,
      usulanPenunjukanId: usulanId,
      berlaku: `[${body.mulai},${body.sampai ?? ''}${body.sampai === null ? ')' : ']'}`,
    })
    .execute()
  if (akun.peran !== 'fasilitator') {
    await transaksi
      .updateTable('akun')
      .set({ peran: 'fasilitator' })
      .where('id', '=', akun.id)
      .execute()
  }
  await writeAudit(transaksi, identity.akunId, 'fasilitator.tetapkan', `akun:${akun.id}`, {
    penugasan: id,
    nomorKeputusan: body.nomorKeputusan,
    unit: usulan.unit,
    menggantikan: usulan.menggantikan,
  })
  return id
}

export async function rejectCalon(
  transaksi: Transaksi,
  { akunId }: Identity,
  usulanId: string,
  alasan: string,
): Promise<void> {
  const usulan = await lockUsulan(transaksi, usulanId)
  if (usulan === undefined) throw new MejaError('tidak_ditemukan')
  if (usulan.status !== 'diajukan') throw new MejaError('penunjukan_usang')
  await transaksi
    .updateTable('usulanPenunjukan')
    .set({ status: 'ditolak', alasan })
    .where('id', '=', usulanId)
    .execute()
  await writeAudit(transaksi, akunId, 'fasilitator.tolak', `usulan_penunjukan:${usulanId}`, {})
}

export async function endTugas(
  transaksi: Transaksi,
  { akunId }: Identity,
  id: string,
  { sampai, alasan }: { readonly sampai: string; readonly alasan: string },
): Promise<void> {
  if (!(await shortenPenugasan(transaksi, id, sampai, alasan))) {
    throw new MejaError('penunjukan_usang')
  }
  await writeAudit(transaksi, akunId, 'fasilitator.akhiri', `penugasan_fasilitator:${id}`, {
    sampai,
    alasan,
  })
}

export async function readUsulan(transaksi: Transaksi) {
  return (await listUsulan(transaksi)).map((satu) => ({
    ...satu,
    diajukanPada: satu.diajukanPada.toISOString(),
  }))
}

export function readPenugasan(transaksi: Transaksi) {
  return listPenugasanFasilitator(transaksi)
}

export function readUnitKosong(transaksi: Transaksi) {
  return listUnitKosong(transaksi)
}
