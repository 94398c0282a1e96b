import { defineConfig } from 'vite'

/** The lock screen's own door: it can ask for nothing that the desk can ask for. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'preload-kunci.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload-kunci.cjs', codeSplitting: false },
    },
  },
})
