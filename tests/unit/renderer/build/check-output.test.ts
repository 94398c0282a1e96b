import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { checkOutput } from '../../../../renderer/build/check-output.ts'
import { mendSplitter } from '../../../../renderer/build/mend-libraries.ts'

describe('a page that ships', () => {
  it('may refer to scripts and styles', () => {
    const html = '<script type="module" src="/a.js"></script><link rel="stylesheet" href="/a.css">'
    expect(checkOutput('desktop.html', html)).toEqual([])
  })

  it.each([
    '<script>start()</script>',
    '<style>p { color: red }</style>',
    '<p style="color: red">',
    '<body onload="start()">',
  ])('may not hold what the policy refuses: %s', (html) => {
    expect(checkOutput('desktop.html', html)).toHaveLength(1)
  })
})

describe('a script that ships', () => {
  it.each([
    'fetch("https://api.iconify.design/lucide.json")',
    'document.createElement("style")',
    'eval("1")',
  ])('may not hold %s', (kode) => {
    expect(checkOutput('assets/desktop-abc.js', kode)).toHaveLength(1)
  })
})

describe('the mended splitter', () => {
  it('sets its cursor without a style element, in the version that is installed', () => {
    const berkas = createRequire(import.meta.url)
      .resolve('reka-ui')
      .replace(/dist[\\/].*$/, 'dist/utils/style.js')
    const kode = mendSplitter(readFileSync(berkas, 'utf8'))
    expect(kode).toContain('adoptedStyleSheets')
    expect(kode).not.toContain('createElement')
    expect(kode).toContain('export { computePanelFlexBoxStyle, resetGlobalCursorStyle')
  })

  it('fails the build when the library has changed', () => {
    expect(() => mendSplitter('export const lain = 1')).toThrow('reka-ui')
  })
})
