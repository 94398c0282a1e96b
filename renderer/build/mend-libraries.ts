import type { Plugin } from 'vite'

/**
 * What our content security policy and an office without internet ask of the libraries
 * (docs/design): no <style> elements, and no name of an icon server in the bundle.
 */
type Pengganti = { readonly cocok: RegExp; readonly mend: (kode: string) => string }

const idIkon = '\0meja:iconify-offline'

/** The whole of `@iconify/vue` that Nuxt UI uses, without the part that fetches from a server. */
const ikonLuring = `
import { Icon, addIcon as simpan } from '@iconify/vue/offline'
export { Icon }
export function addIcon(nama, data) {
  // Templates say i-lucide-x, the bundle says lucide:x.
  simpan(nama.replace(':', '-'), data)
  return simpan(nama, data)
}
export const iconLoaded = () => true`

const kursor = `
let lembar = null
function resetGlobalCursorStyle() {
  currentCursorStyle = null
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((satu) => satu !== lembar)
}
function setGlobalCursorStyle(state, constraintFlags) {
  const style = getCursorStyle(state, constraintFlags)
  if (currentCursorStyle === style) return
  currentCursorStyle = style
  lembar ??= new CSSStyleSheet()
  lembar.replaceSync('*{cursor:' + style + '!important}')
  if (!document.adoptedStyleSheets.includes(lembar)) document.adoptedStyleSheets.push(lembar)
}
`

export function mendSplitter(kode: string): string {
  const awal = kode.indexOf('function resetGlobalCursorStyle')
  const akhir = kode.indexOf('function computePanelFlexBoxStyle')
  if (awal < 0 || akhir < awal) throw new Error('reka-ui: Splitter/utils/style.ts has changed')
  return `${kode.slice(0, awal)}${kursor}${kode.slice(akhir)}`
}

const pengganti: readonly Pengganti[] = [
  // Its variables stand in app/theme.css instead.
  {
    cocok: /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js$/,
    mend: () => 'export default () => {}',
  },
  { cocok: /reka-ui\/dist\/utils\/style\.js$/, mend: mendSplitter },
]

export function mendLibraries(): Plugin {
  const terpakai = new Set<Pengganti>()
  let ikonDiganti = false
  return {
    name: 'meja:mend-libraries',
    enforce: 'pre',
    resolveId(id) {
      if (id !== '@iconify/vue') return null
      ikonDiganti = true
      return idIkon
    },
    load: (id) => (id === idIkon ? ikonLuring : null),
    transform(kode, id) {
      const berkas = id.split('?', 1).join('').replaceAll('\\', '/')
      const satu = pengganti.find(({ cocok }) => cocok.test(berkas))
      if (satu === undefined) return null
      terpakai.add(satu)
      return { code: satu.mend(kode), map: null }
    },
    buildEnd(error) {
      // A new version that moves these files must fail here, not at a person's desk.
      if (error !== undefined || this.meta.watchMode) return
      const luput = pengganti.filter((satu) => !terpakai.has(satu)).map(({ cocok }) => cocok.source)
      if (!ikonDiganti) luput.push('@iconify/vue')
      if (luput.length > 0) this.error(`no longer matched: ${luput.join(', ')}`)
    },
  }
}
