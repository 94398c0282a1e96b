import { formatPanjang, formatPendek } from '../calendar.ts'
import { drawKop, drawPengesahan } from './marks.ts'
import {
  drawBaris,
  drawDiktum,
  drawParagraf,
  drawTabel,
  drawTeks,
  type Baris,
  type Sheet,
} from './sheet.ts'
import {
  formatMasa,
  formatPangkat,
  formatUang,
  getIsi,
  getNama,
  getNip,
  makePejabat,
  type BuatLembar,
  type Surat,
  type Templat,
} from './surat.ts'

const tengah = { rata: 'tengah', ukuran: 11.5 } as const

function drawKepala(sheet: Sheet, nomor: string, tentang: readonly string[]): number {
  let y = drawKop(sheet, 'Badan Kepegawaian Daerah') + 8
  const baris = ['KEPUTUSAN GUBERNUR JAWA TIMUR', `NOMOR ${nomor}`, 'TENTANG', ...tentang]
  for (const satu of baris) {
    drawTeks(sheet, satu, 297, y, { ...tengah, tebal: true })
    y += satu.startsWith('NOMOR') ? 20 : 15
  }
  drawTeks(sheet, 'GUBERNUR JAWA TIMUR,', 297, y + 5, { ...tengah, tebal: true })
  return y + 26
}

function drawPenutup(sheet: Sheet, surat: Surat, y: number): void {
  const jabatan = ['a.n. GUBERNUR JAWA TIMUR', 'KEPALA BADAN KEPEGAWAIAN DAERAH']
  const pejabat = makePejabat(surat.kepalaBkd, jabatan, 'Badan Kepegawaian Daerah')
  const pembuka = [
    'Ditetapkan di Surabaya',
    `pada tanggal ${formatPanjang(getIsi(surat, 'tanggalSk'))}`,
  ]
  const bawah = drawPengesahan(sheet, { x: 308, y, pembuka }, pejabat)
  const tembusan = [
    'Tembusan:',
    '1. Kepala Kantor Regional II BKN;',
    `2. Kepala ${surat.pemilik.kantor};`,
    '3. Yang bersangkutan.',
  ]
  tembusan.forEach((satu, i) =>
    drawTeks(sheet, satu, 62, Math.min(bawah - 24, 770) + i * 11, { ukuran: 8.5 }),
  )
}

const huruf = { ukuran: 10.5 }

/** The attached list of a collective decree: the person stands among colleagues. */
function drawLampiran(surat: Surat, lembar: BuatLembar): Sheet {
  const sheet = lembar({ lanskap: true })
  const kepala = [
    'LAMPIRAN',
    'KEPUTUSAN GUBERNUR JAWA TIMUR',
    `NOMOR    : ${getIsi(surat, 'nomorSk')}`,
    `TANGGAL : ${formatPanjang(getIsi(surat, 'tanggalSk'))}`,
  ]
  kepala.forEach((satu, i) => drawTeks(sheet, satu, 520, 46 + i * 13, { ukuran: 9.5 }))
  drawTeks(sheet, 'DAFTAR NAMA PEGAWAI NEGERI SIPIL', 421, 116, { ...tengah, tebal: true })
  const tempat = Math.floor(sheet.random.int(1, Math.max(1, surat.lain.length - 1)))
  const semua = [...surat.lain.slice(0, tempat), surat.pemilik, ...surat.lain.slice(tempat)]
  const baris = semua.map((orang, i) => [
    String(i + 1),
    getNama(orang),
    getNip(orang),
    formatPendek(orang.dataUtama.tanggalLahir),
    orang === surat.pemilik ? getIsi(surat, 'golongan') : orang.dataUtama.golongan,
    orang.unit,
  ])
  const judul = ['NO', 'NAMA', 'NIP', 'TANGGAL LAHIR', 'GOL. RUANG', 'UNIT KERJA']
  const bawah = drawTabel(
    sheet,
    [28, 180, 130, 76, 56, 260],
    [judul, ...baris],
    { x: 56, y: 134, tinggi: 17 },
    { ukuran: 8.5 },
  )
  const jabatan = ['a.n. GUBERNUR JAWA TIMUR', 'KEPALA BADAN KEPEGAWAIAN DAERAH']
  const pejabat = makePejabat(surat.kepalaBkd, jabatan, 'Badan Kepegawaian Daerah')
  drawPengesahan(sheet, { x: 540, y: Math.min(bawah + 24, 440), pembuka: [], ukuran: 9.5 }, pejabat)
  return sheet
}

/** The law in force on the day of the letter: an old decree citing a new law would look wrong. */
function getUndangUndang(tanggal: string): string {
  if (tanggal < '2014-01-15') {
    return 'Undang-Undang Nomor 8 Tahun 1974 sebagaimana diubah dengan Undang-Undang Nomor 43 Tahun 1999'
  }
  const nomor = tanggal < '2023-10-31' ? 'Nomor 5 Tahun 2014' : 'Nomor 20 Tahun 2023'
  return `Undang-Undang ${nomor} tentang Aparatur Sipil Negara`
}

export const drawSkPangkat: Templat = (surat, lembar, random) => {
  const sheet = lembar({})
  const tentang = ['KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL']
  let y = drawKepala(sheet, getIsi(surat, 'nomorSk'), tentang)
  y = drawDiktum(
    sheet,
    'Menimbang',
    'bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat dan dipandang cakap untuk dinaikkan pangkatnya setingkat lebih tinggi;',
    y,
    huruf,
  )
  y = drawDiktum(
    sheet,
    'Mengingat',
    `1. ${getUndangUndang(getIsi(surat, 'tanggalSk'))}; 2. Peraturan Pemerintah Nomor 99 Tahun 2000 sebagaimana diubah dengan Peraturan Pemerintah Nomor 12 Tahun 2002; 3. Peraturan Pemerintah Nomor 7 Tahun 1977 beserta perubahannya;`,
    y,
    huruf,
  )
  drawTeks(sheet, 'MEMUTUSKAN:', 297, y + 8, { ...tengah, tebal: true })
  y = drawDiktum(sheet, 'Menetapkan', 'Pegawai Negeri Sipil tersebut di bawah ini:', y + 26, huruf)
  const { pemilik } = surat
  const orang: Baris[] = [
    ['Nama', getNama(pemilik, random.chance(0.5))],
    ['NIP', getNip(pemilik)],
    [
      'Tempat, tanggal lahir',
      `${pemilik.dataUtama.tempatLahir}, ${formatPanjang(pemilik.dataUtama.tanggalLahir)}`,
    ],
    ['Pangkat/Gol. ruang lama', formatPangkat(surat.golonganLama ?? getIsi(surat, 'golongan'))],
    ['Jabatan', pemilik.dataUtama.jabatan],
    ['Unit kerja', `${pemilik.unit} ${pemilik.kantor} Provinsi Jawa Timur`],
  ]
  y = drawBaris(sheet, orang, { x: 144, y: y + 2, titik: 278, lebar: 395 }, huruf)
  y = drawParagraf(
    sheet,
    `terhitung mulai tanggal ${formatPanjang(getIsi(surat, 'tmtGolongan'))} dinaikkan pangkatnya menjadi:`,
    144,
    y + 5,
    395,
    huruf,
  )
  const baru: Baris[] = [
    ['Pangkat/Gol. ruang baru', formatPangkat(getIsi(surat, 'golongan'))],
    ['Masa kerja golongan', formatMasa(getIsi(surat, 'masaKerjaGolongan'))],
    ['Gaji pokok', formatUang(getIsi(surat, 'gajiPokok'))],
  ]
  y = drawBaris(sheet, baru, { x: 144, y: y + 5, titik: 278, lebar: 395 }, huruf)
  y = drawParagraf(
    sheet,
    'ditambah penghasilan lain yang sah berdasarkan ketentuan peraturan perundang-undangan. Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini akan diadakan perbaikan sebagaimana mestinya.',
    144,
    y + 4,
    395,
    huruf,
  )
  drawPenutup(sheet, surat, y + 14)
  return random.chance(0.35) ? [sheet, drawLampiran(surat, lembar)] : [sheet]
}

export const drawSkCpns: Templat = (surat, lembar, random) => {
  const tahun = Number(getIsi(surat, 'tanggalSk').slice(0, 4))
  // Letters before about 2008 came from a typewriter or a daisy wheel.
  const sheet = lembar({ huruf: tahun < 2008 ? 'Ketik' : 'Naskah' })
  const kecil = { ukuran: tahun < 2008 ? 9.6 : 10.5 }
  let y = drawKepala(sheet, getIsi(surat, 'nomorSk'), ['PENGANGKATAN CALON PEGAWAI NEGERI SIPIL'])
  y = drawDiktum(
    sheet,
    'Menimbang',
    'bahwa yang namanya tersebut dalam keputusan ini memenuhi syarat untuk diangkat menjadi Calon Pegawai Negeri Sipil;',
    y,
    kecil,
  )
  y = drawDiktum(
    sheet,
    'Mengingat',
    'Peraturan Pemerintah tentang Pengadaan Pegawai Negeri Sipil dan Peraturan Pemerintah Nomor 7 Tahun 1977 beserta perubahannya;',
    y,
    kecil,
  )
  drawTeks(sheet, 'MEMUTUSKAN:', 297, y + 8, { ...tengah, tebal: true })
  y = drawDiktum(sheet, 'KESATU', 'Mengangkat sebagai Calon Pegawai Negeri Sipil:', y + 26, kecil)
  const { pemilik } = surat
  const isi: Baris[] = [
    ['Nama', getNama(pemilik, true)],
    ['NIP', getNip(pemilik)],
    [
      'Tempat, tanggal lahir',
      `${pemilik.dataUtama.tempatLahir}, ${formatPendek(pemilik.dataUtama.tanggalLahir)}`,
    ],
    ['Jenis kelamin', pemilik.dataUtama.jenisKelamin === 'L' ? 'Laki-laki' : 'Perempuan'],
    ['Golongan ruang', `${getIsi(surat, 'golongan')} (masa kerja 00 tahun 00 bulan)`],
    ['Gaji pokok (80%)', formatUang(getIsi(surat, 'gajiPokok'))],
    ['Unit kerja', getIsi(surat, 'unitKerja')],
    ['Terhitung mulai tanggal', formatPanjang(getIsi(surat, 'tmtCpns'))],
  ]
  y = drawBaris(
    sheet,
    isi,
    { x: 144, y: y + 4, titik: 286, lebar: 395, nomor: true, jarak: 15.5 },
    kecil,
  )
  y = drawDiktum(
    sheet,
    'KEDUA',
    'Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini akan diadakan perbaikan dan perhitungan kembali sebagaimana mestinya.',
    y + 6,
    kecil,
  )
  y = drawDiktum(
    sheet,
    'KETIGA',
    'Asli keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan dipergunakan sebagaimana mestinya.',
    y,
    kecil,
  )
  drawPenutup(sheet, surat, y + 16)
  return random.chance(0.4) ? [sheet, drawLampiran(surat, lembar)] : [sheet]
}
