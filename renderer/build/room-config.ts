import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'
import { refuseForbiddenOutput } from './check-output.ts'
import { copyPdfjsAssets } from './copy-pdfjs-assets.ts'
import { limitPdfjsStreams } from './limit-pdfjs.ts'
import { mendLibraries } from './mend-libraries.ts'

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

export type RoomOptions = {
  /** The renderer's folder. */
  readonly root: string
  /** Name and page of the one entry. */
  readonly input: Record<string, string>
  readonly outDir: string
  readonly publicDir: string | false
  readonly plugins?: Plugin[]
}

/** Clean output without inline scripts or styles, for desktop and portal alike: no CSP of ours allows any. */
export function buildRoomConfig({ root, input, outDir, publicDir, plugins = [] }: RoomOptions) {
  return {
    root,
    base: '/',
    publicDir,
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
      refuseForbiddenOutput(),
      ...plugins,
    ],
    define: {
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    // Workers are bundled apart, with plugins of their own.
    worker: { format: 'es', plugins: () => [limitPdfjsStreams()] },
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input },
    },
  } satisfies UserConfig
}
