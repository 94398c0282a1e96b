import { drawGaris } from '../../demo/kertas/sheet.ts'
import { makeDate, makeNomor, makePerson, ranks, value, type Person } from './facts.ts'
import { write, writeRows, type Piece } from './field-page.ts'
import { drawHead, drawSigner, writeTable } from './sheet-parts.ts'
import type { Template } from './template.ts'

/** A form of boxes: a small label above each value. */
const formulir: Template = {
  kind: 'biodata',
  draw({ page, random }) {
    const p = makePerson(random)
    let y = drawHead(page.sheet, ['FORMULIR DATA PEGAWAI'], 70) + 16
    const box = (label: string, x: number, width: number, ...pieces: Piece[]) => {
      page.sheet.ctx.lineWidth = 0.7
      page.sheet.ctx.strokeRect(x, y, width, 36)
      write(page, [label], { x: x + 4, y: y + 11 }, { ukuran: 8 })
      write(page, pieces, { x: x + 4, y: y + 28 }, { ukuran: 11 })
    }
    box('Nama lengkap', 60, 290, value.nama('nama', p))
    box('NIP', 350, 185, value.nip('nip', p, false))
    y += 36
    box('NIK', 60, 190, value.nik('nik', p.nik))
    box('Tempat lahir', 250, 140, value.teks('tempat_lahir', p.tempat))
    box('Tanggal lahir', 390, 145, value.tanggal('tanggal_lahir', p.lahir, 'garis'))
    y += 36
    box('Pangkat', 60, 190, value.pangkat('pangkat', p.pangkat))
    box('Golongan ruang', 250, 140, value.golongan('golongan', p.pangkat))
    box('TMT pangkat', 390, 145, value.tanggal('tmt', `${random.int(2010, 2022)}-04-01`, 'garis'))
    y += 36
    box('Jabatan', 60, 240, value.teks('jabatan', p.jabatan))
    box('Unit kerja', 300, 235, value.teks('unit_kerja', p.unit))
    drawSigner(page, [['Diisi di Surabaya, 3 Maret 2023'], ['Yang bersangkutan,'], [''], [''], [p.bergelar]], 330, y + 90) // prettier-ignore
  },
}

/** Husband left, wife right, under one row of heads. */
const duaKolom: Template = {
  kind: 'buku-nikah',
  draw({ page, random }) {
    const [p, q] = [makePerson(random), makePerson(random)]
    const nikah = makeDate(random, 1995, 2022)
    let y = drawHead(page.sheet, ['BUKU NIKAH', 'KANTOR URUSAN AGAMA KECAMATAN LAWANG'], 70)
    y = writeRows(page, [['Nomor akta nikah', value.nomor('nomor_akta', `${random.int(10, 999)}/${random.int(10, 99)}/${random.pick(['II', 'IV', 'VII', 'XI'])}/${nikah.slice(0, 4)}`)], ['Hari, tanggal akad', 'Jumat, ', value.tanggal('tanggal_nikah', nikah)]], { x: 60, y: y + 10, colon: 170, right: 530, leading: 16 }, { ukuran: 10.5 }) // prettier-ignore
    const side = (label: string, a: Piece, b: Piece) => [[[label]], [[a]], [[b]]]
    y = writeTable(
      page,
      [115, 182, 182],
      [
        [[['']], [['SUAMI']], [['ISTRI']]],
        side('Nama', value.nama('nama', p, true), value.nama('nama_pasangan', q, true)),
        side('NIK', value.nik('nik', p.nik), q.nik),
        side('Tempat lahir', value.teks('tempat_lahir', p.tempat), q.tempat),
        side('Tanggal lahir', value.tanggal('tanggal_lahir', p.lahir), value.tanggal('tanggal_lahir_pasangan', q.lahir)), // prettier-ignore
        side('Pekerjaan', 'Pegawai Negeri Sipil', 'Karyawan Swasta'),
      ],
      { x: 60, y: y + 10, size: 10, pad: 8 },
    )
    drawSigner(page, [['Lawang, ', value.tanggal('x', nikah).printed], ['Kepala KUA,'], [''], [''], [makePerson(random).bergelar]], 330, y + 40) // prettier-ignore
  },
}

/** An oath: the day in words, the person in a sentence. */
const sumpah: Template = {
  kind: 'sumpah',
  draw({ page, random }) {
    const [p, a] = [makePerson(random), makePerson(random)]
    const hari = makeDate(random, 2008, 2022)
    const style = { ukuran: 11 }
    let y = drawHead(page.sheet, ['BERITA ACARA PENGAMBILAN SUMPAH/JANJI'], 90)
    write(page, ['NOMOR ', value.nomor('nomor_surat', makeNomor(random, Number(hari.slice(0, 4))))], { x: 297, y }, { ...style, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['Pada hari ini Senin tanggal ', value.tanggal('tanggal_surat', hari, 'kata'), ', dengan mengambil tempat di Surabaya, saya ', a.bergelar, ', NIP ', value.nip('x', a).printed, ', berdasarkan peraturan yang berlaku telah mengambil sumpah Pegawai Negeri Sipil bernama:'], { x: 66, y: y + 36, width: 465, leading: 18, indent: 24 }, style) // prettier-ignore
    y = writeRows(page, [['N a m a', value.nama('nama', p)], ['N I P', value.nip('nip', p)], ['Pangkat', value.pangkat('pangkat', p.pangkat), ', golongan ruang ', value.golongan('golongan', p.pangkat)], ['Jabatan', value.teks('jabatan', p.jabatan)], ['Unit Kerja', value.teks('unit_kerja', p.unit)]], { x: 90, y: y + 8, colon: 180, right: 530, leading: 17 }, style) // prettier-ignore
    drawSigner(page, [['Yang mengangkat sumpah,'], [''], [''], [p.bergelar]], 70, y + 50)
    drawSigner(page, [['Pejabat yang mengambil sumpah,'], [''], [''], [a.bergelar]], 320, y + 50)
  },
}

/** A list on an upright page in small print, without rules. */
const daftar: Template = {
  kind: 'daftar',
  draw({ page, random }) {
    const own = random.int(3, 17)
    const year = random.int(2010, 2022)
    const y = drawHead(page.sheet, ['DAFTAR NOMINATIF PEGAWAI', `KEADAAN BULAN MARET ${year}`], 60)
    write(page, ['Nomor: ', value.nomor('nomor_surat', makeNomor(random, year))], { x: 297, y }, { ukuran: 9.5, rata: 'tengah' }) // prettier-ignore
    const rows = Array.from({ length: 21 }, (_, i) => {
      const p = makePerson(random)
      const v = (x: ReturnType<typeof value.nip>) => (i === own ? x : x.printed)
      return [
        [[String(i + 1)]],
        [[v({ ...value.nama('nama', p), value: p.nama, printed: p.nama })]],
        [[v(value.nip('nip', p, false))]],
        [[v(value.tanggal('tanggal_lahir', p.lahir, 'angka'))]],
        [[v(value.golongan('golongan', p.pangkat))]],
        [[v(value.teks('jabatan', p.jabatan))]],
      ]
    })
    const head = ['No.', 'Nama Pegawai', 'NIP', 'Tgl. Lahir', 'Gol.', 'Jabatan']
    writeTable(page, [26, 130, 112, 64, 36, 150], [head.map((text) => [[text]]), ...rows], { x: 38, y: y + 12, size: 8.8, ruled: false, pad: 9 }) // prettier-ignore
  },
}

/** A family's card with two tables, one of dates, on a page that lies. */
const keluarga: Template = {
  kind: 'kk',
  landscape: true,
  draw({ page, random }) {
    const people = Array.from({ length: 4 }, () => makePerson(random))
    const [head] = people as [Person]
    let y = drawHead(page.sheet, ['KARTU KELUARGA'], 50)
    write(page, ['No. ', value.nik('no_kk', `35${random.int(10, 79)}${random.int(100_000_000_000, 299_999_999_999)}`)], { x: 421, y }, { ukuran: 12, rata: 'tengah' }) // prettier-ignore
    y = writeRows(page, [['Nama Kepala Keluarga', value.nama('nama', head, true)], ['Alamat', 'JL. MELATI NO. 8'], ['Kabupaten/Kota', 'KOTA MALANG']], { x: 40, y: y + 14, colon: 160, right: 500 }, { ukuran: 9 }) // prettier-ignore
    const key = (i: number, name: string) => (i === 0 ? name : `anggota${i}_${name}`)
    const cells = people.map((p, i) => [
      [[String(i + 1)]],
      [[value.nama(key(i, 'nama'), p, true)]],
      [[value.nik(key(i, 'nik'), p.nik)]],
      [[i % 2 === 0 ? 'LAKI-LAKI' : 'PEREMPUAN']],
      [[p.tempat.toUpperCase()]],
      [[value.tanggal(i === 0 ? 'tanggal_lahir' : `anggota${i}_lahir`, p.lahir, 'angka')]],
    ])
    const titles = ['No', 'Nama Lengkap', 'NIK', 'Jenis Kelamin', 'Tempat Lahir', 'Tanggal Lahir']
    y = writeTable(page, [26, 210, 150, 100, 140, 110], [titles.map((text) => [[text]]), ...cells], { x: 40, y: y + 8, size: 9.5, pad: 9 }) // prettier-ignore
    drawGaris(page.sheet, 40, y + 8, 776, y + 8)
    drawSigner(page, [['Dikeluarkan tanggal 12-05-2019'], ['KEPALA DINAS'], [''], [''], [makePerson(random).bergelar]], 560, y + 40) // prettier-ignore
  },
}

/** A degree: the school on top, the name in the middle, numbers in the corners. */
const ijazah: Template = {
  kind: 'ijazah',
  landscape: true,
  draw({ page, random }) {
    const p = makePerson(random)
    const lulus = makeDate(random, 2000, 2020)
    const middle = { rata: 'tengah' } as const
    const school = random.pick(['Universitas Airlangga', 'Institut Teknologi Sepuluh Nopember', 'Politeknik Negeri Malang']) // prettier-ignore
    write(page, ['Nomor Ijazah: ', value.nomor('nomor_ijazah', `${random.int(1000, 9999)}/UN${random.int(2, 40)}.${random.int(1, 9)}/${lulus.slice(0, 4)}`)], { x: 60, y: 60 }, { ukuran: 9.5 }) // prettier-ignore
    write(page, [value.teks('perguruan_tinggi', school)], { x: 421, y: 110 }, { ...middle, ukuran: 19, tebal: true }) // prettier-ignore
    write(page, ['dengan ini memberikan kepada'], { x: 421, y: 150 }, { ...middle, ukuran: 11 })
    write(page, [value.nama('nama', { ...p, bergelar: p.nama })], { x: 421, y: 182 }, { ...middle, ukuran: 17, tebal: true }) // prettier-ignore
    write(page, ['tempat, tanggal lahir ', value.teks('tempat_lahir', p.tempat), ', ', value.tanggal('tanggal_lahir', p.lahir)], { x: 421, y: 208 }, { ...middle, ukuran: 11 }) // prettier-ignore
    write(page, ['gelar Sarjana pada program studi ', value.teks('prodi', random.pick(['Teknik Sipil', 'Akuntansi', 'Ilmu Administrasi Negara']))], { x: 421, y: 236 }, { ...middle, ukuran: 11 }) // prettier-ignore
    write(page, ['dengan indeks prestasi kumulatif ', value.angka('ipk', `${random.int(2, 3)},${random.int(10, 99)}`)], { x: 421, y: 258 }, { ...middle, ukuran: 11 }) // prettier-ignore
    drawSigner(page, [['Diberikan di Surabaya pada tanggal ', value.tanggal('tanggal_ijazah', lulus)], ['Rektor,'], [''], [''], [makePerson(random).bergelar]], 470, 330, 11) // prettier-ignore
  },
}

/** A yearly score on paper without colons. */
const kinerja: Template = {
  kind: 'skp',
  draw({ page, random }) {
    const [p, a] = [makePerson(random), makePerson(random)]
    const year = random.int(2012, 2022)
    let y = drawHead(page.sheet, ['PENILAIAN PRESTASI KERJA'], 70)
    write(page, ['Jangka waktu penilaian Januari s.d. Desember ', value.angka('tahun', String(year))], { x: 60, y: y + 10 }, { ukuran: 10 }) // prettier-ignore
    const block = (title: string, rows: [string, ...Piece[]][]) => {
      y = write(page, [title], { x: 60, y: y + 24 }, { ukuran: 10.5, tebal: true })
      y = writeRows(page, rows, { x: 76, y, colon: 240, right: 540, mark: '', leading: 16 }, { ukuran: 10 }) // prettier-ignore
    }
    y += 10
    block('I. Pegawai yang dinilai', [['Nama', value.nama('nama', p)], ['NIP', value.nip('nip', p)], ['Pangkat, gol. ruang', value.pangkat('pangkat', p.pangkat), ', ', value.golongan('golongan', p.pangkat)], ['Jabatan', value.teks('jabatan', p.jabatan)], ['Unit kerja', value.teks('unit_kerja', p.unit)]]) // prettier-ignore
    block('II. Pejabat penilai', [['Nama', a.bergelar], ['NIP', value.nip('x', a).printed], ['Pangkat, gol. ruang', `${ranks[8]?.[1]}, ${ranks[8]?.[0]}`], ['Jabatan', 'Sekretaris']]) // prettier-ignore
    block('III. Hasil', [['Sasaran kerja 60%', `${random.int(48, 58)},${random.int(10, 99)}`], ['Perilaku kerja 40%', `${random.int(30, 38)},${random.int(10, 99)}`], ['Nilai prestasi kerja', value.angka('nilai', `${random.int(80, 95)},${random.int(10, 99)}`)]]) // prettier-ignore
    drawSigner(page, [['Dibuat tanggal 31 Desember ', String(year)], ['Pejabat penilai,'], [''], [''], [a.bergelar]], 330, y + 40) // prettier-ignore
  },
}

export const templatesSecond: readonly Template[] = [formulir, duaKolom, sumpah, daftar, keluarga, ijazah, kinerja] // prettier-ignore
