import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import { fileURLToPath } from 'node:url'
import type { Random } from '../random.ts'

/** One page being printed; all measures are PostScript points, whatever the resolution. */
export type Sheet = {
  canvas: Canvas
  ctx: SKRSContext2D
  width: number
  height: number
  random: Random
  /** Family that letters are printed in. */
  huruf: Huruf
}

export type Huruf = 'Naskah' | 'Tegak' | 'Ketik'

// Shipped fonts only, under names of our own: the paper must not depend on what a machine has.
const berkasHuruf: readonly [Huruf, string][] = [
  ['Naskah', 'Tinos_400Regular.ttf'],
  ['Naskah', 'Tinos_700Bold.ttf'],
  ['Tegak', 'Arimo_400Regular.ttf'],
  ['Tegak', 'Arimo_700Bold.ttf'],
  ['Ketik', 'CourierPrime_400Regular.ttf'],
]
for (const [nama, berkas] of berkasHuruf) {
  const url = new URL(`../../../resources/fonts/${berkas}`, import.meta.url)
  if (GlobalFonts.registerFromPath(fileURLToPath(url), nama) === null) {
    throw new Error(`font cannot be read: ${berkas}`)
  }
}

export type Letak = {
  dpi: number
  lanskap?: boolean
  /** Skew in degrees: the page is printed askew, which costs nothing and stays sharp. */
  miring: number
  /** Colour of the paper and of what lies behind it. */
  kertas: string
  alas: string
  huruf: Huruf
}

export function createSheet(random: Random, letak: Letak): Sheet {
  const [width, height] = letak.lanskap === true ? [842, 595] : [595, 842]
  const skala = letak.dpi / 72
  const canvas = createCanvas(Math.round(width * skala), Math.round(height * skala))
  const ctx = canvas.getContext('2d')
  ctx.scale(skala, skala)
  ctx.fillStyle = letak.alas
  ctx.fillRect(0, 0, width, height)
  ctx.translate(width / 2, height / 2)
  ctx.rotate((letak.miring * Math.PI) / 180)
  ctx.translate(-width / 2 + random.between(-3, 3), -height / 2 + random.between(-3, 3))
  ctx.fillStyle = letak.kertas
  // A little larger than the page on three sides: scanners crop, one edge often shows.
  const tepi = random.chance(0.5) ? 14 : -2
  ctx.fillRect(-14, -14, width + 14 + tepi, height + 28)
  ctx.fillStyle = tinta
  ctx.strokeStyle = tinta
  ctx.textBaseline = 'alphabetic'
  return { canvas, ctx, width, height, random, huruf: letak.huruf }
}

export const tinta = '#1c1b1e'

export type Gaya = {
  ukuran?: number
  tebal?: boolean
  rata?: 'kiri' | 'tengah' | 'kanan'
  huruf?: Huruf
}

export function setGaya(sheet: Sheet, gaya: Gaya = {}): number {
  const ukuran = gaya.ukuran ?? 11
  sheet.ctx.font = `${gaya.tebal === true ? '700' : '400'} ${ukuran}px ${gaya.huruf ?? sheet.huruf}`
  return ukuran
}

export function drawTeks(
  sheet: Sheet,
  teks: string,
  x: number,
  y: number,
  gaya: Gaya = {},
): number {
  setGaya(sheet, gaya)
  const lebar = sheet.ctx.measureText(teks).width
  const geser = gaya.rata === 'tengah' ? lebar / 2 : gaya.rata === 'kanan' ? lebar : 0
  // Typewriters never hit the line exactly.
  const goyang = (gaya.huruf ?? sheet.huruf) === 'Ketik' ? sheet.random.between(-0.25, 0.25) : 0
  sheet.ctx.fillText(teks, x - geser, y + goyang)
  if (gaya.tebal === true && (gaya.huruf ?? sheet.huruf) === 'Ketik') {
    sheet.ctx.fillText(teks, x - geser + 0.35, y + goyang)
  }
  return lebar
}

export function wrapTeks(sheet: Sheet, teks: string, lebar: number, gaya: Gaya = {}): string[] {
  setGaya(sheet, gaya)
  const baris: string[] = []
  let kini = ''
  for (const kata of teks.split(' ')) {
    const calon = kini === '' ? kata : `${kini} ${kata}`
    if (kini !== '' && sheet.ctx.measureText(calon).width > lebar) {
      baris.push(kini)
      kini = kata
    } else kini = calon
  }
  return [...baris, kini]
}

/** Justified text; answers the y of the next line. */
export function drawParagraf(
  sheet: Sheet,
  teks: string,
  x: number,
  y: number,
  lebar: number,
  gaya: Gaya = {},
): number {
  const baris = wrapTeks(sheet, teks, lebar, gaya)
  const jarak = (gaya.ukuran ?? 11) * 1.28
  baris.forEach((satu, i) => {
    const kata = satu.split(' ')
    const panjang = kata.reduce((jumlah, k) => jumlah + sheet.ctx.measureText(k).width, 0)
    const sela = (lebar - panjang) / Math.max(1, kata.length - 1)
    if (i === baris.length - 1 || gaya.rata === 'tengah' || kata.length === 1) {
      const tengah = gaya.rata === 'tengah'
      drawTeks(sheet, satu, tengah ? x + lebar / 2 : x, y + i * jarak, gaya)
      return
    }
    let tempat = x
    for (const k of kata)
      tempat += drawTeks(sheet, k, tempat, y + i * jarak, { ...gaya, rata: 'kiri' }) + sela
  })
  return y + baris.length * jarak
}

export type Baris = readonly [label: string, nilai: string]

/** Label columns: label, colon, value; long values wrap under themselves. */
export function drawBaris(
  sheet: Sheet,
  baris: readonly Baris[],
  letak: { x: number; y: number; titik: number; lebar: number; nomor?: boolean; jarak?: number },
  gaya: Gaya = {},
): number {
  const jarak = letak.jarak ?? (gaya.ukuran ?? 11) * 1.32
  let { y } = letak
  baris.forEach(([label, nilai], i) => {
    const mulai = letak.nomor === true ? letak.x + 20 : letak.x
    if (letak.nomor === true) drawTeks(sheet, `${i + 1}.`, letak.x, y, gaya)
    drawTeks(sheet, label, mulai, y, gaya)
    drawTeks(sheet, ':', letak.titik, y, gaya)
    const isi = wrapTeks(sheet, nilai, letak.lebar - (letak.titik + 10 - letak.x), gaya)
    for (const satu of isi) {
      drawTeks(sheet, satu, letak.titik + 10, y, gaya)
      y += jarak
    }
  })
  return y
}

/** A paragraph behind a label and a colon: Menimbang, Mengingat, KESATU. */
export function drawDiktum(
  sheet: Sheet,
  label: string,
  teks: string,
  y: number,
  gaya: Gaya = {},
): number {
  drawTeks(sheet, label, 62, y, gaya)
  drawTeks(sheet, ':', 134, y, gaya)
  return drawParagraf(sheet, teks, 144, y, 395, gaya) + 3
}

export function drawGaris(
  sheet: Sheet,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  tebal = 0.7,
): void {
  const { ctx } = sheet
  ctx.lineWidth = tebal
  ctx.beginPath()
  ctx.moveTo(x0, y0)
  ctx.lineTo(x1, y1)
  ctx.stroke()
}

/** A ruled table; columns by width, first row is the head. */
export function drawTabel(
  sheet: Sheet,
  kolom: readonly number[],
  baris: readonly (readonly string[])[],
  letak: { x: number; y: number; tinggi: number },
  gaya: Gaya = {},
): number {
  const lebar = kolom.reduce((jumlah, satu) => jumlah + satu, 0)
  const ukuran = gaya.ukuran ?? 8
  let { y } = letak
  drawGaris(sheet, letak.x, y, letak.x + lebar, y)
  baris.forEach((sel, r) => {
    let x = letak.x
    const isi = sel.map((teks, k) =>
      wrapTeks(sheet, teks, (kolom[k] ?? 0) - 6, { ...gaya, ukuran, tebal: r === 0 }),
    )
    const tinggi = Math.max(
      letak.tinggi,
      Math.max(...isi.map((satu) => satu.length)) * ukuran * 1.2 + 4,
    )
    isi.forEach((baris2, k) => {
      baris2.forEach((teks, i) => {
        const dasar = y + tinggi / 2 + ukuran * 0.35 + (i - (baris2.length - 1) / 2) * ukuran * 1.2
        const tengah = r === 0 || teks.length < 3
        const tempat = tengah ? x + (kolom[k] ?? 0) / 2 : x + 3
        drawTeks(sheet, teks, tempat, dasar, {
          ...gaya,
          ukuran,
          tebal: r === 0,
          rata: tengah ? 'tengah' : 'kiri',
        })
      })
      x += kolom[k] ?? 0
    })
    y += tinggi
    drawGaris(sheet, letak.x, y, letak.x + lebar, y)
  })
  let x = letak.x
  for (const satu of [0, ...kolom]) {
    x += satu
    drawGaris(sheet, x, letak.y, x, y)
  }
  return y
}
