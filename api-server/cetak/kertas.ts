import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import Pdf from 'pdfkit'

/** Points; A4 portrait. */
export const tepi = { kiri: 42, kanan: 42, atas: 44, bawah: 54 } as const
export const lebarIsi = 595.28 - tepi.kiri - tepi.kanan

export const warna = {
  teks: '#1c1917',
  redup: '#57534e',
  garis: '#d6d3d1',
  pita: '#f1f0ef',
} as const

export type Gaya = {
  readonly ukuran: number
  readonly tebal?: boolean
  readonly warna?: string
  readonly rata?: 'left' | 'center' | 'right'
}

/** Where a text stands: from the left edge of the page, this wide. */
export type Tempat = { readonly x: number; readonly y: number; readonly lebar: number }

/** The running foot: lines at the left that are cut rather than wrapped, and the page at the right. */
type Kaki = { readonly kiri: readonly string[]; readonly kanan: string }

type Unsur = ReturnType<PDFKit.PDFDocument['struct']>

async function readFonts() {
  const folder = new URL('../../resources/fonts/', import.meta.url)
  const [biasa, tebal] = await Promise.all([
    readFile(new URL('Arimo_400Regular.ttf', folder)),
    readFile(new URL('Arimo_700Bold.ttf', folder)),
  ])
  return { biasa, tebal }
}
let fonts: ReturnType<typeof readFonts> | undefined

/**
 * A4 sheets with embedded fonts and a structure that a screen reader can follow: what is read is an
 * element of the tree, lines and running feet are artefacts outside it.
 */
export class Kertas {
  readonly #doc: PDFKit.PDFDocument
  readonly #akar: Unsur

  private constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.#akar = doc.struct('Document', {})
    doc.addStructure(this.#akar)
  }

  static async open(judul: string, waktu: Date): Promise<Kertas> {
    fonts ??= readFonts()
    const { biasa, tebal } = await fonts
    const doc = new Pdf({
      size: 'A4',
      margins: { left: tepi.kiri, right: tepi.kanan, top: tepi.atas, bottom: tepi.bawah },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'id-ID',
      displayTitle: true,
      info: { Title: judul, Creator: 'Meja ASN', Producer: 'Meja ASN', CreationDate: waktu },
    })
    doc.registerFont('biasa', biasa)
    doc.registerFont('tebal', tebal)
    return new Kertas(doc)
  }

  get y(): number {
    return this.#doc.y
  }

  /** Starts an element of the tree; `end` it when its last child is in. */
  startUnsur(tag: string, induk: Unsur = this.#akar): Unsur {
    const unsur = this.#doc.struct(tag, {})
    induk.add(unsur)
    return unsur
  }

  #setGaya({ ukuran, tebal, warna: tinta }: Gaya): void {
    this.#doc
      .font(tebal === true ? 'tebal' : 'biasa')
      .fontSize(ukuran)
      .fillColor(tinta ?? warna.teks)
  }

  measure(teks: string, lebar: number, gaya: Gaya): number {
    this.#setGaya(gaya)
    return this.#doc.heightOfString(teks, { width: lebar })
  }

  /** Text at a place, as an element under `induk`. */
  write(tag: string, teks: string, tempat: Tempat, gaya: Gaya, induk: Unsur = this.#akar): void {
    const unsur = this.#doc.struct(tag, {}, () => this.#put(teks, tempat, gaya))
    induk.add(unsur)
    unsur.end()
  }

  #put(teks: string, { x, y, lebar }: Tempat, gaya: Gaya): void {
    this.#setGaya(gaya)
    this.#doc.text(teks, x, y, { width: lebar, align: gaya.rata ?? 'left' })
  }

  moveTo(y: number): void {
    this.#doc.y = y
  }

  /** Turns the page when less than this much of it is left; says whether it did. */
  ensureRoom(tinggi: number): boolean {
    if (this.#doc.y + tinggi <= this.#doc.page.height - tepi.bawah) return false
    this.#doc.addPage()
    return true
  }

  #drawArtefak(gambar: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    gambar()
    this.#doc.endMarkedContent()
  }

  drawPita(y: number, tinggi: number): void {
    this.#drawArtefak(() => {
      this.#doc.rect(tepi.kiri, y, lebarIsi, tinggi).fill(warna.pita)
    })
  }

  drawGaris(y: number, x: number = tepi.kiri, lebar: number = lebarIsi): void {
    this.#drawArtefak(() => {
      this.#doc
        .moveTo(x, y)
        .lineTo(x + lebar, y)
        .lineWidth(0.5)
        .strokeColor(warna.garis)
        .stroke()
    })
  }

  #putKaki(y: number, { kiri, kanan }: Kaki): void {
    const gaya: Gaya = { ukuran: 7, warna: warna.redup }
    const lebarKanan = 70
    this.#doc.markContent('Artifact', { type: 'Pagination' })
    this.#setGaya(gaya)
    for (const [nol, teks] of kiri.entries()) {
      this.#doc.text(teks, tepi.kiri, y + nol * 9, {
        width: lebarIsi - lebarKanan,
        height: 8,
        ellipsis: true,
      })
    }
    const x = tepi.kiri + lebarIsi - lebarKanan
    this.#put(kanan, { x, y, lebar: lebarKanan }, { ...gaya, rata: 'right' })
    this.#doc.endMarkedContent()
  }

  /** Writes the running feet, now that the number of pages is known, and gives the bytes. */
  async finish(buildKaki: (nomor: number, jumlah: number) => Kaki): Promise<Buffer> {
    this.#akar.end()
    const { start, count } = this.#doc.bufferedPageRange()
    for (let nol = 0; nol < count; nol += 1) {
      this.#doc.switchToPage(start + nol)
      // The foot stands in the margin, where pdfkit would otherwise turn the page.
      this.#doc.page.margins.bottom = 0
      const y = this.#doc.page.height - tepi.bawah + 14
      this.drawGaris(y - 6)
      this.#putKaki(y, buildKaki(nol + 1, count))
    }
    this.#doc.end()
    return buffer(this.#doc)
  }
}
