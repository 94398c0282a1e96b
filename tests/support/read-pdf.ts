import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfTerbaca = {
  /** The text of each page, as a reader copies it; runs of space count once. */
  readonly halaman: readonly string[]
  readonly judul: string
  readonly bahasa: string | null
  /** Names of the fonts used, with whether their glyphs travel in the file. */
  readonly fonts: readonly { nama: string; disematkan: boolean }[]
  /** Tags of the structure of the first page, in reading order. */
  readonly tag: readonly string[]
}

type Pohon = { role?: string; children?: Pohon[] }

function listTag(pohon: Pohon | null): string[] {
  if (pohon === null) return []
  return [pohon.role ?? '', ...(pohon.children ?? []).flatMap(listTag)].filter(
    (satu) => satu !== '',
  )
}

/** What a print really says, read back by another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfTerbaca> {
  const tugas = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const dokumen = await tugas.promise
  const { info } = await dokumen.getMetadata()
  const halaman: string[] = []
  const tag: string[] = []
  for (let nomor = 1; nomor <= dokumen.numPages; nomor += 1) {
    const satu = await dokumen.getPage(nomor)
    const { items } = await satu.getTextContent()
    halaman.push(
      items
        .map((potong) => ('str' in potong ? `${potong.str}${potong.hasEOL ? ' ' : ''}` : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    )
    if (nomor === 1) tag.push(...listTag((await satu.getStructTree()) as Pohon | null))
  }
  const teks = Buffer.from(bytes).toString('latin1')
  const fonts = [...new Set([...teks.matchAll(/\/FontName \/(\S+)/g)].map(([, nama = '']) => nama))]
  const hasil = {
    halaman,
    judul: 'Title' in info ? String(info.Title) : '',
    bahasa: 'Language' in info ? String(info.Language) : null,
    fonts: fonts.map((nama) => ({ nama, disematkan: /\/FontFile[23]/.test(teks) })),
    tag,
  }
  await tugas.destroy()
  return hasil
}
