import { listDraf } from '@meja/core/api/draf.ts'
import { getRekam, openRekamRahasia } from '@meja/core/api/rekam.ts'
import { getUsulan } from '@meja/core/api/usulan.ts'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { AksiUsulan } from '@meja/core/domain/status-usulan.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'
import { listMasalah, type Masalah, type UsulanRincian } from './masalah-usulan.ts'
import type { IsiForm } from './periksa-isian.ts'

/** From where a form begins: nothing, a row of the record, a return, or a draft. */
export type AsalForm = {
  readonly pegawaiId: string
  readonly jenis: JenisRiwayat
  readonly aksi: AksiUsulan
  readonly riwayatId: string | null
  readonly memperbaiki: string | null
  readonly drafId: string | null
}

export type AwalForm = Omit<AsalForm, 'drafId'> & {
  readonly drafId: string
  /** The row as it is now; null for an addition. */
  readonly sebelum: IsiRiwayat | null
  readonly isi: IsiForm
  readonly alasan: string
  readonly dokumen: readonly DokumenKasus[]
  readonly masalah: readonly Masalah[]
  /** The documents in which the spots of a return lie. */
  readonly dokumenLama: readonly DokumenKasus[]
}

/** Every field of the description, and none that it no longer has. */
function fillIsi(jenis: JenisRiwayat, isi: IsiRiwayat): IsiForm {
  return Object.fromEntries(
    getDeskripsi(jenis).isian.map(({ kunci }) => [kunci, isi[kunci] ?? null]),
  )
}

/** A confidential row is read for this purpose, and the reading is logged (P10.2c). */
async function listBaris(
  { pegawaiId, jenis }: Pick<AsalForm, 'pegawaiId' | 'jenis'>,
  signal: AbortSignal,
) {
  const params = { pegawaiId }
  if (!getDeskripsi(jenis).rahasia) {
    return (await callEndpoint(getRekam, { params, query: {}, signal })).baris
  }
  const body = { tujuan: `perubahan baris ${jenis}` }
  return (await callEndpoint(openRekamRahasia, { params, body, signal })).baris
}

async function findSebelum(
  asal: Pick<AsalForm, 'pegawaiId' | 'jenis' | 'riwayatId'>,
  signal: AbortSignal,
) {
  const { riwayatId } = asal
  if (riwayatId === null) return null
  const baris = (await listBaris(asal, signal)).filter(({ status }) => status === 'valid')
  const satu = baris.find(({ id }) => id === riwayatId)
  // Replaced since: what this form would correct is no longer part of the record.
  if (satu === undefined) throw new ApiError('keputusan_usang')
  return satu.isi
}

async function findDraf(drafId: string, signal: AbortSignal) {
  const { draf } = await callEndpoint(listDraf, { signal })
  const satu = draf.find(({ id }) => id === drafId)
  if (satu === undefined) throw new ApiError('tidak_ditemukan')
  return satu
}

async function findUsulan(usulanId: string | null, signal: AbortSignal) {
  if (usulanId === null) return null
  return callEndpoint(getUsulan, { params: { usulanId }, signal })
}

function readPengembalian(usulan: UsulanRincian | null) {
  return {
    masalah: usulan === null ? [] : listMasalah(usulan),
    dokumenLama: usulan?.dokumen ?? [],
  }
}

export async function openForm(asal: AsalForm, signal: AbortSignal): Promise<AwalForm> {
  const { pegawaiId, jenis } = asal
  if (asal.drafId !== null) {
    const draf = await findDraf(asal.drafId, signal)
    const usulan = await findUsulan(draf.memperbaiki, signal)
    return {
      pegawaiId: draf.pegawaiId,
      jenis: draf.jenis,
      aksi: draf.aksi,
      riwayatId: draf.riwayatId,
      memperbaiki: draf.memperbaiki,
      drafId: draf.id,
      sebelum: await findSebelum(draf, signal),
      isi: fillIsi(draf.jenis, draf.sesudah),
      alasan: draf.alasan,
      dokumen: draf.dokumen,
      ...readPengembalian(usulan),
    }
  }
  const drafId = crypto.randomUUID()
  const usulan = await findUsulan(asal.memperbaiki, signal)
  if (usulan !== null) {
    const { aksi, riwayatId, dokumen } = usulan
    return {
      ...asal,
      drafId,
      aksi,
      riwayatId,
      sebelum: await findSebelum({ pegawaiId, jenis, riwayatId }, signal),
      isi: fillIsi(usulan.jenis, usulan.sesudah),
      alasan: usulan.alasan ?? '',
      dokumen,
      ...readPengembalian(usulan),
    }
  }
  const sebelum = await findSebelum(asal, signal)
  return {
    ...asal,
    drafId,
    sebelum,
    isi: fillIsi(jenis, sebelum ?? {}),
    alasan: '',
    dokumen: [],
    ...readPengembalian(null),
  }
}
