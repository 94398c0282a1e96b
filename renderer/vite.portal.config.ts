import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { emitShellWorker } from './build/emit-shell-worker.ts'
import { buildRoomConfig } from './build/room-config.ts'

const path = (relatif: string) => fileURLToPath(new URL(relatif, import.meta.url))

/** The portal, served by the API server from a folder of its own: nothing of the desktop is in it. */
export default defineConfig(
  buildRoomConfig({
    root: import.meta.dirname,
    input: { portal: path('portal.html') },
    outDir: path('portal/dist'),
    publicDir: path('portal/public'),
    plugins: [emitShellWorker()],
  }),
)
