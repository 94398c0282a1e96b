import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { buildRoomConfig } from './build/room-config.ts'

const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

/** The desktop's interface, packed with the application. */
export default defineConfig(
  buildRoomConfig({
    root: import.meta.dirname,
    input: { desktop: path('desktop.html') },
    outDir: path('dist'),
    publicDir: false,
  }),
)
