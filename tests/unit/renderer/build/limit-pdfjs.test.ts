import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { checkOutput } from '../../../../renderer/build/check-output.ts'
import { limitPdfjs } from '../../../../renderer/build/limit-pdfjs.ts'

const { resolve } = createRequire(new URL('../../../../renderer/package.json', import.meta.url))
const asli = readFileSync(resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8')

describe('the parser of pdf.js', () => {
  it('gets a limit wherever it unpacks or lists, and marks what it leaves out', () => {
    const berbatas = limitPdfjs(asli)
    expect(berbatas.match(/more than the desk unpacks/g)).toHaveLength(4)
    expect(berbatas.match(/globalThis\.mejaTerlampaui = true/g)).toHaveLength(5)
    expect(checkOutput('assets/pekerja-abc.js', berbatas)).toEqual([])
  })

  it('may not ship without it', () => {
    expect(checkOutput('assets/pekerja-abc.js', asli)).toEqual([
      'assets/pekerja-abc.js: pdf.js without its limit',
    ])
  })

  it('fails the build when a new version has moved those lines', () => {
    expect(() => limitPdfjs(asli.replaceAll('size *= 2', 'size = size * 2'))).toThrow(/changed/)
  })
})
