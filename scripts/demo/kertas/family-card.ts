import type { Random } from '../random.ts'
import { formatPendek, getParts, hariIni, makeDate } from '../calendar.ts'
import { makeNama } from '../names.ts'
import { drawLambang, drawPengesahan } from './marks.ts'
import { drawBaris, drawGaris, drawTabel, drawTeks } from './sheet.ts'
import { getIsi, makePejabat, type Surat, type Templat } from './surat.ts'

/** The household: alone when unmarried, else with the recorded spouse and up to two children. */
function listAnggota(surat: Surat, random: Random): string[][] {
  const diri = surat.pemilik.dataUtama
  const nik = getIsi(surat, 'nik')
  const kelamin = (kode: 'L' | 'P'): string => (kode === 'L' ? 'LAKI-LAKI' : 'PEREMPUAN')
  const makeAnggota = (nama: string, jenis: 'L' | 'P', lahir: string, kerja: string): string[] => {
    const { year, month, day } = getParts(lahir)
    const tanggal = [jenis === 'P' ? day + 40 : day, month, year % 100]
    const nomor = nik.slice(0, 6) + tanggal.map((n) => String(n).padStart(2, '0')).join('')
    const serial = String(random.int(1, 9)).padStart(4, '0')
    return [
      nama.toUpperCase(),
      nomor + serial,
      kelamin(jenis),
      diri.tempatLahir.toUpperCase(),
      formatPendek(lahir),
      kerja,
    ]
  }
  const kepala = [
    diri.nama.toUpperCase(),
    nik,
    kelamin(diri.jenisKelamin),
    diri.tempatLahir.toUpperCase(),
    formatPendek(diri.tanggalLahir),
    'ASN',
  ]
  const keluarga = [kepala]
  const { pasangan } = surat
  if (pasangan !== null) {
    const lawan = diri.jenisKelamin === 'L' ? 'P' : 'L'
    const lahir = pasangan['tanggalLahir'] ?? diri.tanggalLahir
    keluarga.push(
      makeAnggota(
        pasangan['nama'] ?? '-',
        lawan,
        lahir,
        (pasangan['pekerjaan'] ?? 'Wiraswasta').toUpperCase(),
      ),
    )
    const nikah = getParts(pasangan['tanggalNikah'] ?? hariIni).year
    for (let tahun = nikah + 1; tahun <= 2025 && keluarga.length < 4; tahun += random.int(3, 5)) {
      const jenis = random.pick(['L', 'P'] as const)
      keluarga.push(
        makeAnggota(
          makeNama(random, jenis),
          jenis,
          makeDate(tahun, random.int(1, 12), random.int(1, 28)),
          'PELAJAR/MAHASISWA',
        ),
      )
    }
  }
  return keluarga.map((baris, i) => [String(i + 1), ...baris])
}

export const drawKartuKeluarga: Templat = (surat, lembar, random) => {
  const sheet = lembar({ lanskap: true, huruf: 'Tegak', kertas: '#f2f7f8' })
  drawLambang(sheet, 78, 62, 24, '#3a5a72')
  drawTeks(sheet, 'KARTU KELUARGA', 421, 62, { ukuran: 21, tebal: true, rata: 'tengah' })
  drawTeks(sheet, `No. ${getIsi(surat, 'nomorKk')}`, 421, 82, {
    ukuran: 14,
    rata: 'tengah',
    tebal: true,
  })
  const kecil = { ukuran: 8.8 }
  const atas = { y: 112, lebar: 330, jarak: 13.5 }
  drawBaris(
    sheet,
    [
      ['Nama Kepala Keluarga', surat.pemilik.dataUtama.nama.toUpperCase()],
      ['Alamat', getIsi(surat, 'jalan').toUpperCase()],
      ['RT/RW', getIsi(surat, 'rtRw')],
      ['Kode Pos', getIsi(surat, 'kodePos')],
    ],
    { ...atas, x: 48, titik: 158 },
    kecil,
  )
  drawBaris(
    sheet,
    [
      ['Desa/Kelurahan', getIsi(surat, 'kelurahan').toUpperCase()],
      ['Kecamatan', getIsi(surat, 'kecamatan').toUpperCase()],
      ['Kabupaten/Kota', getIsi(surat, 'kabkota').toUpperCase()],
      ['Provinsi', 'JAWA TIMUR'],
    ],
    { ...atas, x: 520, titik: 610 },
    kecil,
  )
  const judul = [
    'No',
    'Nama Lengkap',
    'NIK',
    'Jenis Kelamin',
    'Tempat Lahir',
    'Tanggal Lahir',
    'Jenis Pekerjaan',
  ]
  const anggota = listAnggota(surat, random)
  const kosong = Array.from({ length: 3 }, (_, i) => [
    String(anggota.length + i + 1),
    '-',
    '-',
    '-',
    '-',
    '-',
    '-',
  ])
  const tengah = drawTabel(
    sheet,
    [26, 200, 130, 90, 110, 90, 100],
    [judul, ...anggota, ...kosong],
    { x: 48, y: 172, tinggi: 17 },
    { ukuran: 8.5 },
  )
  const hubungan = ['KEPALA KELUARGA', 'SUAMI/ISTRI', 'ANAK', 'ANAK']
  const status = anggota.map((baris, i) => [
    baris[0] ?? '',
    i < 2 && anggota.length > 1 ? 'KAWIN' : 'BELUM KAWIN',
    hubungan[i] ?? 'ANAK',
    'WNI',
    '-',
    '-',
  ])
  const judul2 = [
    'No',
    'Status Perkawinan',
    'Hubungan dalam Keluarga',
    'Kewarganegaraan',
    'No. Paspor',
    'No. KITAP',
  ]
  const bawah = drawTabel(
    sheet,
    [26, 150, 190, 130, 125, 125],
    [judul2, ...status],
    { x: 48, y: tengah + 12, tinggi: 16 },
    { ukuran: 8.5 },
  )
  drawGaris(sheet, 48, bawah + 8, 794, bawah + 8, 0.4)
  const petugas = surat.lain[3] ?? surat.kepala
  const jabatan = ['KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL']
  drawPengesahan(
    sheet,
    { x: 520, y: bawah + 30, pembuka: ['Dikeluarkan tanggal 12-01-2026'], ukuran: 8.8 },
    {
      ...makePejabat(petugas, jabatan, 'Dukcapil'),
      pangkat: '',
      lingkar: 'KEPENDUDUKAN DAN PENCATATAN SIPIL',
    },
  )
  drawTeks(sheet, 'KEPALA KELUARGA,', 90, bawah + 42, kecil)
  drawTeks(sheet, surat.pemilik.dataUtama.nama.toUpperCase(), 90, bawah + 104, {
    ...kecil,
    tebal: true,
  })
  return [sheet]
}
