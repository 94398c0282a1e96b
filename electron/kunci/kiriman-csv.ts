import { z } from 'zod'
import { Keputusan } from '@meja/core/api/verifikasi.ts'
import type { IsiJurnal } from '@meja/core/ipc/contract.ts'

const IsiKiriman = z.object({
  keputusan: Keputusan,
  kasus: z.object({ jenis: z.string(), aksi: z.string(), nama: z.string(), nip: z.string() }),
})

const judul = ['transaksi', 'diputuskan', 'nip', 'nama', 'jenis', 'aksi', 'hasil'] as const

/** A cell that begins like a formula stays text in every spreadsheet. */
function writeSel(nilai: string): string {
  const aman = /^[=+\-@\t\r]/.test(nilai) ? `'${nilai}` : nilai
  return `"${aman.replaceAll('"', '""')}"`
}

/** What waits here without a receipt: enough to look for each case by hand, and no value of a record. */
export function writeKirimanCsv(terbuka: readonly IsiJurnal[]): string {
  const baris = terbuka.flatMap(({ isi }) => {
    const { data } = IsiKiriman.safeParse(JSON.parse(isi))
    if (data === undefined) return []
    const { keputusan, kasus } = data
    return [
      [
        keputusan.transactionId,
        keputusan.diputuskanPada,
        kasus.nip,
        kasus.nama,
        kasus.jenis,
        kasus.aksi,
        keputusan.hasil,
      ],
    ]
  })
  const teks = [judul, ...baris].map((sel) => sel.map(writeSel).join(','))
  return `\uFEFF${teks.join('\r\n')}\r\n`
}
