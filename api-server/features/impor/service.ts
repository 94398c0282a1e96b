import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { applyImpor, Impor, listBarisImpor, postImpor } from '@meja/core/api/impor.ts'
import { getDeskripsi, type JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import type { Sel } from '@meja/core/domain/sel-impor.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { judgePeople, readKolomOrang } from './judge-people.ts'
import { judgeRows, readKolom } from './judge-rows.ts'
import {
  countDipakai,
  insertBaris,
  listBaris,
  lockImpor,
  readPunyaRekam,
  refuseTerdaftar,
  selectImpor,
  takeRows,
  withdrawPegawaiBaru,
  withdrawRows,
} from './queries.ts'
import { readSheetRows } from './read-sheet.ts'

type BarisImporan = Awaited<ReturnType<ReturnType<typeof selectImpor>['execute']>>[number]

function buildImpor(baris: BarisImporan): z.input<typeof Impor> {
  return { ...baris, dibuatPada: baris.dibuatPada.toISOString() }
}

export async function getImporById(transaksi: Transaksi, id: string): Promise<BarisImporan> {
  const baris = await selectImpor(transaksi).where('i.id', '=', id).executeTakeFirst()
  if (baris === undefined) throw new MejaError('tidak_ditemukan')
  return baris
}

/** The newest imports, with their counts. */
export async function listTerbaru(transaksi: Transaksi) {
  const baris = await selectImpor(transaksi).orderBy('i.dibuatPada', 'desc').limit(50).execute()
  return { impor: baris.map(buildImpor) }
}

export async function listRows(
  transaksi: Transaksi,
  imporId: string,
  query: z.output<typeof listBarisImpor.query>,
) {
  return { baris: await listBaris(transaksi, imporId, query) }
}

async function judgeOrang(transaksi: Transaksi, judul: Sel[] | undefined, isi: Sel[][]) {
  const kolom = readKolomOrang(judul)
  return { kolom, dinilai: await judgePeople(transaksi, kolom, isi) }
}

async function judgeRiwayat(
  transaksi: Transaksi,
  jenis: JenisRiwayat,
  judul: Sel[] | undefined,
  isi: Sel[][],
) {
  const kolom = readKolom(jenis, judul)
  const nip = isi.map((satu) => normalizeNip(satu[kolom.nip]?.teks ?? ''))
  const rekam = await readPunyaRekam(transaksi, jenis, nip)
  return { kolom, dinilai: judgeRows(jenis, kolom, isi, rekam) }
}

/** Judges every row of a file and keeps it with its verdicts; the record is not touched. */
export async function createImpor(
  transaksi: Transaksi,
  identity: Identity,
  { jenis, pegawaiBaru, namaBerkas }: z.output<typeof postImpor.query>,
  bytes: Uint8Array,
) {
  // Confidential kinds are entered one by one, each by two administrators (P10.2c).
  if (getDeskripsi(jenis).rahasia || (pegawaiBaru && jenis !== 'identitas')) {
    throw new MejaError('permintaan_tidak_sah')
  }
  const [judul, ...baris] = await readSheetRows(bytes)
  const isi = baris.filter((satu) => satu.some((sel) => sel !== null && sel.teks.trim() !== ''))
  const { kolom, dinilai } = pegawaiBaru
    ? await judgeOrang(transaksi, judul, isi)
    : await judgeRiwayat(transaksi, jenis, judul, isi)
  const id = randomUUID()
  await transaksi
    .insertInto('impor')
    .values({
      id,
      oleh: identity.akunId,
      namaBerkas: namaBerkas.replaceAll(/[\p{C}/\\:]/gu, '').trim() || 'berkas',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      jenis,
      pegawaiBaru,
      kolom: JSON.stringify(kolom.judul),
      kolomLain: JSON.stringify(kolom.lain),
      status: 'pratinjau',
    })
    .execute()
  await insertBaris(transaksi, id, dinilai)
  await writeAudit(transaksi, identity.akunId, 'impor.pratinjau', `impor:${id}`, {
    jenis,
    baris: dinilai.length,
  })
  return buildImpor(await getImporById(transaksi, id))
}

/** The next rows, all or none of them; a break between two askings loses nothing. */
export async function applyNext(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
  batas: number,
): Promise<z.input<typeof applyImpor.response>> {
  const impor = await lockImpor(transaksi, id)
  if (impor === undefined) throw new MejaError('tidak_ditemukan')
  if (impor.status === 'selesai' || impor.status === 'dibatalkan') {
    throw new MejaError('impor_selesai')
  }
  await transaksi.updateTable('impor').set({ status: 'berjalan' }).where('id', '=', id).execute()
  if (impor.pegawaiBaru) await refuseTerdaftar(transaksi, id)
  const masuk = await takeRows(transaksi, id, impor.jenis, batas)
  const { sisa } = (await getImporById(transaksi, id)).jumlah
  if (sisa === 0) {
    await transaksi.updateTable('impor').set({ status: 'selesai' }).where('id', '=', id).execute()
  }
  await writeAudit(transaksi, identity.akunId, 'impor.terapkan', `impor:${id}`, { masuk, sisa })
  return { impor: buildImpor(await getImporById(transaksi, id)), sisa }
}

export async function undo(transaksi: Transaksi, identity: Identity, id: string, alasan: string) {
  const impor = await lockImpor(transaksi, id)
  if (impor === undefined) throw new MejaError('tidak_ditemukan')
  if (impor.status === 'dibatalkan') throw new MejaError('impor_selesai')
  const dipakai = await countDipakai(transaksi, id)
  if (dipakai > 0) throw new MejaError('impor_sudah_dipakai', { jumlah: dipakai })
  if (!impor.pegawaiBaru) await withdrawRows(transaksi, id, `Impor dibatalkan: ${alasan}`)
  else if (!(await withdrawPegawaiBaru(transaksi, id))) throw new MejaError('impor_sudah_dipakai')
  await transaksi.updateTable('impor').set({ status: 'dibatalkan' }).where('id', '=', id).execute()
  await writeAudit(transaksi, identity.akunId, 'impor.batalkan', `impor:${id}`, { alasan })
  return buildImpor(await getImporById(transaksi, id))
}
