import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { copyPdfjsAssets } from './build/copy-pdfjs-assets.ts'
import { replaceInjectedStyles } from './build/replace-injected-styles.ts'

const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

/** Clean output without inline scripts or styles: the CSP of electron/static-files.ts allows none. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    vue(),
    ui({
      router: false,
      colorMode: false,
      autoImport: false,
      components: { dts: false },
      icon: { clientBundle: { scan: true, sizeLimitKb: 0 } },
      experimental: { componentDetection: true },
      ui: {
        colors: {
          primary: 'teal',
          neutral: 'stone',
          success: 'green',
          warning: 'amber',
          error: 'red',
          info: 'sky',
        },
      },
    }) as Plugin[],
    replaceInjectedStyles(),
    copyPdfjsAssets(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { desktop: path('desktop.html') } },
  },
})
