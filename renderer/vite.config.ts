import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { copyTesseractAssets } from './build/copy-tesseract-assets.ts'
import { buildRoomConfig } from './build/room-config.ts'

const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

/** The desktop's interface, packed with the application. */
export default defineConfig(
  buildRoomConfig({
    root: import.meta.dirname,
    input: { desktop: path('desktop.html'), lock: path('lock.html') },
    outDir: path('dist'),
    publicDir: false,
    plugins: [copyTesseractAssets()],
  }),
)
