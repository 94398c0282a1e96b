export type GambarPdf = {
  filter: 'DCTDecode' | 'CCITTFaxDecode' | 'JBIG2Decode' | 'JPXDecode'
  data: Buffer
  width: number
  height: number
  dpi: number
  abuAbu: boolean
}

function describeGambar(gambar: GambarPdf): string {
  const { width, height, filter, data } = gambar
  const satuBit = filter === 'CCITTFaxDecode' || filter === 'JBIG2Decode'
  const parms =
    filter === 'CCITTFaxDecode' ? ` /DecodeParms << /K -1 /Columns ${width} /Rows ${height} >>` : ''
  const ruang = satuBit || gambar.abuAbu ? '/DeviceGray' : '/DeviceRGB'
  return (
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${ruang} ` +
    `/BitsPerComponent ${satuBit ? 1 : 8} /Filter /${filter}${parms} /Length ${data.length} >>`
  )
}

/**
 * A PDF as office scanners write it: every page one image and nothing else, no text layer. No date
 * and no producer, so that the same pages are always the same bytes.
 */
export function writePdf(pages: readonly GambarPdf[]): Buffer {
  const bagian: Buffer[] = []
  const letak: number[] = []
  let panjang = 0
  const write = (...isi: (string | Buffer)[]): void => {
    for (const satu of isi) {
      const bytes = typeof satu === 'string' ? Buffer.from(satu, 'latin1') : satu
      bagian.push(bytes)
      panjang += bytes.length
    }
  }
  const object = (nomor: number, ...isi: (string | Buffer)[]): void => {
    letak[nomor] = panjang
    write(`${nomor} 0 obj\n`, ...isi, '\nendobj\n')
  }
  const nomorHalaman = (i: number): number => 3 + i * 3

  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  object(1, '<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, i) => `${nomorHalaman(i)} 0 R`).join(' ')
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  pages.forEach((gambar, i) => {
    const nomor = nomorHalaman(i)
    const lebar = ((gambar.width * 72) / gambar.dpi).toFixed(2)
    const tinggi = ((gambar.height * 72) / gambar.dpi).toFixed(2)
    const isi = `q ${lebar} 0 0 ${tinggi} 0 0 cm /Im0 Do Q`
    object(
      nomor,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${lebar} ${tinggi}] ` +
        `/Resources << /XObject << /Im0 ${nomor + 2} 0 R >> >> /Contents ${nomor + 1} 0 R >>`,
    )
    object(nomor + 1, `<< /Length ${isi.length} >>\nstream\n${isi}\nendstream`)
    object(nomor + 2, describeGambar(gambar), '\nstream\n', gambar.data, '\nendstream')
  })
  const mulai = panjang
  const baris = letak.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  write(
    `xref\n0 ${letak.length}\n0000000000 65535 f \n${baris.join('')}`,
    `trailer\n<< /Size ${letak.length} /Root 1 0 R >>\nstartxref\n${mulai}\n%%EOF\n`,
  )
  return Buffer.concat(bagian)
}
