import { drawGaris, drawTeks, setGaya, tinta, type Huruf, type Sheet } from './sheet.ts'

/** A neutral round emblem: official arms never appear on invented paper. */
export function drawLambang(sheet: Sheet, x: number, y: number, jari: number, warna = tinta): void {
  const { ctx } = sheet
  ctx.save()
  ctx.strokeStyle = warna
  ctx.fillStyle = warna
  ctx.lineWidth = jari * 0.07
  for (const bagian of [1, 0.86]) {
    ctx.beginPath()
    ctx.arc(x, y, jari * bagian, 0, Math.PI * 2)
    ctx.stroke()
  }
  for (let i = 0; i < 12; i++) {
    const sudut = (i * Math.PI) / 6
    ctx.beginPath()
    ctx.moveTo(x + Math.cos(sudut) * jari * 0.34, y + Math.sin(sudut) * jari * 0.34)
    ctx.lineTo(x + Math.cos(sudut + 0.14) * jari * 0.76, y + Math.sin(sudut + 0.14) * jari * 0.76)
    ctx.lineTo(x + Math.cos(sudut - 0.14) * jari * 0.76, y + Math.sin(sudut - 0.14) * jari * 0.76)
    ctx.closePath()
    ctx.fill()
  }
  ctx.beginPath()
  ctx.arc(x, y, jari * 0.24, 0, Math.PI * 2)
  ctx.fill()
  ctx.restore()
}

/** Letterhead: emblem, province, office, address, double rule. */
export function drawKop(sheet: Sheet, nama: string): number {
  const tengah = 322
  drawLambang(sheet, 84, 66, 27)
  drawTeks(sheet, 'PEMERINTAH PROVINSI JAWA TIMUR', tengah, 54, { ukuran: 13.5, rata: 'tengah' })
  const besar = nama.length > 42 ? 11.5 : 15.5
  drawTeks(sheet, nama.toUpperCase(), tengah, 72, { ukuran: besar, tebal: true, rata: 'tengah' })
  const alamat = 'Jalan Contoh Raya Nomor 12, Surabaya   Telepon (031) 555-0142'
  drawTeks(sheet, alamat, tengah, 87, { ukuran: 9, rata: 'tengah' })
  drawGaris(sheet, 56, 99, 541, 99, 2)
  drawGaris(sheet, 56, 102, 541, 102, 0.6)
  return 126
}

const warnaCap = ['#2b3f9e', '#5b3a97', '#4a4fa8', '#a8323f', '#3d2f86']

/** A round office stamp: ink that came out uneven, turned a little, across the signature. */
export function drawCap(sheet: Sheet, x: number, y: number, pejabat: Pejabat): void {
  const { ctx, random } = sheet
  const jari = 37
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(random.between(-0.5, 0.5))
  ctx.globalAlpha = random.between(0.62, 0.85)
  const warna = random.pick(warnaCap)
  ctx.strokeStyle = warna
  ctx.fillStyle = warna
  const lingkar: readonly [number, number][] = [
    [jari, 2],
    [jari - 3.2, 0.7],
    [jari - 13, 0.9],
  ]
  for (const [r, tebal] of lingkar) {
    ctx.lineWidth = tebal
    ctx.beginPath()
    ctx.arc(0, 0, r, 0, Math.PI * 2)
    ctx.stroke()
  }
  drawMelingkar(
    sheet,
    pejabat.lingkar ?? 'PEMERINTAH PROVINSI JAWA TIMUR',
    jari - 11,
    -Math.PI * 0.5,
    7,
    1.45,
  )
  drawMelingkar(sheet, '★', jari - 11, Math.PI * 0.5, 7, 1)
  setGaya(sheet, { ukuran: 6, tebal: true, huruf: 'Tegak' })
  const kata = pejabat.cap.toUpperCase().split(' ')
  const baris = [kata.slice(0, 2), kata.slice(2, 4), kata.slice(4, 6)].map((satu) => satu.join(' '))
  baris
    .filter((satu) => satu !== '')
    .forEach((satu, i, semua) => {
      const lebar = Math.min(ctx.measureText(satu).width, 44)
      ctx.fillText(satu, -lebar / 2, (i - (semua.length - 1) / 2) * 8 + 2, 44)
    })
  // Worn rubber: short gaps where no ink reached the paper.
  ctx.globalAlpha = 0.75
  ctx.fillStyle = '#fdfcf6'
  for (let i = 0; i < 26; i++) {
    const sudut = random.between(0, 6.28)
    const r = random.between(4, jari + 1)
    ctx.fillRect(
      Math.cos(sudut) * r,
      Math.sin(sudut) * r,
      random.between(0.4, 1.9),
      random.between(0.3, 0.9),
    )
  }
  ctx.restore()
}

function drawMelingkar(
  sheet: Sheet,
  teks: string,
  jari: number,
  pusat: number,
  ukuran: number,
  rentang: number,
): void {
  const { ctx } = sheet
  setGaya(sheet, { ukuran, tebal: true, huruf: 'Tegak' })
  const huruf = [...teks]
  const lebar = huruf.map((satu) => ctx.measureText(satu).width * 1.12)
  const jumlah = lebar.reduce((a, b) => a + b, 0)
  const skala = Math.min(1, (rentang * Math.PI * jari) / jumlah)
  let sudut = pusat - (jumlah * skala) / jari / 2
  huruf.forEach((satu, i) => {
    const bagian = ((lebar[i] ?? 0) * skala) / jari
    ctx.save()
    ctx.rotate(sudut + bagian / 2 + Math.PI / 2)
    ctx.fillText(satu, -(lebar[i] ?? 0) / 2.24, -jari)
    ctx.restore()
    sudut += bagian
  })
}

/** A signature: a few quick loops of a pen, never letters. */
export function drawTandaTangan(sheet: Sheet, x: number, y: number): void {
  const { ctx, random } = sheet
  ctx.save()
  ctx.strokeStyle = random.pick(['#1d2f7a', '#22222a', '#123a86', '#22222a'])
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  let px = x + random.between(-6, 6)
  let py = y + random.between(-4, 4)
  const tinggi = random.between(14, 24)
  for (let i = 0; i < random.int(5, 8); i++) {
    ctx.lineWidth = random.between(0.8, 1.5)
    const nx = px + random.between(9, 20)
    const ny = y + random.between(-5, 5)
    ctx.beginPath()
    ctx.moveTo(px, py)
    const naik = py - tinggi * random.between(0.5, 1.4)
    ctx.bezierCurveTo(
      px + random.between(-12, 16),
      naik,
      nx + random.between(-20, 6),
      naik + 3,
      nx,
      ny,
    )
    ctx.bezierCurveTo(
      nx + 6,
      ny + random.between(2, 11),
      nx - 14,
      ny + 7,
      nx - random.between(0, 5),
      ny - 2,
    )
    ctx.stroke()
    px = nx - 2
    py = ny - 2
  }
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(x - 8, y + random.between(3, 9))
  ctx.quadraticCurveTo(
    x + 50,
    y - random.between(2, 12),
    x + random.between(95, 125),
    y + random.between(-8, 6),
  )
  ctx.stroke()
  ctx.restore()
}

export type Pejabat = {
  jabatan: readonly string[]
  nama: string
  pangkat: string
  nip: string
  /** Words in the middle of the stamp and, unless the province's, around it. */
  cap: string
  lingkar?: string
}

/** The signature block: place and date, office, signature under the stamp, name, grade, NIP. */
export function drawPengesahan(
  sheet: Sheet,
  letak: { x: number; y: number; pembuka: readonly string[]; huruf?: Huruf; ukuran?: number },
  pejabat: Pejabat,
): number {
  const ukuran = letak.ukuran ?? 11
  const jarak = ukuran * 1.3
  const gaya = { ukuran, ...(letak.huruf === undefined ? {} : { huruf: letak.huruf }) }
  let { y } = letak
  for (const baris of letak.pembuka) {
    drawTeks(sheet, baris, letak.x, y, gaya)
    y += jarak
  }
  for (const baris of pejabat.jabatan) {
    drawTeks(sheet, baris, letak.x, y, { ...gaya, tebal: true })
    y += jarak
  }
  const bawah = y + 52
  drawTandaTangan(sheet, letak.x + 34, y + 24)
  const lebar = drawTeks(sheet, pejabat.nama, letak.x, bawah, { ...gaya, tebal: true })
  drawGaris(sheet, letak.x, bawah + 2, letak.x + lebar, bawah + 2, 0.8)
  const akhir = pejabat.pangkat === '' ? [] : [pejabat.pangkat]
  akhir.push(`NIP ${pejabat.nip}`)
  akhir.forEach((satu, i) => drawTeks(sheet, satu, letak.x, bawah + (i + 1) * jarak, gaya))
  drawCap(sheet, letak.x + sheet.random.between(0, 26), y + sheet.random.between(14, 26), pejabat)
  return bawah + 2 * jarak
}
