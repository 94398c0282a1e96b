import { formatPanjang, formatPendek } from '../calendar.ts'
import { drawPengesahan } from './marks.ts'
import { drawBaris, drawParagraf, drawTeks, type Baris } from './sheet.ts'
import { getIsi, getNama, getNip, makePejabat, type Templat } from './surat.ts'

type Register = {
  kantor: string
  judul: string
  upacara: string
  penutup: string
  jabatan: string
  lingkar: string
}

const kua: Register = {
  kantor: 'KANTOR URUSAN AGAMA KECAMATAN SUKOREJO',
  judul: 'KUTIPAN AKTA NIKAH',
  upacara: 'akad nikah',
  penutup: 'dengan wali nikah ayah kandung dan mas kawin seperangkat alat salat dibayar tunai.',
  jabatan: 'Kepala KUA / Penghulu,',
  lingkar: 'KANTOR URUSAN AGAMA',
}

const catatanSipil: Register = {
  kantor: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
  judul: 'KUTIPAN AKTA PERKAWINAN',
  upacara: 'perkawinan',
  penutup: 'di hadapan pemuka agama, dan telah dicatatkan menurut peraturan perundang-undangan.',
  jabatan: 'Pejabat Pencatatan Sipil,',
  lingkar: 'KEPENDUDUKAN DAN PENCATATAN SIPIL',
}

/** Marriage extract, as the office that kept the register issues it. */
export const drawAktaNikah: Templat = (surat, lembar, random) => {
  const sheet = lembar({ huruf: random.chance(0.3) ? 'Ketik' : 'Naskah', kertas: '#f1f3e6' })
  const gaya = { ukuran: sheet.huruf === 'Ketik' ? 10 : 11.5 }
  const { pemilik } = surat
  const register = pemilik.dataUtama.agama === '1' ? kua : catatanSipil
  const nikah = getIsi(surat, 'tanggalNikah')
  drawTeks(sheet, register.kantor, 297, 70, { ...gaya, rata: 'tengah' })
  drawTeks(sheet, register.judul, 297, 106, { ukuran: 17, tebal: true, rata: 'tengah' })
  drawTeks(sheet, `Nomor: ${getIsi(surat, 'nomorAkta')}`, 297, 124, { ...gaya, rata: 'tengah' })
  let y = drawParagraf(
    sheet,
    `Pada hari ini tanggal ${formatPanjang(nikah)} telah dilangsungkan ${register.upacara} seorang laki-laki dengan seorang perempuan sebagai berikut:`,
    62,
    156,
    471,
    gaya,
  )
  const diri: Baris[] = [
    ['Nama lengkap', pemilik.dataUtama.nama.toUpperCase()],
    ['Nomor Induk Kependudukan', pemilik.dataUtama.nik],
    [
      'Tempat, tanggal lahir',
      `${pemilik.dataUtama.tempatLahir}, ${formatPendek(pemilik.dataUtama.tanggalLahir)}`,
    ],
    ['Kewarganegaraan', 'Indonesia'],
    ['Pekerjaan', 'Aparatur Sipil Negara'],
  ]
  const pasangan: Baris[] = [
    ['Nama lengkap', getIsi(surat, 'nama').toUpperCase()],
    ['Tanggal lahir', formatPendek(getIsi(surat, 'tanggalLahir'))],
    ['Kewarganegaraan', 'Indonesia'],
    ['Pekerjaan', getIsi(surat, 'pekerjaan')],
  ]
  const suami = pemilik.dataUtama.jenisKelamin === 'L'
  const urutan: readonly [string, Baris[]][] = [
    ['I.  SUAMI', suami ? diri : pasangan],
    ['II.  ISTRI', suami ? pasangan : diri],
  ]
  for (const [judul, baris] of urutan) {
    drawTeks(sheet, judul, 62, y + 18, { ...gaya, tebal: true })
    y = drawBaris(sheet, baris, { x: 84, y: y + 38, titik: 238, lebar: 450, jarak: 18 }, gaya)
  }
  y = drawParagraf(sheet, register.penutup, 62, y + 14, 471, gaya)
  const kepala = makePejabat(surat.kepalaBkd, [register.jabatan], 'Kecamatan Sukorejo')
  const petugas = {
    ...kepala,
    nama: surat.lain[0] === undefined ? kepala.nama : getNama(surat.lain[0], true),
    nip: surat.lain[0] === undefined ? kepala.nip : getNip(surat.lain[0]),
    pangkat: '',
    lingkar: register.lingkar,
  }
  drawPengesahan(
    sheet,
    { x: 320, y: y + 34, pembuka: [`Sukorejo, ${formatPanjang(nikah)}`], ukuran: gaya.ukuran },
    petugas,
  )
  return [sheet]
}
