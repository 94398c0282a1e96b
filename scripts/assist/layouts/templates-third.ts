import { makeDate, makeNomor, makePerson, ranks, value } from './facts.ts'
import { write, writeRows, type Piece } from './field-page.ts'
import { drawHead, drawSigner, writeTable } from './sheet-parts.ts'
import type { Template } from './template.ts'

/** Labels and values in pairs, two pairs a line. */
const pasangan: Template = {
  kind: 'karis',
  draw({ page, random }) {
    const p = makePerson(random)
    const year = random.int(2010, 2022)
    let y = drawHead(page.sheet, ['KARTU INDUK PEGAWAI'], 70) + 14
    const pair = (label: string, x: number, ...pieces: Piece[]) => {
      write(page, [label], { x, y }, { ukuran: 10 })
      write(page, [': ', ...pieces], { x: x + 82, y }, { ukuran: 10 })
    }
    const rows: [string, Piece, string, Piece][] = [
      ['Nama', value.nama('nama', p), 'NIP', value.nip('nip', p, false)],
      ['Tempat lahir', value.teks('tempat_lahir', p.tempat), 'Tanggal lahir', value.tanggal('tanggal_lahir', p.lahir, 'angka')],
      ['Pangkat', value.pangkat('pangkat', p.pangkat, true), 'Golongan', value.golongan('golongan', p.pangkat)],
      ['Jabatan', value.teks('jabatan', p.jabatan), 'TMT', value.tanggal('tmt', `${year}-10-01`, 'angka')],
    ] // prettier-ignore
    for (const [a, b, c, d] of rows) {
      pair(a, 50, b)
      pair(c, 320, d)
      y += 20
    }
    write(page, ['Nomor kartu: ', value.nomor('nomor', makeNomor(random, year))], { x: 50, y: y + 16 }, { ukuran: 10 }) // prettier-ignore
  },
}

/** An appointment, all of it in one sentence. */
const pengangkatan: Template = {
  kind: 'sk-jabatan',
  draw({ page, random }) {
    const p = makePerson(random)
    const year = random.int(2010, 2022)
    let y = drawHead(
      page.sheet,
      ['KEPUTUSAN KEPALA DINAS', 'TENTANG PENGANGKATAN DALAM JABATAN'],
      80,
    )
    write(page, ['Nomor: ', value.nomor('nomor_sk', makeNomor(random, year))], { x: 297, y }, { ukuran: 11, rata: 'tengah' }) // prettier-ignore
    y = write(
      page,
      ['MEMUTUSKAN: terhitung mulai tanggal ', value.tanggal('tmt', makeDate(random, year, year)), ' mengangkat Pegawai Negeri Sipil atas nama ', value.nama('nama', p), ', NIP ', value.nip('nip', p), ', pangkat ', value.pangkat('pangkat', p.pangkat), ', golongan ruang ', value.golongan('golongan', p.pangkat), ', dalam jabatan ', value.teks('jabatan', p.jabatan), ' pada unit kerja ', value.teks('unit_kerja', p.unit), ' dengan tunjangan menurut peraturan yang berlaku.'],
      { x: 64, y: y + 40, width: 470, leading: 19 },
      { ukuran: 11 },
    ) // prettier-ignore
    drawSigner(page, [['Ditetapkan di: Surabaya'], ['Tanggal: ', value.tanggal('tanggal_sk', makeDate(random, year, year))], [''], [''], [makePerson(random).bergelar]], 340, y + 40) // prettier-ignore
  },
}

/** One person in one row of a table, and the next of kin in another. */
const satuBaris: Template = {
  kind: 'daftar-riwayat',
  landscape: true,
  draw({ page, random }) {
    const p = makePerson(random)
    const masa = random.int(30, 290)
    const y = drawHead(page.sheet, ['DAFTAR KENAIKAN PANGKAT'], 60)
    writeTable(
      page,
      [150, 130, 130, 60, 80, 110, 100],
      [
        ['Nama', 'NIP', 'Pangkat', 'Gol.', 'TMT', 'Masa Kerja', 'Gaji Pokok'].map((text) => [[text]]), // prettier-ignore
        [[[value.nama('nama', p)]], [[value.nip('nip', p, false)]], [[value.pangkat('pangkat', p.pangkat)]], [[value.golongan('golongan', p.pangkat)]], [[value.tanggal('tmt', `${random.int(2009, 2022)}-04-01`, 'angka')]], [[value.masa('masa_kerja', masa)]], [[value.uang('gaji', random.int(20_000, 51_000) * 100)]]], // prettier-ignore
      ],
      { x: 40, y: y + 20, size: 9.5, pad: 10 },
    )
  },
}

/** Labels in two languages, values in capitals, dots that lead to them. */
const transkrip: Template = {
  kind: 'ijazah',
  draw({ page, random }) {
    const p = makePerson(random)
    const lulus = makeDate(random, 2001, 2019)
    let y = drawHead(page.sheet, ['TRANSKRIP AKADEMIK'], 70)
    y = writeRows(
      page,
      [
        ['Nomor / Number .....', value.nomor('nomor_ijazah', `${random.int(1000, 9999)}/TR/${lulus.slice(0, 4)}`)],
        ['Nama / Name .....', value.nama('nama', p, true)],
        ['Tempat lahir / Place of birth .....', value.teks('tempat_lahir', p.tempat, true)],
        ['Tanggal lahir / Date of birth .....', value.tanggal('tanggal_lahir', p.lahir)],
        ['Program studi / Study programme .....', value.teks('prodi', random.pick(['Ilmu Hukum', 'Agribisnis', 'Teknik Lingkungan']))],
        ['Indeks prestasi kumulatif / GPA .....', value.angka('ipk', `3,${random.int(10, 99)}`)],
        ['Tanggal lulus / Date of graduation .....', value.tanggal('tanggal_lulus', lulus)],
      ],
      { x: 60, y: y + 16, colon: 260, right: 540, leading: 19 },
      { ukuran: 10.5 },
    ) // prettier-ignore
    drawSigner(page, [['Malang, ', value.tanggal('tanggal_ijazah', makeDate(random, 2020, 2021))], ['Dekan,'], [''], [''], [makePerson(random).bergelar]], 330, y + 40) // prettier-ignore
  },
}

/** A leave letter that speaks of the rank beside the name, and of two dates. */
const cuti: Template = {
  kind: 'cuti',
  draw({ page, random }) {
    const p = makePerson(random)
    const year = random.int(2012, 2023)
    let y = drawHead(page.sheet, ['SURAT IZIN CUTI', p.unit.toUpperCase()], 66)
    write(page, ['NOMOR ', value.nomor('nomor_surat', makeNomor(random, year))], { x: 297, y }, { ukuran: 10.5, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['1. Diberikan cuti tahunan kepada Pegawai Negeri Sipil:'], { x: 64, y: y + 30 }, { ukuran: 10.5 }) // prettier-ignore
    y = writeRows(page, [['Nama', value.nama('nama', p)], ['NIP', value.nip('nip', p)], ['Pangkat/gol. ruang', value.pangkat('pangkat', p.pangkat), ' (', value.golongan('golongan', p.pangkat), ')'], ['Jabatan', value.teks('jabatan', p.jabatan)], ['Satuan organisasi', value.teks('unit_kerja', p.unit)]], { x: 90, y: y + 4, colon: 220, right: 530, leading: 16 }, { ukuran: 10.5 }) // prettier-ignore
    y = write(page, ['selama 6 (enam) hari kerja, terhitung mulai tanggal ', value.tanggal('tanggal_mulai', makeDate(random, year, year)), ' sampai dengan tanggal ', value.tanggal('tanggal_selesai', makeDate(random, year, year)), ' dengan ketentuan sebagai berikut.'], { x: 80, y: y + 6, width: 450, leading: 17 }, { ukuran: 10.5 }) // prettier-ignore
    drawSigner(page, [['Surabaya, ', value.tanggal('tanggal_surat', makeDate(random, year, year))], ['Kepala Dinas,'], [''], [''], [makePerson(random).bergelar], [`${ranks[9]?.[1]}, ${ranks[9]?.[0]}`], ['NIP ', makePerson(random).nip]], 330, y + 30) // prettier-ignore
  },
}

export const templatesThird: readonly Template[] = [pasangan, pengangkatan, satuBaris, transkrip, cuti] // prettier-ignore
