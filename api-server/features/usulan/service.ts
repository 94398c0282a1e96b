import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { getDeskripsi, type IsiRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { getSchemaIsi } from '@meja/core/domain/isi-riwayat.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import type { postUsulan } from '@meja/core/api/usulan.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { openRahasia } from '../../database/rahasia.ts'
import { buildPegawaiRingkas, findPegawaiById } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { findTemuan, refuseBertentangan } from '../../turunan/check-aturan.ts'
import {
  countDokumenMilik,
  findDikembalikan,
  findRiwayatValid,
  findUsulanByTransaksi,
  isUnitAda,
  listDokumenIds,
  lockTransaksi,
} from './queries.ts'

type Permintaan = z.output<typeof postUsulan.body>
type Jawaban = z.input<typeof postUsulan.response>

/** Values after the change; a withdrawal leaves none. */
function parseIsi({ aksi, jenis, sesudah }: Permintaan): IsiRiwayat {
  if (aksi === 'cabut') return {}
  const hasil = getSchemaIsi(jenis).safeParse(sesudah)
  const kunci = hasil.success ? [] : hasil.error.issues.map((satu) => String(satu.path[0] ?? ''))
  // What ends has a day on which it ended.
  const { selesai } = getDeskripsi(jenis)
  if (aksi === 'akhiri' && (selesai === undefined || (sesudah[selesai] ?? null) === null)) {
    kunci.push(selesai ?? 'aksi')
  }
  if (!hasil.success || kunci.length > 0) {
    throw new MejaError('isian_tidak_sah', { kunci: [...new Set(kunci)] })
  }
  return hasil.data
}

/** The row that changes; an addition has none, every other change one that is valid, and a reason. */
async function findSebelum(transaksi: Transaksi, permintaan: Permintaan) {
  const { aksi, riwayatId, pegawaiId, jenis } = permintaan
  if ((aksi === 'tambah') !== (riwayatId === null)) throw new MejaError('permintaan_tidak_sah')
  if (riwayatId === null) return null
  if (permintaan.alasan === undefined) throw new MejaError('isian_tidak_sah', { kunci: ['alasan'] })
  const riwayat = await findRiwayatValid(transaksi, riwayatId)
  if (riwayat?.pegawaiId !== pegawaiId || riwayat.jenis !== jenis) {
    throw new MejaError('tidak_ditemukan')
  }
  return riwayat.isi
}

/**
 * Class A is written by administrators only (P10.2c), F by the fasilitator on behalf too, S by the
 * employee; administrators may enter any for others to verify.
 */
function checkPenulis(identity: Identity, { jenis, pegawaiId }: Permintaan): void {
  const { kelas } = getDeskripsi(jenis)
  if (identity.peran === 'administrator' || kelas === 'F') return
  if (kelas === 'A' || pegawaiId !== identity.pegawaiId) throw new MejaError('tidak_berwenang')
}

async function checkDasar(transaksi: Transaksi, permintaan: Permintaan, dokumenIds: string[]) {
  if (dokumenIds.length === 0 && getDeskripsi(permintaan.jenis).wajibBukti) {
    throw new MejaError('bukti_kurang')
  }
  const milik = await countDokumenMilik(transaksi, dokumenIds, permintaan.pegawaiId)
  if (milik !== dokumenIds.length) throw new MejaError('tidak_ditemukan')
  if (permintaan.memperbaiki === undefined) return
  const lama = await findDikembalikan(transaksi, permintaan.memperbaiki)
  if (lama?.pegawaiId !== permintaan.pegawaiId || lama.jenis !== permintaan.jenis) {
    throw new MejaError('tidak_ditemukan')
  }
}

/**
 * A unit that is not in the organisation is nowhere to work, nor is one that is gone: a new row ends
 * before its unit does. What is corrected may have ended in another way; there only its beginning counts.
 */
async function checkUnit(
  transaksi: Transaksi,
  { jenis, aksi }: Pick<Permintaan, 'jenis' | 'aksi'>,
  isi: IsiRiwayat,
) {
  const { isian, mulai, selesai } = getDeskripsi(jenis)
  const awal = (mulai && isi[mulai]) ?? getTanggalJakarta(new Date())
  const hari = aksi === 'tambah' && selesai ? (isi[selesai] ?? 'infinity') : awal
  for (const { kunci } of isian.filter(({ tipe }) => tipe === 'unit')) {
    const kode = isi[kunci] ?? null
    if (kode !== null && !(await isUnitAda(transaksi, kode, hari))) {
      throw new MejaError('isian_tidak_sah', { kunci: [kunci] })
    }
  }
}

/** The same command again gives the same proposal; another command under its id is refused. */
async function findKiriman(
  transaksi: Transaksi,
  identity: Identity,
  permintaan: Permintaan,
  isi: { sesudah: IsiRiwayat; dokumenIds: string[] },
) {
  const lama = await findUsulanByTransaksi(transaksi, permintaan.transactionId)
  if (lama === undefined) return undefined
  const { id, versi, status, jenis, aksi, diajukanPada, ...sisa } = lama
  const dikirim = {
    diajukanOleh: identity.akunId,
    pegawaiId: permintaan.pegawaiId,
    riwayatId: permintaan.riwayatId,
    alasan: permintaan.alasan ?? null,
    memperbaiki: permintaan.memperbaiki ?? null,
    jenis: permintaan.jenis,
    aksi: permintaan.aksi,
    ...isi,
  }
  const tersimpan = { ...sisa, jenis, aksi, dokumenIds: await listDokumenIds(transaksi, id) }
  if (writeJsonKanonik(dikirim) !== writeJsonKanonik(tersimpan)) {
    throw new MejaError('transaksi_berbeda')
  }
  return { id, versi, status, jenis, aksi, diajukanPada: diajukanPada.toISOString() }
}

function explainTabrakan(error: unknown): never {
  // The id is in use where this login cannot see it.
  if (isUniqueViolation(error, 'usulan_transaction_id_key'))
    throw new MejaError('transaksi_berbeda')
  if (isUniqueViolation(error, 'usulan_memperbaiki_key')) throw new MejaError('keputusan_usang')
  throw error
}

/** Proposes one change; the same transactionId with the same content gives the same proposal. */
export async function createUsulan(
  transaksi: Transaksi,
  identity: Identity,
  permintaan: Permintaan,
): Promise<Jawaban> {
  checkPenulis(identity, permintaan)
  const pegawai = await findPegawaiById(transaksi, permintaan.pegawaiId)
  if (pegawai === undefined) throw new MejaError('tidak_ditemukan')
  const { jenis, aksi, riwayatId, transactionId } = permintaan
  if (getDeskripsi(jenis).rahasia) await openRahasia(transaksi, pegawai.id, 'usulan perubahan')
  const sesudah = parseIsi(permintaan)
  const dokumenIds = [...new Set(permintaan.dokumenIds)]
  const lengkapi = (usulan: Omit<Jawaban, 'pegawai' | 'perangkatDaerah' | 'jumlahDokumen'>) => ({
    ...usulan,
    pegawai: buildPegawaiRingkas(pegawai),
    perangkatDaerah: pegawai.perangkatDaerah,
    jumlahDokumen: dokumenIds.length,
  })

  await lockTransaksi(transaksi, transactionId)
  const lama = await findKiriman(transaksi, identity, permintaan, { sesudah, dokumenIds })
  if (lama !== undefined) return lengkapi(lama)

  await checkDasar(transaksi, permintaan, dokumenIds)
  const sebelum = await findSebelum(transaksi, permintaan)
  await checkUnit(transaksi, permintaan, sesudah)
  const temuan = refuseBertentangan(
    await findTemuan(transaksi, { pegawaiId: pegawai.id, jenis, aksi, riwayatId, sesudah }),
  )
  const usulan = {
    id: randomUUID(),
    jenis,
    aksi,
    status: 'diajukan' as const,
    versi: 1,
    diajukanPada: new Date().toISOString(),
  }
  await transaksi
    .insertInto('usulan')
    .values({
      ...usulan,
      transactionId,
      riwayatId,
      pegawaiId: pegawai.id,
      perangkatDaerah: pegawai.kodePerangkatDaerah,
      sebelum: sebelum && JSON.stringify(sebelum),
      sesudah: JSON.stringify(sesudah),
      alasan: permintaan.alasan ?? null,
      memperbaiki: permintaan.memperbaiki ?? null,
      sumber: identity.peran === 'user_personal' ? 'ess' : identity.peran,
      diajukanOleh: identity.akunId,
      temuan: JSON.stringify(temuan),
    })
    .execute()
    .catch(explainTabrakan)
  if (dokumenIds.length > 0) {
    await transaksi
      .insertInto('usulanDokumen')
      .values(dokumenIds.map((dokumenId, urutan) => ({ usulanId: usulan.id, dokumenId, urutan })))
      .execute()
  }
  await writeAudit(transaksi, identity.akunId, 'usulan.ajukan', `usulan:${usulan.id}`, {
    jenis,
    aksi,
  })
  return lengkapi(usulan)
}
