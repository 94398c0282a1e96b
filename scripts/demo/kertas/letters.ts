import { formatPanjang } from '../calendar.ts'
import { getLabelPredikat } from '../reference.ts'
import { drawKop, drawPengesahan } from './marks.ts'
import { drawBaris, drawParagraf, drawTabel, drawTeks, type Baris } from './sheet.ts'
import {
  formatMasa,
  formatPangkat,
  formatUang,
  getIsi,
  getNama,
  getNip,
  makePejabat,
  type Templat,
} from './surat.ts'

const huruf = { ukuran: 11 }

/** The letter that announces a periodic pay rise, from the person's own office. */
export const drawSkGaji: Templat = (surat, lembar, random) => {
  const sheet = lembar({ huruf: random.chance(0.4) ? 'Ketik' : 'Tegak' })
  const gaya = { ukuran: sheet.huruf === 'Ketik' ? 10 : 10.2 }
  const { pemilik } = surat
  let y = drawKop(sheet, pemilik.kantor) + 8
  drawTeks(sheet, `Surabaya, ${formatPanjang(getIsi(surat, 'tanggalSk'))}`, 541, y, {
    ...gaya,
    rata: 'kanan',
  })
  y = drawBaris(
    sheet,
    [
      ['Nomor', getIsi(surat, 'nomorSk')],
      ['Sifat', 'Penting'],
      ['Lampiran', '-'],
      ['Hal', 'Kenaikan Gaji Berkala'],
    ],
    { x: 58, y: y + 22, titik: 118, lebar: 250 },
    gaya,
  )
  const tujuan = [
    'Yth. Kepala Badan Pengelolaan Keuangan',
    '        dan Aset Daerah',
    'di Surabaya',
  ]
  tujuan.forEach((satu, i) => drawTeks(sheet, satu, 330, y + 8 + i * 14, gaya))
  y = drawParagraf(
    sheet,
    'Dengan ini diberitahukan bahwa berhubung telah dipenuhinya masa kerja dan syarat-syarat lainnya kepada:',
    58,
    y + 68,
    483,
    gaya,
  )
  const golongan = getIsi(surat, 'golongan')
  const orang: Baris[] = [
    ['Nama', getNama(pemilik)],
    ['NIP', getNip(pemilik)],
    ['Pangkat/Golongan', formatPangkat(golongan, ' / ')],
    ['Jabatan', pemilik.dataUtama.jabatan],
    ['Unit kerja', pemilik.unit],
  ]
  y = drawBaris(
    sheet,
    orang,
    { x: 74, y: y + 6, titik: 232, lebar: 460, nomor: true, jarak: 15.5 },
    gaya,
  )
  y = drawParagraf(
    sheet,
    'diberikan kenaikan gaji berkala hingga memperoleh:',
    58,
    y + 6,
    483,
    gaya,
  )
  const baru: Baris[] = [
    ['Gaji pokok baru', formatUang(getIsi(surat, 'gajiPokok'))],
    ['Berdasarkan masa kerja', formatMasa(getIsi(surat, 'masaKerjaGolongan'))],
    ['Dalam golongan ruang', golongan],
    ['Terhitung mulai tanggal', formatPanjang(getIsi(surat, 'tmtGaji'))],
    ['Kenaikan yang akan datang', formatPanjang(getIsi(surat, 'tmtBerikutnya'))],
  ]
  y = drawBaris(
    sheet,
    baru,
    { x: 74, y: y + 6, titik: 232, lebar: 460, nomor: true, jarak: 15.5 },
    gaya,
  )
  y = drawParagraf(
    sheet,
    'Diharapkan agar sesuai dengan ketentuan yang berlaku kepada pegawai tersebut dapat dibayarkan penghasilannya berdasarkan gaji pokok yang baru.',
    58,
    y + 8,
    483,
    gaya,
  )
  const jabatan = [surat.kepala.dataUtama.jabatan.toUpperCase(), 'PROVINSI JAWA TIMUR']
  drawPengesahan(
    sheet,
    { x: 318, y: y + 18, pembuka: [], ukuran: gaya.ukuran },
    makePejabat(surat.kepala, jabatan, pemilik.kantor),
  )
  return [sheet]
}

/** The yearly appraisal: who, by whom, and the two ratings that make the predicate. */
export const drawSkp: Templat = (surat, lembar, random) => {
  const sheet = lembar({ huruf: 'Tegak' })
  const { pemilik, kepala } = surat
  const tahun = getIsi(surat, 'tahun')
  drawTeks(sheet, 'DOKUMEN EVALUASI KINERJA PEGAWAI', 297, 62, {
    ukuran: 12.5,
    tebal: true,
    rata: 'tengah',
  })
  drawTeks(sheet, `PERIODE: JANUARI SAMPAI DENGAN DESEMBER ${tahun}`, 297, 78, {
    ukuran: 10,
    rata: 'tengah',
  })
  drawTeks(sheet, `PEMERINTAH PROVINSI JAWA TIMUR`, 58, 108, { ukuran: 9 })
  drawTeks(sheet, `PERIODE PENILAIAN: TAHUN ${tahun}`, 541, 108, { ukuran: 9, rata: 'kanan' })
  const sel = (
    judul: string,
    nama: string,
    nip: string,
    golongan: string,
    jabatan: string,
    unit: string,
  ): string[][] => [
    ['', judul, ''],
    ['1', 'Nama', nama],
    ['2', 'NIP', nip],
    ['3', 'Pangkat/Gol. Ruang', golongan],
    ['4', 'Jabatan', jabatan],
    ['5', 'Unit Kerja', unit],
  ]
  const kolom = [26, 150, 307]
  const diri = pemilik.dataUtama
  const atas = sel(
    'PEGAWAI YANG DINILAI',
    getNama(pemilik),
    getNip(pemilik),
    formatPangkat(diri.golongan),
    diri.jabatan,
    `${pemilik.unit} ${pemilik.kantor}`,
  )
  let y = drawTabel(sheet, kolom, atas, { x: 58, y: 120, tinggi: 18 }, { ukuran: 9.5 })
  const penilai = kepala.dataUtama
  const bawah = sel(
    'PEJABAT PENILAI KINERJA',
    getNama(kepala),
    getNip(kepala),
    formatPangkat(penilai.golongan),
    penilai.jabatan,
    kepala.kantor,
  )
  y = drawTabel(sheet, kolom, bawah, { x: 58, y: y + 10, tinggi: 18 }, { ukuran: 9.5 })
  const nilai = [
    ['', 'EVALUASI KINERJA', ''],
    ['1', 'Rating hasil kerja', getIsi(surat, 'hasilKerja').toUpperCase()],
    ['2', 'Rating perilaku kerja', getIsi(surat, 'perilaku').toUpperCase()],
    ['3', 'Predikat kinerja pegawai', getLabelPredikat(getIsi(surat, 'predikat')).toUpperCase()],
  ]
  y = drawTabel(sheet, kolom, nilai, { x: 58, y: y + 10, tinggi: 21 }, { ukuran: 9.5 })
  y = drawParagraf(
    sheet,
    'Catatan/Rekomendasi: capaian kinerja dipertahankan dan ditingkatkan sesuai rencana kerja tahun berikutnya.',
    58,
    y + 22,
    483,
    { ukuran: 9.5 },
  )
  const tanggal = `Surabaya, ${random.int(5, 28)} Januari ${Number(tahun) + 1}`
  drawPengesahan(
    sheet,
    { x: 330, y: y + 22, pembuka: [tanggal], ukuran: 10 },
    makePejabat(kepala, ['Pejabat Penilai Kinerja,'], pemilik.kantor),
  )
  drawTeks(sheet, 'Pegawai yang dinilai,', 64, y + 35, huruf)
  drawTeks(sheet, getNama(pemilik), 64, y + 100, { ukuran: 10, tebal: true })
  drawTeks(sheet, `NIP ${getNip(pemilik)}`, 64, y + 113, { ukuran: 10 })
  return [sheet]
}
