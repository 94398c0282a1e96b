import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'

/**
 * How the desktop application becomes an installable one. Only the Linux folder is made and run by this
 * project's tests; the other targets need the internet for their tools and were not run.
 */
export const electronBuilderConfig = {
  appId: 'id.meja-asn.desktop',
  productName: 'Meja ASN',
  copyright: 'Pemerintah Provinsi Jawa Timur',
  asar: true,
  // A native library must be a real file for the system's loader. The one there is (Argon2) speaks
  // Node-API, which is the same for every Electron, so that nothing has to be rebuilt.
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  nodeGypRebuild: false,
  electronFuses: {
    // The binary is no general Node, neither by ELECTRON_RUN_AS_NODE, NODE_OPTIONS nor --inspect.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Code comes from the archive alone, and where the system supports it, from an unchanged one.
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    // The interface comes from app://; file:// gets no privileges beyond a browser's.
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === 'darwin') return
    // default_app.asar opens any folder as an application; the version file only tells which hole to try.
    await rm(join(appOutDir, 'resources/default_app.asar'), { force: true })
    await rm(join(appOutDir, 'version'), { force: true })
  },
  linux: {
    executableName: 'meja-asn',
    category: 'Office',
    target: ['AppImage', 'deb'],
    icon: join(import.meta.dirname, 'icon.png'),
  },
  win: {
    executableName: 'meja-asn',
    target: ['nsis'],
    icon: join(import.meta.dirname, 'icon.png'),
  },
  // Installed for all users by the office's administrator, so that people cannot change the program.
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: false },
  deb: { depends: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libsecret-1-0'] },
} satisfies Configuration
