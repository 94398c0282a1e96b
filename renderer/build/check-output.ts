import type { Plugin } from 'vite'

/** In markup: what the policy would refuse at run time. In scripts: what no office machine may call. */
const terlarangDiHalaman = [
  /<style\b/i,
  /<script\b(?![^>]*\bsrc=)/i,
  /\sstyle\s*=/i,
  /\son[a-z]+\s*=/i,
] as const
const terlarangDiSkrip = [
  /iconify\.design/,
  /createElement\(["'`]style["'`]\)/,
  /\beval\(/,
] as const

/** In the workers: a parser of pdf.js whose streams have no end (limit-pdfjs.ts). */
const pengurai = /\.minBufferLength\b/
const berbatas = /more than the desk unpacks/

/**
 * The reasons why this output may not ship; empty when it may. The worker (pekerja) is pdf.js, which
 * knows of style elements but has no document to put them into.
 */
export function checkOutput(nama: string, isi: string): string[] {
  const aturan = nama.endsWith('.html')
    ? terlarangDiHalaman
    : nama.startsWith('assets/') && !nama.includes('pekerja')
      ? terlarangDiSkrip
      : []
  const temuan = aturan.filter((satu) => satu.test(isi)).map((satu) => `${nama}: ${satu.source}`)
  if (pengurai.test(isi) && !berbatas.test(isi)) temuan.push(`${nama}: pdf.js without its limit`)
  return temuan
}

export function refuseForbiddenOutput(): Plugin {
  return {
    name: 'meja:refuse-forbidden-output',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const temuan = Object.values(bundle).flatMap((satu) => {
        const isi = satu.type === 'chunk' ? satu.code : satu.source
        return typeof isi === 'string' ? checkOutput(satu.fileName, isi) : []
      })
      if (temuan.length > 0) this.error(`not allowed in the output:\n${temuan.join('\n')}`)
    },
  }
}
