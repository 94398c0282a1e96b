import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type {
  appointFasilitator,
  changeUnitFasilitator,
  proposeFasilitator,
} from '@meja/core/api/fasilitator.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import { getHariSebelum } from '@meja/core/domain/tanggal.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  countUnit,
  findAkunPegawai,
  findCalon,
  listPenugasanFasilitator,
  lockPenugasan,
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
  const unit = await checkUnit(transaksi, calon.perangkatDaerah, body.unit)
  const id = randomUUID()
  const { nomorSurat, tanggalSurat, pertimbangan, menggantikan } = body
  await checkMenggantikan(transaksi, calon.perangkatDaerah, menggantikan)
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
      pertimbangan,
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

/** Whoever follows another follows in the own office; the name of a foreign task would end it (P10.6). */
async function checkMenggantikan(transaksi: Transaksi, kantor: string, id: string | null) {
  if (id === null) return
  const tugas = (await listPenugasanFasilitator(transaksi)).find((satu) => satu.id === id)
  if (tugas?.perangkatDaerah !== kantor) throw new MejaError('tidak_ditemukan')
}

/** Both days included; open without a last one. */
function buildRentang(mulai: string, sampai: string | null): string {
  return sampai === null ? `[${mulai},)` : `[${mulai},${sampai}]`
}

async function checkUnit(transaksi: Transaksi, kantor: string, daftar: readonly string[]) {
  const unit = [...new Set(daftar)]
  if ((await countUnit(transaksi, kantor, unit)) !== unit.length) {
    throw new MejaError('unit_tidak_sah')
  }
  return unit
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
    // It may have ended by itself before; then there is nothing to shorten.
    const kemarin = getHariSebelum(body.mulai)
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
      berlaku: buildRentang(body.mulai, body.sampai),
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

/** The task of the same decree goes on with other units; the one before ends the day before (P1.15). */
export async function changeUnit(
  transaksi: Transaksi,
  { akunId }: Identity,
  id: string,
  { unit: daftar, mulai, alasan }: z.output<typeof changeUnitFasilitator.body>,
): Promise<string> {
  const lama = await lockPenugasan(transaksi, id)
  if (lama === undefined) throw new MejaError('tidak_ditemukan')
  if (lama.akunId === akunId) throw new MejaError('pengelola_lain_diperlukan')
  if (mulai <= lama.mulai) throw new MejaError('isian_tidak_sah')
  const unit = await checkUnit(transaksi, lama.perangkatDaerah, daftar)
  if (
    (lama.sampai !== null && mulai > lama.sampai) ||
    !(await shortenPenugasan(transaksi, id, getHariSebelum(mulai), alasan))
  ) {
    throw new MejaError('penunjukan_usang')
  }
  const baru = randomUUID()
  const { perangkatDaerah, nomorKeputusan, tanggalKeputusan, dokumenId } = lama
  await transaksi
    .insertInto('penugasanFasilitator')
    .values({
      id: baru,
      akunId: lama.akunId,
      perangkatDaerah,
      unit,
      nomorKeputusan,
      tanggalKeputusan,
      dokumenId,
      usulanPenunjukanId: null,
      melanjutkan: id,
      berlaku: buildRentang(mulai, lama.sampai),
    })
    .execute()
  await writeAudit(transaksi, akunId, 'fasilitator.ubah_unit', `akun:${lama.akunId}`, {
    penugasan: baru,
    melanjutkan: id,
    unit,
    alasan,
  })
  return baru
}
