import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { refuseForbiddenOutput } from './build/check-output.ts'
import { copyPdfjsAssets } from './build/copy-pdfjs-assets.ts'
import { copyTesseractAssets } from './build/copy-tesseract-assets.ts'
import { mendLibraries } from './build/mend-libraries.ts'

const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

/** The library's hover at 75 % opacity loses the contrast of the label; ours goes deeper instead. */
const tombolPenuh = [
  {
    color: 'primary' as const,
    variant: 'solid' as const,
    class: 'hover:bg-(--meja-primary-hover) active:bg-(--meja-primary-hover)',
  },
  {
    color: 'error' as const,
    variant: 'solid' as const,
    class: 'hover:bg-(--meja-error-hover) active:bg-(--meja-error-hover)',
  },
]

/** What lies behind a dialog stays recognisable, and is clearly behind. */
const tirai = 'bg-neutral-950/40 dark:bg-black/60'

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
        button: { compoundVariants: tombolPenuh },
        modal: { variants: { overlay: { true: { overlay: tirai } } } },
        slideover: { variants: { overlay: { true: { overlay: tirai } } } },
      },
    }) as Plugin[],
    mendLibraries(),
    copyPdfjsAssets(),
    copyTesseractAssets(),
    refuseForbiddenOutput(),
  ],
  define: {
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { desktop: path('desktop.html'), lock: path('lock.html') } },
  },
})
