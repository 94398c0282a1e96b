import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import { getSchemaIsi } from '@meja/core/domain/isi-riwayat.ts'
import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'
import type { postUsulan } from '@meja/core/api/usulan.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  countDokumenMilik,
  findPegawaiUsulan,
  findRiwayatValid,
  findUsulanByTransaksi,
  listDokumenIds,
  lockTransaksi,
} from './queries.ts'

type Permintaan = z.output<typeof postUsulan.body>
type Jawaban = z.input<typeof postUsulan.response>

function parseIsi(permintaan: Permintaan) {
  const hasil = getSchemaIsi(permintaan.jenis).safeParse(permintaan.sesudah)
  if (hasil.success) return hasil.data
  const kunci = [...new Set(hasil.error.issues.map((satu) => String(satu.path[0] ?? '')))]
  throw new MejaError('isian_tidak_sah', { kunci })
}

async function findSebelum(transaksi: Transaksi, permintaan: Permintaan) {
  if (permintaan.riwayatId === null) return null
  const riwayat = await findRiwayatValid(transaksi, permintaan.riwayatId)
  if (riwayat?.pegawaiId !== permintaan.pegawaiId || riwayat.jenis !== permintaan.jenis) {
    throw new MejaError('tidak_ditemukan')
  }
  return riwayat.isi
}

/** Confidential kinds are written by administrators only (P10.2c); the rest by the person or on behalf. */
function checkPenulis(identity: Identity, permintaan: Permintaan): void {
  const { kelas } = getDeskripsi(permintaan.jenis)
  if (kelas === 'A' && identity.peran !== 'administrator') throw new MejaError('tidak_berwenang')
}

/** Proposes one change; the same transactionId with the same content gives the same proposal. */
export async function createUsulan(
  transaksi: Transaksi,
  identity: Identity,
  permintaan: Permintaan,
): Promise<Jawaban> {
  checkPenulis(identity, permintaan)
  const pegawai = await findPegawaiUsulan(transaksi, permintaan.pegawaiId)
  if (pegawai === undefined) throw new MejaError('tidak_ditemukan')
  const sesudah = parseIsi(permintaan)
  const dokumenIds = [...new Set(permintaan.dokumenIds)]
  const ringkas = (
    usulan: Pick<Jawaban, 'id' | 'versi' | 'status' | 'jenis' | 'aksi' | 'diajukanPada'>,
  ) => ({
    ...usulan,
    pegawai: {
      id: pegawai.id,
      nip: pegawai.nip,
      nama: formatNama(pegawai.nama, pegawai.gelarDepan, pegawai.gelarBelakang),
      unitKerja: pegawai.unitKerja,
    },
    perangkatDaerah: pegawai.perangkatDaerah,
    jumlahDokumen: dokumenIds.length,
  })

  await lockTransaksi(transaksi, permintaan.transactionId)
  const lama = await findUsulanByTransaksi(transaksi, permintaan.transactionId)
  if (lama !== undefined) {
    const sama =
      lama.diajukanOleh === identity.akunId &&
      lama.pegawaiId === permintaan.pegawaiId &&
      lama.jenis === permintaan.jenis &&
      lama.riwayatId === permintaan.riwayatId &&
      writeJsonKanonik(lama.sesudah) === writeJsonKanonik(sesudah) &&
      writeJsonKanonik(await listDokumenIds(transaksi, lama.id)) === writeJsonKanonik(dokumenIds)
    if (!sama) throw new MejaError('transaksi_berbeda')
    const { id, versi, status, jenis, aksi, diajukanPada } = lama
    return ringkas({ id, versi, status, jenis, aksi, diajukanPada: diajukanPada.toISOString() })
  }

  if ((await countDokumenMilik(transaksi, dokumenIds, pegawai.id)) !== dokumenIds.length) {
    throw new MejaError('tidak_ditemukan')
  }
  const sebelum = await findSebelum(transaksi, permintaan)
  const usulan = {
    id: randomUUID(),
    jenis: permintaan.jenis,
    aksi: sebelum === null ? ('tambah' as const) : ('koreksi' as const),
    status: 'diajukan' as const,
    versi: 1,
    diajukanPada: new Date().toISOString(),
  }
  await transaksi
    .insertInto('usulan')
    .values({
      ...usulan,
      transactionId: permintaan.transactionId,
      pegawaiId: pegawai.id,
      perangkatDaerah: pegawai.kode,
      riwayatId: permintaan.riwayatId,
      sebelum: sebelum && JSON.stringify(sebelum),
      sesudah: JSON.stringify(sesudah),
      diajukanOleh: identity.akunId,
    })
    .execute()
    .catch((error: unknown) => {
      // The id is in use where this login cannot see it.
      if (isUniqueViolation(error, 'usulan_transaction_id_key')) {
        throw new MejaError('transaksi_berbeda')
      }
      throw error
    })
  await transaksi
    .insertInto('usulanDokumen')
    .values(dokumenIds.map((dokumenId, urutan) => ({ usulanId: usulan.id, dokumenId, urutan })))
    .execute()
  await writeAudit(transaksi, identity.akunId, 'usulan.ajukan', `usulan:${usulan.id}`, {
    jenis: usulan.jenis,
    aksi: usulan.aksi,
  })
  return ringkas(usulan)
}
