import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { listDokumen, Unggahan } from '@meja/core/api/dokumen.ts'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import type { FaktaMutu } from '@meja/core/domain/mutu-pindaian.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import { buildDokumen } from '../../database/dokumen.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { inspectBerkas, type ScanVirus } from './inspect-berkas.ts'
import { measureMutu } from './mutu/measure-mutu.ts'
import type { CheckedStore } from './object-store.ts'
import * as queries from './queries.ts'

/** A file name for people: no folders, no control or direction-changing characters (bad inputs). */
function cleanNamaBerkas(nama: string): string {
  const bersih = nama.replaceAll(/[\p{C}/\\:]/gu, '').trim()
  return bersih === '' ? 'dokumen' : bersih
}

/** Whether this login may add a scan to this person's archive, before any of its bytes come. */
export async function checkUnggahan(
  transaksi: Transaksi,
  { pegawaiId, jenis, menggantikan }: Unggahan,
): Promise<void> {
  if (!(await queries.isPegawaiTerlihat(transaksi, pegawaiId)))
    throw new MejaError('tidak_ditemukan')
  if (menggantikan === undefined) return
  const lama = await queries.findDokumen(transaksi, menggantikan)
  // A version is of the same person and the same kind of paper.
  if (lama?.pegawaiId !== pegawaiId || lama.jenis !== jenis) throw new MejaError('tidak_ditemukan')
}

/** A file that was found whole and lies in the store. */
export type BerkasDiterima = {
  tipeMedia: string
  ukuran: number
  sha256: string
  halaman: number
  mutu: FaktaMutu | null
}

/** All the slow work on one file. A refused file leaves nothing behind. */
export async function receiveBerkas(
  files: CheckedStore,
  scan: ScanVirus | undefined,
  bytes: Uint8Array,
): Promise<BerkasDiterima> {
  const { tipeMedia, halaman } = await inspectBerkas(bytes, scan)
  const mutu = await measureMutu({ bytes, tipeMedia, halaman })
  return { tipeMedia, halaman, mutu, ukuran: bytes.length, sha256: await files.write(bytes) }
}

export async function storeDokumen(
  transaksi: Transaksi,
  identity: Identity,
  unggahan: Unggahan,
  { mutu, ...berkas }: BerkasDiterima,
  unggahanId: string | null = null,
): Promise<DokumenKasus> {
  await checkUnggahan(transaksi, unggahan)
  const dokumen = {
    id: randomUUID(),
    pegawaiId: unggahan.pegawaiId,
    jenis: unggahan.jenis,
    namaBerkas: cleanNamaBerkas(unggahan.namaBerkas),
    menggantikan: unggahan.menggantikan ?? null,
    ...berkas,
    mutu: mutu && JSON.stringify(mutu),
    unggahanId,
    diunggahOleh: identity.akunId,
  }
  await queries.insertDokumen(transaksi, dokumen).catch((error: unknown) => {
    if (isUniqueViolation(error, 'dokumen_satu_pengganti'))
      throw new MejaError('pindaian_sudah_digantikan')
    throw error
  })
  const hasil = buildDokumen(await queries.getDokumenById(transaksi, dokumen.id))
  await writeAudit(transaksi, identity.akunId, 'dokumen.simpan', `dokumen:${dokumen.id}`, {
    sha256: dokumen.sha256,
    jenis: dokumen.jenis,
    ...(dokumen.menggantikan && { menggantikan: dokumen.menggantikan }),
  })
  return hasil
}

/** The same upload stored again gives the document that it became. */
export async function storeUnggahan(
  transaksi: Transaksi,
  identity: Identity,
  unggahan: Unggahan & { unggahanId: string },
  berkas: BerkasDiterima | undefined,
): Promise<DokumenKasus> {
  const { unggahanId, ...sisa } = unggahan
  const ada = await queries.findByUnggahan(transaksi, unggahanId)
  if (ada !== undefined && ada.diunggahOleh === identity.akunId) {
    if (ada.pegawaiId !== sisa.pegawaiId || ada.jenis !== sisa.jenis)
      throw new MejaError('permintaan_tidak_sah')
    return buildDokumen(await queries.getDokumenById(transaksi, ada.id))
  }
  if (berkas === undefined) throw new MejaError('tidak_ditemukan')
  return storeDokumen(transaksi, identity, sisa, berkas, unggahanId)
}

/** A document's bytes may be read; reading a confidential one is written down first (P10.2c). */
export async function openDokumen(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
  awal: boolean,
) {
  const dokumen = await queries.findDokumen(transaksi, id)
  if (dokumen === undefined) throw new MejaError('tidak_ditemukan')
  // The first range of a reading stands for all of them.
  if (dokumen.rahasia && awal) {
    await writeAudit(transaksi, identity.akunId, 'rahasia.baca', `dokumen:${id}`, {
      jenis: dokumen.jenis,
    })
  }
  return dokumen
}

export async function readArsip(
  transaksi: Transaksi,
  pegawaiId: string,
  { jenis, semua }: z.output<typeof listDokumen.query>,
): Promise<z.input<typeof listDokumen.response>> {
  if (!(await queries.isPegawaiTerlihat(transaksi, pegawaiId)))
    throw new MejaError('tidak_ditemukan')
  const baris = await queries.listArsip(transaksi, { pegawaiId, jenis, semua })
  const bukti = Map.groupBy(
    await queries.listBukti(
      transaksi,
      baris.map(({ id }) => id),
    ),
    ({ dokumenId }) => dokumenId,
  )
  return {
    dokumen: baris.map(({ diunggahPada, ...satu }) => ({
      ...buildDokumen(satu),
      diunggahPada: diunggahPada.toISOString(),
      membuktikan: (bukti.get(satu.id) ?? []).map(
        ({ usulanId, jenis: jenisUsulan, status, riwayatId }) => ({
          usulanId,
          jenis: jenisUsulan,
          status,
          riwayatId,
        }),
      ),
    })),
    per: new Date().toISOString(),
  }
}
