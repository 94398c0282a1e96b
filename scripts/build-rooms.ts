import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.ts'
import { hashSources, onceFor } from './content-hash.ts'
import { startProcess } from './processes.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { StartupError } from './startup-error.ts'

const ROOMS = { renderer: 'antarmuka', electron: 'kerangka desktop' } as const

/** Bundles the rooms whose sources have changed since they were last bundled. */
export async function buildRooms(): Promise<void> {
  for (const [room, title] of Object.entries(ROOMS)) {
    const folder = join(PROJECT_ROOT, room)
    const sources = hashSources([
      folder,
      join(PROJECT_ROOT, 'core'),
      join(PROJECT_ROOT, 'tsconfig.base.json'),
      join(PROJECT_ROOT, 'package-lock.json'),
    ])
    const dist = join(folder, 'dist')
    await onceFor(sources, { stamp: join(dist, '.stempel'), result: dist }, async () => {
      announce(`Membangun ${title} (${room}).`)
      rmSync(dist, { recursive: true, force: true })
      // The shell has two bundles, main and preload: one configuration each.
      for (const config of listViteConfigs(folder)) await runVite(folder, config)
    })
  }
}

function listViteConfigs(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^vite.*\.config\.ts$/.test(name))
    .toSorted()
}

async function runVite(folder: string, config: string): Promise<void> {
  const vite = startProcess(
    process.execPath,
    [
      join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      config,
      '--logLevel=warn',
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Whoever asks for it, tests included: what is built is what ships.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  let diary = ''
  for (const stream of [vite.child.stdout, vite.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (diary += chunk))
  }
  if ((await vite.exited) === 0) return
  process.stderr.write(diary)
  throw new StartupError(
    'pemasangan_gagal',
    `Bagian ${folder} tidak dapat dibangun; pesan vite ada di atas.`,
  )
}
