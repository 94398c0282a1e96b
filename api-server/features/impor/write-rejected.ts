import writeXlsxFile from 'write-excel-file/node'
import { pesanImpor } from '@meja/core/domain/temuan-impor.ts'
import type { Transaksi } from '../../database/connection.ts'
import { listBaris } from './queries.ts'
import { getImporById } from './service.ts'

/**
 * The rejected rows as a workbook to mend: their cells as they were, their number, and why. Every
 * cell is text, so that a NIP keeps its digits and nothing that begins with = is a formula.
 */
export async function writeRejected(transaksi: Transaksi, imporId: string): Promise<Buffer> {
  const { kolom } = await getImporById(transaksi, imporId)
  const saringan = { vonis: 'ditolak', setelah: 0, batas: 100_000 } as const
  const ditolak = await listBaris(transaksi, imporId, saringan)
  const teks = (value: string) => ({ type: String, value })
  const judul = [...kolom, 'Baris', 'Sebab ditolak'].map((satu) => ({
    ...teks(satu),
    fontWeight: 'bold' as const,
  }))
  const isi = ditolak.map(({ sel, nomor, temuan }) => {
    const sebab = temuan.map(({ kode, kunci }) =>
      kunci === undefined ? pesanImpor[kode][1] : `${kunci}: ${pesanImpor[kode][1]}`,
    )
    return [...sel, String(nomor), sebab.join('; ')].map(teks)
  })
  return writeXlsxFile([judul, ...isi]).toBuffer()
}
