import { drawGaris } from '../../demo/kertas/sheet.ts'
import { makeDate, makeNomor, makePerson, ranks, value } from './facts.ts'
import { write, writeRows } from './field-page.ts'
import { drawHead, drawSigner, writeTable } from './sheet-parts.ts'
import type { Template } from './template.ts'

const body = { ukuran: 10.5 }

/** A promotion as an extract: a ruled form with numbered rows, old and new beside each other. */
const petikan: Template = {
  kind: 'sk-kp',
  draw({ page, random }) {
    const p = makePerson(random)
    const tmt = `${random.int(2008, 2022)}-${random.pick(['04', '10'])}-01`
    const year = Number(tmt.slice(0, 4))
    let y = drawHead(page.sheet, ['PETIKAN', 'KEPUTUSAN GUBERNUR JAWA TIMUR'], 60)
    write(page, ['NOMOR : ', value.nomor('nomor_sk', makeNomor(random, year))], { x: 297, y }, { ...body, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['Menetapkan kenaikan pangkat bagi Pegawai Negeri Sipil yang namanya tersebut dalam lajur di bawah ini, dengan ketentuan sebagaimana dimaksud dalam peraturan perundang-undangan.'], { x: 60, y: y + 26, width: 480 }, body) // prettier-ignore
    const rank = p.pangkat
    y = writeTable(
      page,
      [24, 170, 284],
      [
        [['NO'], ['URAIAN'], ['KETERANGAN']].map((cell) => [cell]),
        [[['1']], [['Nama / NIP']], [[value.nama('nama', p)], ['NIP ', value.nip('nip', p)]]],
        [[['2']], [['Tempat dan tanggal lahir']], [[value.teks('tempat_lahir', p.tempat), ', ', value.tanggal('tanggal_lahir', p.lahir)]]], // prettier-ignore
        [[['3']], [['Jabatan']], [[value.teks('jabatan', p.jabatan)]]],
        [[['4']], [['Unit kerja']], [[value.teks('unit_kerja', p.unit)]]],
        [[['5']], [['Pangkat semula']], [[ranks[rank - 1]?.[1] ?? '', ' (', ranks[rank - 1]?.[0] ?? '', ')']]], // prettier-ignore
        [[['6']], [['Pangkat menjadi']], [[value.pangkat('pangkat', rank), ' (', value.golongan('golongan', rank), ')']]], // prettier-ignore
        [[['7']], [['Terhitung mulai tanggal']], [[value.tanggal('tmt', tmt)]]],
        [[['8']], [['Masa kerja golongan']], [[value.masa('masa_kerja', random.int(40, 290))]]],
        [[['9']], [['Gaji pokok']], [[value.uang('gaji', random.int(20_000, 51_000) * 100, ',-')]]],
      ],
      { x: 60, y: y + 4, size: 10 },
    )
    drawSigner(
      page,
      [
        ['Ditetapkan di Surabaya'],
        ['pada tanggal ', value.tanggal('tanggal_sk', makeDate(random, year, year))],
        ['a.n. GUBERNUR JAWA TIMUR'],
        [''],
        [''],
        [makePerson(random).bergelar],
        ['NIP ', makePerson(random).nip],
      ],
      330,
      y + 40,
    )
  },
}

/** An annex with a row for each of many people; the record is one of them. */
const lampiran: Template = {
  kind: 'sk-kp',
  landscape: true,
  draw({ page, random }) {
    const own = random.int(2, 8)
    const year = random.int(2009, 2022)
    let y = drawHead(page.sheet, ['LAMPIRAN KEPUTUSAN GUBERNUR JAWA TIMUR'], 48)
    y = writeRows(page, [['NOMOR', value.nomor('nomor_sk', makeNomor(random, year))], ['TANGGAL', value.tanggal('tanggal_sk', makeDate(random, year, year))]], { x: 520, y, colon: 580, right: 800 }, { ukuran: 9.5 }) // prettier-ignore
    const rows = Array.from({ length: 11 }, (_, i) => {
      const p = makePerson(random)
      const mine = i === own
      const tmt = `${year}-${random.pick(['04', '10'])}-01`
      const v = (x: ReturnType<typeof value.nip>) => (mine ? x : x.printed)
      return [
        [[String(i + 1)]],
        [[v(value.nama('nama', p))], [v(value.nip('nip', p))]],
        [[v(value.teks('tempat_lahir', p.tempat)), ','], [v(value.tanggal('tanggal_lahir', p.lahir, 'angka'))]], // prettier-ignore
        [[v(value.pangkat('pangkat', p.pangkat, true))], [v(value.golongan('golongan', p.pangkat))]], // prettier-ignore
        [[v(value.tanggal('tmt', tmt, 'angka'))]],
        [[v(value.masa('masa_kerja', random.int(30, 290)))]],
        [[v(value.uang('gaji', random.int(20_000, 51_000) * 100))]],
      ]
    })
    const head = ['NO', 'NAMA / NIP', 'TEMPAT TANGGAL LAHIR', 'PANGKAT / GOL. RUANG', 'TMT', 'MASA KERJA', 'GAJI POKOK'] // prettier-ignore
    writeTable(page, [24, 180, 150, 140, 66, 116, 90], [head.map((text) => [[text]]), ...rows], { x: 38, y: y + 8, size: 8.6 }) // prettier-ignore
  },
}

/** A certificate of a course: everything in sentences and in the middle. */
const sertifikat: Template = {
  kind: 'diklat',
  draw({ page, random }) {
    const p = makePerson(random)
    const year = random.int(2012, 2023)
    const middle = { rata: 'tengah' } as const
    let y = drawHead(page.sheet, ['SURAT TANDA TAMAT PENDIDIKAN DAN PELATIHAN'], 110)
    write(page, ['Nomor: ', value.nomor('nomor_sertifikat', makeNomor(random, year))], { x: 297, y }, { ...middle, ukuran: 11 }) // prettier-ignore
    write(page, ['Badan Pengembangan Sumber Daya Manusia menyatakan bahwa'], { x: 297, y: y + 34 }, { ...middle, ukuran: 11 }) // prettier-ignore
    write(page, [value.nama('nama', p)], { x: 297, y: y + 62 }, { ...middle, ukuran: 15, tebal: true }) // prettier-ignore
    write(page, ['NIP ', value.nip('nip', p, false)], { x: 297, y: y + 82 }, { ...middle, ukuran: 11 }) // prettier-ignore
    y = write(
      page,
      [
        'lahir di ',
        value.teks('tempat_lahir', p.tempat),
        ' pada tanggal ',
        value.tanggal('tanggal_lahir', p.lahir),
        ', pangkat ',
        value.pangkat('pangkat', p.pangkat),
        ' (',
        value.golongan('golongan', p.pangkat),
        '), jabatan ',
        value.teks('jabatan', p.jabatan),
        ', unit kerja ',
        value.teks('unit_kerja', p.unit),
        ', telah mengikuti pelatihan kepemimpinan yang diselenggarakan selama 120 jam pelajaran dengan baik.',
      ],
      { x: 70, y: y + 112, width: 455, leading: 17 },
      { ukuran: 11 },
    )
    drawSigner(page, [['Surabaya, ', value.tanggal('tanggal_sertifikat', makeDate(random, year, year))], ['Kepala Badan,'], [''], [''], [makePerson(random).bergelar]], 330, y + 40, 11) // prettier-ignore
  },
}

/** A statement in which a superior speaks first, of somebody who follows. */
const pernyataan: Template = {
  kind: 'spmt',
  draw({ page, random }) {
    const [a, p] = [makePerson(random), makePerson(random)]
    const year = random.int(2010, 2023)
    const mulai = makeDate(random, year, year)
    let y = drawHead(page.sheet, ['SURAT PERNYATAAN MELAKSANAKAN TUGAS'], 80)
    write(page, ['Nomor ', value.nomor('nomor_surat', makeNomor(random, year))], { x: 297, y }, { ...body, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['Yang bertanda tangan di bawah ini'], { x: 70, y: y + 30 }, body)
    const at = { x: 90, colon: 210, right: 530, leading: 15 }
    y = writeRows(page, [['Nama', a.bergelar], ['NIP', value.nip('x', a).printed], ['Pangkat/golongan', `${ranks[9]?.[1]} / ${ranks[9]?.[0]}`], ['Jabatan', 'Kepala Dinas']], { ...at, y }, body) // prettier-ignore
    y = write(page, ['dengan ini menyatakan dengan sesungguhnya bahwa Pegawai Negeri Sipil'], { x: 70, y: y + 8 }, body) // prettier-ignore
    y = writeRows(page, [['Nama', value.nama('nama', p)], ['NIP', value.nip('nip', p)], ['Pangkat/golongan', value.pangkat('pangkat', p.pangkat), ' / ', value.golongan('golongan', p.pangkat)], ['Jabatan', value.teks('jabatan', p.jabatan)], ['Instansi', value.teks('unit_kerja', p.unit)]], { ...at, y }, body) // prettier-ignore
    y = write(page, ['terhitung mulai tanggal ', value.tanggal('tmt', mulai, 'kata'), ' telah nyata melaksanakan tugas dan diberikan tunjangan menurut ketentuan yang berlaku.'], { x: 70, y: y + 8, width: 460, leading: 16 }, body) // prettier-ignore
    drawSigner(page, [['Surabaya, ', value.tanggal('tanggal_surat', mulai)], ['Kepala Dinas,'], [''], [''], [a.bergelar], ['NIP ', value.nip('x', a).printed]], 330, y + 30) // prettier-ignore
  },
}

/** A pay letter with the old and the new side of everything, lettered rows. */
const gaji: Template = {
  kind: 'sk-kgb',
  draw({ page, random }) {
    const p = makePerson(random)
    const year = random.int(2010, 2023)
    const lama = random.int(20_000, 45_000) * 100
    const masa = random.int(24, 280)
    let y = drawHead(page.sheet, ['PEMERINTAH PROVINSI JAWA TIMUR', p.unit.toUpperCase()], 56)
    drawGaris(page.sheet, 60, y, 535, y, 1.5)
    write(page, ['Surabaya, ', value.tanggal('tanggal_sk', makeDate(random, year, year))], { x: 535, y: y + 20 }, { ...body, rata: 'kanan' }) // prettier-ignore
    y = writeRows(page, [['Nomor', value.nomor('nomor_sk', makeNomor(random, year))], ['Perihal', 'Kenaikan gaji berkala']], { x: 60, y: y + 20, colon: 112, right: 320 }, body) // prettier-ignore
    y = write(page, ['Diberitahukan dengan hormat bahwa kepada pegawai:'], { x: 60, y: y + 18 }, body) // prettier-ignore
    const at = { x: 76, colon: 250, right: 540, leading: 15 }
    y = writeRows(page, [['1. Nama', value.nama('nama', p)], ['2. Nomor Induk Pegawai', value.nip('nip', p, false)], ['3. Pangkat, golongan ruang', value.pangkat('pangkat', p.pangkat), ', ', value.golongan('golongan', p.pangkat)], ['4. Jabatan', value.teks('jabatan', p.jabatan)], ['5. Kantor / tempat bekerja', value.teks('unit_kerja', p.unit)], ['6. Gaji pokok lama', value.uang('x', lama).printed]], { ...at, y }, body) // prettier-ignore
    y = write(page, ['(atas dasar surat keputusan terakhir tentang gaji yang ditetapkan)'], { x: 84, y }, body) // prettier-ignore
    y = writeRows(page, [['a. Oleh pejabat', 'Kepala Dinas'], ['b. Tanggal, nomor', `${value.tanggal('x', makeDate(random, year - 2, year - 2)).printed}, ${makeNomor(random, year - 2)}`], ['c. Masa kerja golongan', value.masa('x', masa - 24).printed]], { ...at, x: 88, y }, body) // prettier-ignore
    y = write(page, ['diberikan kenaikan gaji berkala sehingga memperoleh:'], { x: 60, y: y + 6 }, body) // prettier-ignore
    writeRows(page, [['7. Gaji pokok baru', value.uang('gaji', lama + random.int(500, 1500) * 100)], ['8. Berdasarkan masa kerja', value.masa('masa_kerja', masa)], ['9. Mulai tanggal', value.tanggal('tmt', `${year}-${random.pick(['01', '03', '09'])}-01`)], ['10. Kenaikan yang akan datang', value.tanggal('x', `${year + 2}-03-01`).printed]], { ...at, y }, body) // prettier-ignore
  },
}

/** A civil registry's extract: all dates in words, nothing in columns. */
const kutipan: Template = {
  kind: 'buku-nikah',
  draw({ page, random }) {
    const [p, q] = [makePerson(random), makePerson(random)]
    const nikah = makeDate(random, 1995, 2022)
    let y = drawHead(page.sheet, ['KUTIPAN AKTA PERKAWINAN'], 100)
    write(page, ['Nomor Akta ', value.nomor('nomor_akta', `35${random.int(10, 79)}-KW-${random.int(10_000_000, 29_999_999)}-${random.int(1000, 9999)}`)], { x: 297, y }, { ...body, rata: 'tengah' }) // prettier-ignore
    const wide = { x: 70, width: 455, leading: 19 }
    y = write(page, ['Bahwa di Surabaya pada tanggal ', value.tanggal('tanggal_nikah', nikah, 'kata'), ' telah dilangsungkan perkawinan antara:'], { ...wide, y: y + 34 }, { ukuran: 11 }) // prettier-ignore
    y = write(page, [value.nama('nama', p, true)], { x: 297, y: y + 10 }, { ukuran: 12, tebal: true, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['NIK ', value.nik('nik', p.nik), ', lahir di ', value.teks('tempat_lahir', p.tempat), ' pada tanggal ', value.tanggal('tanggal_lahir', p.lahir), ', dengan'], { ...wide, y: y + 4 }, { ukuran: 11 }) // prettier-ignore
    y = write(page, [value.nama('nama_pasangan', q, true)], { x: 297, y: y + 10 }, { ukuran: 12, tebal: true, rata: 'tengah' }) // prettier-ignore
    y = write(page, ['NIK ', q.nik, ', lahir di ', q.tempat, ' pada tanggal ', value.tanggal('tanggal_lahir_pasangan', q.lahir), '.'], { ...wide, y: y + 4 }, { ukuran: 11 }) // prettier-ignore
    drawSigner(page, [['Kutipan ini dikeluarkan di Surabaya'], ['pada tanggal ', value.tanggal('x', nikah).printed], ['Pejabat Pencatatan Sipil'], [''], [''], [makePerson(random).bergelar]], 310, y + 50) // prettier-ignore
  },
}

export const templatesFirst: readonly Template[] = [petikan, lampiran, sertifikat, pernyataan, gaji, kutipan] // prettier-ignore
