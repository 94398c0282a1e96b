import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

const external = ['electron', ...builtinModules, ...builtinModules.map((nama) => `node:${nama}`)]

/** Main process: everything bundled, so that the package carries no node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { external, output: { format: 'es', entryFileNames: 'main.mjs' } },
  },
})
