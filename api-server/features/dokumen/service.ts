import { randomUUID } from 'node:crypto'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import type { FileStore } from './file-store.ts'
import { inspectBerkas } from './inspect-berkas.ts'
import { findDokumen, insertDokumen, isPegawaiTerlihat } from './queries.ts'

/** A file name for people: no folders, no control or direction-changing characters (bad inputs). */
function cleanNamaBerkas(nama: string): string {
  const bersih = nama.replaceAll(/[\p{C}/\\:]/gu, '').trim()
  return bersih === '' ? 'dokumen' : bersih
}

type Unggahan = { pegawaiId: string; jenis: string; namaBerkas: string }

export async function storeDokumen(
  transaksi: Transaksi,
  identity: Identity,
  files: FileStore,
  unggahan: Unggahan,
  bytes: Uint8Array,
): Promise<DokumenKasus> {
  if (!(await isPegawaiTerlihat(transaksi, unggahan.pegawaiId)))
    throw new MejaError('tidak_ditemukan')
  const { tipeMedia, halaman } = await inspectBerkas(bytes)
  const dokumen = {
    id: randomUUID(),
    jenis: unggahan.jenis,
    namaBerkas: cleanNamaBerkas(unggahan.namaBerkas),
    tipeMedia,
    ukuran: bytes.length,
    sha256: await files.write(bytes),
    halaman,
  }
  const kembar = await insertDokumen(transaksi, { ...dokumen, pegawaiId: unggahan.pegawaiId })
  await writeAudit(transaksi, identity.akunId, 'dokumen.simpan', `dokumen:${dokumen.id}`, {
    sha256: dokumen.sha256,
    jenis: dokumen.jenis,
  })
  return { ...dokumen, kembar }
}

export async function getDokumen(transaksi: Transaksi, id: string) {
  const dokumen = await findDokumen(transaksi, id)
  if (dokumen === undefined) throw new MejaError('tidak_ditemukan')
  return dokumen
}
