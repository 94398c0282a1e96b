import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'
import { formatNip } from '@meja/core/domain/nip.ts'
import { formatWaktuCetak } from '@meja/core/domain/tanggal.ts'
import type { BagianDrh, BarisDrh, DaftarDrh, Pasangan } from './build-drh.ts'
import { Kertas, lebarIsi, tepi, warna, type Gaya } from '../../cetak/kertas.ts'

export type Drh = {
  readonly pegawai: {
    readonly nip: string
    readonly nama: string
    readonly gelarDepan: string | null
    readonly gelarBelakang: string | null
    readonly jabatan: string | null
    readonly golongan: string | null
    readonly unitKerja: string
    readonly perangkatDaerah: string
  }
  readonly bagian: readonly BagianDrh[]
  readonly disamarkan: boolean
  readonly waktu: Date
  /** Who printed it, as a person reads it. */
  readonly oleh: string
  /** Finds the print in the audit trail. */
  readonly nomorCetak: string
  /** The recommendation under which somebody else's record is printed (P18). */
  readonly dasar: { readonly nomor: string; readonly penerima: string } | null
}

const judulDokumen = 'Daftar Riwayat Hidup'
const romawi = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const isi: Gaya = { ukuran: 8.5 }
const redup: Gaya = { ukuran: 7.5, warna: warna.redup }
const kepala: Gaya = { ukuran: 7.5, tebal: true, warna: warna.redup }
const lebarNomor = 20
const sela = 6

function drawKepala(kertas: Kertas, { disamarkan, dasar }: Drh): void {
  const penuh = { x: tepi.kiri, lebar: lebarIsi }
  kertas.write('P', 'TERBATAS', { ...penuh, y: tepi.atas }, { ...kepala, rata: 'right' })
  kertas.write(
    'H1',
    judulDokumen.toUpperCase(),
    { ...penuh, y: tepi.atas + 14 },
    { ukuran: 15, tebal: true, rata: 'center' },
  )
  kertas.write(
    'P',
    'Pegawai Aparatur Sipil Negara Pemerintah Provinsi Jawa Timur',
    { ...penuh, y: kertas.y + 1 },
    { ...isi, rata: 'center' },
  )
  if (dasar !== null) {
    kertas.write(
      'P',
      `Disajikan untuk ${dasar.penerima} menurut rekomendasi ${dasar.nomor}`,
      { ...penuh, y: kertas.y + 3 },
      { ...redup, rata: 'center' },
    )
  }
  if (disamarkan) {
    kertas.write(
      'P',
      'Nilai bertanda ••• disamarkan bagi pencetak. Cetakan lengkap dibuat pegawai yang bersangkutan atau administrator.',
      { ...penuh, y: kertas.y + 3 },
      { ...redup, rata: 'center' },
    )
  }
  kertas.moveTo(kertas.y + 10)
}

function drawPasangan(kertas: Kertas, semua: readonly Pasangan[]): void {
  const lebarLabel = 150
  const tabel = kertas.startUnsur('Table')
  for (const [label, nilai] of semua) {
    const lebarNilai = lebarIsi - lebarLabel - sela
    const tinggi =
      Math.max(kertas.measure(label, lebarLabel, isi), kertas.measure(nilai, lebarNilai, isi)) + 3
    kertas.ensureRoom(tinggi)
    const { y } = kertas
    const baris = kertas.startUnsur('TR', tabel)
    kertas.write(
      'TH',
      label,
      { x: tepi.kiri, y, lebar: lebarLabel },
      { ...isi, warna: warna.redup },
      baris,
    )
    kertas.write(
      'TD',
      nilai,
      { x: tepi.kiri + lebarLabel + sela, y, lebar: lebarNilai },
      isi,
      baris,
    )
    baris.end()
    kertas.moveTo(y + tinggi)
  }
  tabel.end()
}

type Tabel = { kertas: Kertas; unsur: ReturnType<Kertas['startUnsur']>; lebarKolom: number }

function getX(nol: number, lebarKolom: number): number {
  return tepi.kiri + lebarNomor + nol * (lebarKolom + sela)
}

function drawKepalaTabel({ kertas, unsur, lebarKolom }: Tabel, judul: readonly string[]): void {
  const { y } = kertas
  const baris = kertas.startUnsur('TR', unsur)
  kertas.write('TH', 'No.', { x: tepi.kiri, y, lebar: lebarNomor }, kepala, baris)
  for (const [nol, satu] of judul.entries()) {
    kertas.write('TH', satu, { x: getX(nol, lebarKolom), y, lebar: lebarKolom }, kepala, baris)
  }
  baris.end()
  kertas.moveTo(y + 12)
  kertas.drawGaris(kertas.y - 1)
}

function measureBaris({ kertas, lebarKolom }: Tabel, { kolom, rincian }: BarisDrh) {
  const atas = Math.max(...kolom.map((teks) => kertas.measure(teks, lebarKolom, isi)))
  const bawah = rincian === '' ? 0 : kertas.measure(rincian, lebarIsi - lebarNomor, redup) + 1
  return { atas, tinggi: atas + bawah + 5 }
}

function drawBaris(tabel: Tabel, nomor: number, { kolom, rincian }: BarisDrh, atas: number): void {
  const { kertas, unsur, lebarKolom } = tabel
  const y = kertas.y + 2
  const baris = kertas.startUnsur('TR', unsur)
  kertas.write('TD', `${nomor}.`, { x: tepi.kiri, y, lebar: lebarNomor }, isi, baris)
  for (const [nol, teks] of kolom.entries()) {
    kertas.write('TD', teks, { x: getX(nol, lebarKolom), y, lebar: lebarKolom }, isi, baris)
  }
  if (rincian !== '') {
    const tempat = { x: tepi.kiri + lebarNomor, y: y + atas + 1, lebar: lebarIsi - lebarNomor }
    kertas.write('TD', rincian, tempat, redup, baris)
  }
  baris.end()
}

function drawTabel(kertas: Kertas, judul: readonly string[], semua: readonly BarisDrh[]): void {
  const jumlah = Math.max(1, judul.length)
  const lebarKolom = (lebarIsi - lebarNomor - sela * (jumlah - 1)) / jumlah
  const tabel: Tabel = { kertas, unsur: kertas.startUnsur('Table'), lebarKolom }
  drawKepalaTabel(tabel, judul)
  for (const [nol, baris] of semua.entries()) {
    const { atas, tinggi } = measureBaris(tabel, baris)
    // A row stays whole, and the head stands above it on the next sheet too.
    if (kertas.ensureRoom(tinggi)) drawKepalaTabel(tabel, judul)
    const { y } = kertas
    drawBaris(tabel, nol + 1, baris, atas)
    kertas.moveTo(y + tinggi)
    kertas.drawGaris(kertas.y - 1)
  }
  tabel.unsur.end()
}

function drawDaftar(kertas: Kertas, daftar: DaftarDrh): void {
  // A heading never stays behind alone at the foot of a page.
  kertas.ensureRoom(60)
  kertas.write(
    'H3',
    daftar.judul,
    { x: tepi.kiri, y: kertas.y + 4, lebar: lebarIsi },
    { ukuran: 9, tebal: true },
  )
  kertas.moveTo(kertas.y + 3)
  if (daftar.bentuk === 'pasangan') drawPasangan(kertas, daftar.isi)
  else drawTabel(kertas, daftar.kepala, daftar.baris)
  kertas.moveTo(kertas.y + 4)
}

function drawBagian(kertas: Kertas, nol: number, bagian: BagianDrh, muka: readonly Pasangan[]) {
  kertas.ensureRoom(80)
  const y = kertas.y + 6
  kertas.drawPita(y, 18)
  kertas.write(
    'H2',
    `${romawi[nol] ?? nol + 1}. ${bagian.judul.toUpperCase()}`,
    { x: tepi.kiri + 6, y: y + 4, lebar: lebarIsi - 12 },
    { ukuran: 9.5, tebal: true },
  )
  kertas.moveTo(y + 24)
  if (muka.length > 0) drawPasangan(kertas, muka)
  for (const daftar of bagian.daftar) drawDaftar(kertas, daftar)
  if (bagian.kosong.length > 0) {
    const teks = `Tidak ada data: ${bagian.kosong.join(', ')}.`
    kertas.ensureRoom(kertas.measure(teks, lebarIsi, redup) + 4)
    kertas.write('P', teks, { x: tepi.kiri, y: kertas.y + 2, lebar: lebarIsi }, redup)
  }
}

/** The place for the signature: only under a complete print can the person say that it is true. */
function drawPernyataan(kertas: Kertas, { pegawai }: Drh): void {
  kertas.ensureRoom(140)
  const kanan = { x: tepi.kiri + lebarIsi - 220, lebar: 220 }
  kertas.write(
    'P',
    'Demikian daftar riwayat hidup ini dicetak dari data kepegawaian yang berlaku pada waktu cetak, dan saya menyatakan isinya benar.',
    { x: tepi.kiri, y: kertas.y + 14, lebar: lebarIsi },
    isi,
  )
  kertas.write(
    'P',
    '......................, ......................',
    { ...kanan, y: kertas.y + 12 },
    isi,
  )
  kertas.write('P', 'Yang bersangkutan,', { ...kanan, y: kertas.y + 2 }, isi)
  const nama = formatNama(pegawai.nama, pegawai.gelarDepan, pegawai.gelarBelakang)
  kertas.write('P', nama, { ...kanan, y: kertas.y + 44 }, { ...isi, tebal: true })
  kertas.write('P', `NIP ${formatNip(pegawai.nip)}`, { ...kanan, y: kertas.y + 1 }, isi)
}

/** The daftar riwayat hidup as PDF (P16.2a). */
export async function drawDrh(drh: Drh): Promise<Buffer> {
  const { pegawai, bagian, waktu, oleh, nomorCetak, dasar } = drh
  const kertas = await Kertas.open(judulDokumen, waktu)
  drawKepala(kertas, drh)
  const nama = formatNama(pegawai.nama, pegawai.gelarDepan, pegawai.gelarBelakang)
  const muka: Pasangan[] = [
    ['Nama lengkap', nama],
    ['NIP', formatNip(pegawai.nip)],
    ['Pangkat/golongan', pegawai.golongan ?? '—'],
    ['Jabatan', pegawai.jabatan ?? '—'],
    ['Unit kerja', pegawai.unitKerja],
    ['Perangkat Daerah', pegawai.perangkatDaerah],
  ]
  for (const [nol, satu] of bagian.entries()) drawBagian(kertas, nol, satu, nol === 0 ? muka : [])
  if (!drh.disamarkan) drawPernyataan(kertas, drh)
  return kertas.finish((nomor, jumlah) => ({
    kiri: [
      `${nama}, NIP ${formatNip(pegawai.nip)}. TERBATAS${dasar ? `, ${dasar.nomor}` : ''}.`,
      `Dicetak pada ${formatWaktuCetak(waktu)} oleh ${oleh}; nomor cetak ${nomorCetak}`,
    ],
    kanan: `hal. ${nomor} dari ${jumlah}`,
  }))
}
