import { Platform, build } from 'electron-builder'
import { join } from 'node:path'
import { electronBuilderConfig } from '../../build/electron-builder.ts'
import { PROJECT_ROOT } from '../project-root.ts'

const [appFolder, outputFolder, electronDist, electronVersion] = process.argv.slice(2)
if (!appFolder || !outputFolder || !electronDist || !electronVersion) {
  throw new Error('usage: run-electron-builder.ts APP OUTPUT ELECTRON_DIST ELECTRON_VERSION')
}

await build({
  projectDir: appFolder,
  targets: Platform.LINUX.createTarget('dir'),
  publish: 'never',
  config: {
    ...electronBuilderConfig,
    electronVersion,
    electronDist,
    directories: { output: outputFolder, buildResources: join(PROJECT_ROOT, 'build') },
    // Vite has bundled every library already.
    files: ['**/*', '!node_modules/**'],
  },
})
