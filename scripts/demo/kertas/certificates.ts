import { formatPanjang } from '../calendar.ts'
import { drawLambang, drawPengesahan } from './marks.ts'
import { drawBaris, drawParagraf, drawTeks, type Sheet } from './sheet.ts'
import { getIsi, getNama, getNip, makePejabat, type Templat } from './surat.ts'

/** A guilloche-like border: woven waves in two colours, as security print has it. */
function drawBingkai(sheet: Sheet, warna: readonly [string, string]): void {
  const { ctx, width, height } = sheet
  ctx.save()
  ctx.globalAlpha = 0.8
  for (const [i, satu] of warna.entries()) {
    ctx.strokeStyle = satu
    ctx.lineWidth = 0.6
    for (let fase = 0; fase < 4; fase++) {
      ctx.beginPath()
      const geser = fase * 1.6 + i * 0.8
      for (let x = 24; x <= width - 24; x += 2) ctx.lineTo(x, 30 + 5 * Math.sin(x / 6 + geser))
      for (let y = 30; y <= height - 30; y += 2)
        ctx.lineTo(width - 28 + 5 * Math.sin(y / 6 + geser), y)
      for (let x = width - 24; x >= 24; x -= 2)
        ctx.lineTo(x, height - 30 + 5 * Math.sin(x / 6 + geser))
      for (let y = height - 30; y >= 30; y -= 2) ctx.lineTo(28 + 5 * Math.sin(y / 6 + geser), y)
      ctx.closePath()
      ctx.stroke()
    }
    ctx.lineWidth = 1.4
    ctx.strokeRect(40 + i * 4, 42 + i * 4, width - 80 - i * 8, height - 84 - i * 8)
  }
  ctx.globalAlpha = 0.1
  for (let r = 30; r < 150; r += 7) {
    ctx.beginPath()
    for (let sudut = 0; sudut <= 6.3; sudut += 0.05) {
      const jari = r + 9 * Math.sin(sudut * 9 + r)
      ctx.lineTo(width / 2 + Math.cos(sudut) * jari, height / 2 + Math.sin(sudut) * jari)
    }
    ctx.stroke()
  }
  ctx.restore()
}

const gelar: Record<string, string> = { '40': 'Sarjana', '45': 'Magister' }

export const drawIjazah: Templat = (surat, lembar, random) => {
  const sheet = lembar({ lanskap: true, kertas: '#fbf6e6' })
  const { pemilik } = surat
  drawBingkai(
    sheet,
    random.pick([
      ['#7c5a1d', '#31568c'],
      ['#3a6b4b', '#8a6a22'],
      ['#5b3b78', '#94762f'],
    ] as const),
  )
  drawLambang(sheet, 421, 92, 28, '#3a4a7a')
  drawTeks(sheet, getIsi(surat, 'namaSekolah').toUpperCase(), 421, 146, {
    ukuran: 18,
    tebal: true,
    rata: 'tengah',
  })
  drawTeks(sheet, `Nomor ijazah: ${getIsi(surat, 'nomorIjazah')}`, 421, 164, {
    ukuran: 10.5,
    rata: 'tengah',
  })
  drawTeks(sheet, 'IJAZAH', 421, 200, { ukuran: 28, tebal: true, rata: 'tengah' })
  drawTeks(sheet, 'Dengan ini menyatakan bahwa', 421, 224, { ukuran: 12, rata: 'tengah' })
  drawTeks(sheet, pemilik.dataUtama.nama, 421, 252, { ukuran: 21, tebal: true, rata: 'tengah' })
  const lahir = `lahir di ${pemilik.dataUtama.tempatLahir}, ${formatPanjang(pemilik.dataUtama.tanggalLahir)}`
  const nim = `Nomor Pokok Mahasiswa ${random.int(100_000_000, 999_999_999)}`
  drawTeks(sheet, `${lahir}   ·   ${nim}`, 421, 274, { ukuran: 11.5, rata: 'tengah' })
  const lulus = formatPanjang(getIsi(surat, 'tanggalLulus'))
  const teks = `telah menyelesaikan dan memenuhi segala syarat pendidikan pada Program Studi ${getIsi(surat, 'programStudi')} dan dinyatakan lulus pada tanggal ${lulus} (tahun ${getIsi(surat, 'tahunLulus')}), sehingga kepadanya diberikan gelar ${gelar[getIsi(surat, 'tingkat')] ?? 'Sarjana'}`
  const y = drawParagraf(sheet, teks, 130, 300, 582, { ukuran: 12, rata: 'tengah' })
  drawTeks(sheet, getIsi(surat, 'gelarBelakang'), 421, y + 12, {
    ukuran: 17,
    tebal: true,
    rata: 'tengah',
  })
  drawParagraf(
    sheet,
    'beserta segala hak dan kewajiban yang melekat pada gelar tersebut.',
    130,
    y + 32,
    582,
    { ukuran: 12, rata: 'tengah' },
  )
  drawFoto(sheet, 392, 428)
  const sekolah = getIsi(surat, 'namaSekolah').toUpperCase()
  const [rektor, dekan] = surat.lain
  if (dekan !== undefined)
    drawPengesahan(
      sheet,
      { x: 110, y: 438, pembuka: [], ukuran: 9.5 },
      { ...makePejabat(dekan, ['Dekan,'], 'Fakultas'), pangkat: '', lingkar: sekolah },
    )
  if (rektor !== undefined)
    drawPengesahan(
      sheet,
      { x: 560, y: 426, pembuka: [`Surabaya, ${lulus}`], ukuran: 9.5 },
      { ...makePejabat(rektor, ['Rektor,'], 'Rektor'), pangkat: '', lingkar: sekolah },
    )
  return [sheet]
}

/** A passport photo as a scan shows it: a grey figure, nobody in particular. */
function drawFoto(sheet: Sheet, x: number, y: number): void {
  const { ctx } = sheet
  ctx.save()
  ctx.fillStyle = '#8c3b3b'
  ctx.fillRect(x, y, 60, 84)
  ctx.fillStyle = '#c9a98f'
  ctx.beginPath()
  ctx.ellipse(x + 30, y + 34, 13, 17, 0, 0, Math.PI * 2)
  ctx.fill()
  ctx.fillStyle = '#2a2a33'
  ctx.beginPath()
  ctx.ellipse(x + 30, y + 24, 14, 10, 0, Math.PI, Math.PI * 2)
  ctx.fill()
  ctx.beginPath()
  ctx.ellipse(x + 30, y + 84, 27, 28, 0, Math.PI, Math.PI * 2)
  ctx.fill()
  ctx.restore()
}

export const drawSertifikat: Templat = (surat, lembar, random) => {
  const sheet = lembar({ lanskap: true, huruf: 'Tegak', kertas: '#fcfbf4' })
  const { pemilik } = surat
  drawBingkai(
    sheet,
    random.pick([
      ['#1f5a7a', '#8a6a22'],
      ['#7a2f3a', '#1f5a7a'],
      ['#2f6b4f', '#8a6a22'],
    ] as const),
  )
  drawLambang(sheet, 421, 88, 25, '#1f4a6a')
  drawTeks(sheet, 'PEMERINTAH PROVINSI JAWA TIMUR', 421, 132, { ukuran: 11, rata: 'tengah' })
  drawTeks(sheet, getIsi(surat, 'penyelenggara').toUpperCase(), 421, 147, {
    ukuran: 10.5,
    tebal: true,
    rata: 'tengah',
  })
  drawTeks(sheet, 'SERTIFIKAT', 421, 186, {
    ukuran: 29,
    tebal: true,
    rata: 'tengah',
    huruf: 'Naskah',
  })
  drawTeks(sheet, `Nomor: ${getIsi(surat, 'nomorSertifikat')}`, 421, 203, {
    ukuran: 10.5,
    rata: 'tengah',
  })
  drawTeks(sheet, 'Diberikan kepada:', 421, 226, { ukuran: 11, rata: 'tengah' })
  const y = drawBaris(
    sheet,
    [
      ['Nama', getNama(pemilik)],
      ['NIP', getNip(pemilik)],
      [
        'Tempat, tanggal lahir',
        `${pemilik.dataUtama.tempatLahir}, ${formatPanjang(pemilik.dataUtama.tanggalLahir)}`,
      ],
      ['Jabatan', pemilik.dataUtama.jabatan],
      ['Instansi', pemilik.kantor],
    ],
    { x: 205, y: 250, titik: 335, lebar: 470, jarak: 16.5 },
    { ukuran: 11 },
  )
  const teks = `telah mengikuti ${getIsi(surat, 'nama')} yang diselenggarakan dari tanggal ${formatPanjang(getIsi(surat, 'tanggalMulai'))} sampai dengan ${formatPanjang(getIsi(surat, 'tanggalSelesai'))} dengan jumlah ${getIsi(surat, 'jumlahJp')} jam pelajaran dan dinyatakan LULUS.`
  const bawah = drawParagraf(sheet, teks, 130, y + 16, 582, { ukuran: 11.5, rata: 'tengah' })
  const kepala = surat.lain[1] ?? surat.kepala
  const pembuka = [`Surabaya, ${formatPanjang(getIsi(surat, 'tanggalSelesai'))}`]
  drawPengesahan(
    sheet,
    { x: 500, y: bawah + 18, pembuka, ukuran: 10 },
    {
      ...makePejabat(kepala, ['Kepala BPSDM Provinsi Jawa Timur,'], 'Badan Pengembangan SDM'),
      pangkat: '',
    },
  )
  return [sheet]
}
