import type { Plugin } from 'vite'

/**
 * Two libraries write <style> elements, which our CSP refuses (docs/design): the colour plugin of
 * Nuxt UI, whose variables stand in app/theme.css instead, and the cursor of Reka's splitter.
 */
const pengganti: readonly { cocok: RegExp; kode: string }[] = [
  {
    cocok: /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js$/,
    kode: 'export default () => {}',
  },
  {
    cocok: /reka-ui\/dist\/utils\/style\.js$/,
    kode: '',
  },
]

const lembar = `
let lembar = null
function pasangKursor(kursor) {
  lembar ??= new CSSStyleSheet()
  lembar.replaceSync('*{cursor:' + kursor + '!important}')
  if (!document.adoptedStyleSheets.includes(lembar)) document.adoptedStyleSheets.push(lembar)
}
function lepasKursor() {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((satu) => satu !== lembar)
}`

function mendSplitter(kode: string): string {
  const awal = kode.indexOf('function resetGlobalCursorStyle')
  const akhir = kode.indexOf('function computePanelFlexBoxStyle')
  if (awal < 0 || akhir < awal)
    throw new Error('reka-ui: utils/style.js berubah, periksa pengganti')
  return `${kode.slice(0, awal)}${lembar}
function resetGlobalCursorStyle() {
  if (currentCursorStyle === null) return
  currentCursorStyle = null
  lepasKursor()
}
function setGlobalCursorStyle(state, constraintFlags) {
  const style = getCursorStyle(state, constraintFlags)
  if (currentCursorStyle === style) return
  currentCursorStyle = style
  pasangKursor(style)
}
${kode.slice(akhir)}`
}

export function replaceInjectedStyles(): Plugin {
  const terpakai = new Set<RegExp>()
  return {
    name: 'meja:replace-injected-styles',
    enforce: 'pre',
    transform(kode, id) {
      const bersih = id.split('?', 1).join('').replaceAll('\\', '/')
      const satu = pengganti.find(({ cocok }) => cocok.test(bersih))
      if (satu === undefined) return null
      terpakai.add(satu.cocok)
      return { code: satu.kode === '' ? mendSplitter(kode) : satu.kode, map: null }
    },
    buildEnd(error) {
      // A new version that moves these files must fail here, not at a person's desk.
      const luput = pengganti.filter(({ cocok }) => !terpakai.has(cocok))
      if (error === undefined && this.meta.watchMode === false && luput.length > 0) {
        this.error(`pengganti tidak terpakai: ${luput.map(({ cocok }) => cocok.source).join(', ')}`)
      }
    },
  }
}
