import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { Abu } from './abu.ts'

/** A picture as pdf.js decodes it: 1 one bit a pixel, 2 RGB, 3 RGBA. */
const Gambar = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  kind: z.int(),
  data: z.instanceof(Uint8Array).or(z.instanceof(Uint8ClampedArray)),
})
type Gambar = z.infer<typeof Gambar>

/** [a, b, c, d, e, f], as PDF writes it. */
type Matriks = readonly [number, number, number, number, number, number]
const Matriks = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])

type Terlukis = { sumber: unknown; lebarInci: number; luas: number }

/** Operators that put something on the page besides pictures. */
const melukis: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.constructPath,
  OPS.shadingFill,
])
const gambar: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])

function multiply(a: Matriks, b: Matriks): Matriks {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

type Operator = { fnArray: readonly number[]; argsArray: readonly unknown[] }

/** The pictures that a page paints, with their size on paper. */
function listTerlukis({ fnArray, argsArray }: Operator): Terlukis[] {
  const tumpukan: Matriks[] = []
  let kini: Matriks = [1, 0, 0, 1, 0, 0]
  const hasil: Terlukis[] = []
  for (const [nomor, operator] of fnArray.entries()) {
    const argumen = argsArray[nomor]
    if (operator === OPS.save) tumpukan.push(kini)
    else if (operator === OPS.restore) kini = tumpukan.pop() ?? kini
    else if (operator === OPS.transform) {
      const matriks = Matriks.safeParse(argumen)
      if (matriks.success) kini = multiply(kini, matriks.data)
    } else if (gambar.has(operator) && Array.isArray(argumen)) {
      const [lebar, tinggi] = [Math.hypot(kini[0], kini[1]), Math.hypot(kini[2], kini[3])]
      hasil.push({ sumber: argumen[0], lebarInci: lebar / 72, luas: lebar * tinggi })
    }
  }
  return hasil
}

/** A picture stands in the operator, or under a name that pdf.js fills once it is decoded. */
function readGambar(page: PDFPageProxy, sumber: unknown): Promise<unknown> {
  const isi = z.object({ data: z.string() }).safeParse(sumber)
  const nama = isi.success ? isi.data.data : sumber
  if (typeof nama !== 'string') return Promise.resolve(sumber)
  const tempat = nama.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    tempat.get(nama, resolve)
  })
}

function toAbu({ data, width, height, kind }: Gambar): Abu {
  const abu = new Uint8Array(width * height)
  if (kind === 1) {
    const perBaris = Math.ceil(width / 8)
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const bit = ((data[y * perBaris + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
        abu[y * width + x] = bit * 255
      }
    }
    return { data: abu, width, height }
  }
  const lompat = kind === 2 ? 3 : 4
  for (let nomor = 0; nomor < abu.length; nomor += 1) {
    const awal = nomor * lompat
    abu[nomor] =
      ((data[awal] ?? 0) * 77 + (data[awal + 1] ?? 0) * 150 + (data[awal + 2] ?? 0) * 29) >> 8
  }
  return { data: abu, width, height }
}

/** A page that is one picture, as scans are; or one that is written, or with nothing on it at all. */
export type HalamanPdf =
  { jenis: 'pindaian'; abu: Abu; dpi: number } | { jenis: 'tulisan' | 'kosong' }

/** Share of the page that a picture must cover to be its scan. */
const bagianPindaian = 0.5

export async function readHalamanPdf(page: PDFPageProxy): Promise<HalamanPdf> {
  const operator: Operator = await page.getOperatorList()
  const [kiri = 0, bawah = 0, kanan = 0, atas = 0] = page.view
  const luasHalaman = (kanan - kiri) * (atas - bawah)
  const [terbesar] = listTerlukis(operator).toSorted((a, b) => b.luas - a.luas)
  if (terbesar !== undefined && terbesar.luas >= luasHalaman * bagianPindaian) {
    const isi = Gambar.safeParse(await readGambar(page, terbesar.sumber))
    if (isi.success) {
      const dpi = Math.max(1, Math.round(isi.data.width / terbesar.lebarInci))
      return { jenis: 'pindaian', abu: toAbu(isi.data), dpi }
    }
  }
  const ada = terbesar !== undefined || operator.fnArray.some((satu) => melukis.has(satu))
  return { jenis: ada ? 'tulisan' : 'kosong' }
}
