import { drawKop } from './marks.ts'
import { drawDiktum, drawTeks } from './sheet.ts'
import type { BuatLembar } from './surat.ts'
import type { Sheet } from './sheet.ts'

const ketentuan: readonly [string, string][] = [
  [
    'PERTAMA',
    'Keputusan ini berlaku bagi Pegawai Negeri Sipil yang namanya tercantum di dalamnya, sejak tanggal yang disebut di belakang nama masing-masing.',
  ],
  [
    'KEDUA',
    'Kepala Perangkat Daerah menyampaikan petikan keputusan ini kepada yang bersangkutan paling lambat empat belas hari kerja sejak diterima.',
  ],
  [
    'KETIGA',
    'Biaya yang timbul akibat keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah Provinsi Jawa Timur.',
  ],
  [
    'KEEMPAT',
    'Pegawai yang menerima keputusan ini wajib memeriksa kebenaran nama, nomor induk, tanggal lahir dan unit kerjanya, dan melaporkan kekeliruan secara tertulis.',
  ],
  [
    'KELIMA',
    'Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini akan diadakan perbaikan sebagaimana mestinya.',
  ],
]

/** The last page of a collective decree: provisions for everybody, about nobody. */
export function drawKetentuan(lembar: BuatLembar): Sheet {
  const sheet = lembar({})
  let y = drawKop(sheet, 'Badan Kepegawaian Daerah') + 12
  drawTeks(sheet, 'KETENTUAN PELAKSANAAN', 297, y, { ukuran: 12.5, tebal: true, rata: 'tengah' })
  y += 30
  for (const [label, teks] of ketentuan) y = drawDiktum(sheet, label, teks, y, { ukuran: 11.5 }) + 8
  const tembusan = [
    'Tembusan disampaikan kepada:',
    '1. Kepala Kantor Regional II Badan Kepegawaian Negara;',
    '2. Inspektur Provinsi Jawa Timur;',
    '3. Kepala Badan Pengelolaan Keuangan dan Aset Daerah;',
    '4. Pegawai yang bersangkutan.',
  ]
  tembusan.forEach((satu, i) => drawTeks(sheet, satu, 62, y + 24 + i * 15, { ukuran: 10.5 }))
  return sheet
}
