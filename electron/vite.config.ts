import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import { bundleArgon2 } from './build/native-argon2.ts'

const external = [
  'electron',
  ...builtinModules,
  ...builtinModules.map((nama) => `node:${nama}`),
  // dbus-next asks for these where they are, to pass file handles and to look for a bus; not here.
  'usocket',
  'x11',
]

/** Main process: everything bundled, so that the package carries no node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [bundleArgon2()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    emitAssets: true,
    minify: false,
    rolldownOptions: { external, output: { format: 'es', entryFileNames: 'main.mjs' } },
  },
})
