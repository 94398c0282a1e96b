import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const idTiruan = '\0meja:argon2'

/** One binary for each platform; the package is made on the platform that it is for. */
function getNamaPaket(): string {
  const { platform, arch } = process
  const akhiran = platform === 'linux' ? '-gnu' : platform === 'win32' ? '-msvc' : ''
  return `@node-rs/argon2-${platform}-${arch}${akhiran}`
}

/**
 * The package carries no node_modules: the one native library lies beside the bundle and is loaded by
 * its own name. electron-builder leaves it outside the archive, because a library must be a real file.
 */
export function bundleArgon2(): Plugin {
  return {
    name: 'meja:bundle-argon2',
    enforce: 'pre',
    resolveId: (id) => (id === '@node-rs/argon2' ? idTiruan : null),
    load: (id) =>
      id === idTiruan
        ? `import { createRequire } from 'node:module'
const native = createRequire(import.meta.url)('./argon2.node')
export const hashRaw = native.hashRaw`
        : null,
    generateBundle() {
      const asal = createRequire(import.meta.url).resolve(getNamaPaket())
      this.emitFile({ type: 'asset', fileName: 'argon2.node', source: readFileSync(asal) })
    },
  }
}
