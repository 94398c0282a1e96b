import { announce } from './announce.ts'
import { packageDesktop } from './package/package-desktop.ts'
import { runCommand } from './run.ts'

/** `npm run package`: dist/linux-unpacked. `-- --release` accepts the official Electron only. */
await runCommand(async () => {
  const { folder } = await packageDesktop({ release: process.argv.includes('--release') })
  announce(`Aplikasi desktop ada di ${folder}.`)
  return 0
})
