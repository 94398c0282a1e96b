import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const Letak = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  penuh: z.boolean(),
})
type Letak = z.infer<typeof Letak>

const lebar = 1366
const tinggi = 768

/** Where the window stood when it was closed; a file that cannot be read costs only the memory. */
export function findLetak(userData: string): Letak | undefined {
  try {
    return Letak.parse(JSON.parse(readFileSync(join(userData, 'jendela.json'), 'utf8')))
  } catch {
    return undefined
  }
}

export async function saveLetak(userData: string, letak: Letak): Promise<void> {
  await writeFile(join(userData, 'jendela.json'), JSON.stringify(letak), { mode: 0o600 })
}

/** Never larger than the screen nor beside it: a second screen may be gone since yesterday. */
export function fitLetak(ingatan: Rectangle | undefined, layar: Rectangle): Rectangle {
  const width = Math.min(ingatan?.width ?? lebar, layar.width)
  const height = Math.min(ingatan?.height ?? tinggi, layar.height)
  const tengahX = layar.x + Math.round((layar.width - width) / 2)
  const tengahY = layar.y + Math.round((layar.height - height) / 2)
  const clamp = (nilai: number, awal: number, ruang: number) =>
    Math.min(Math.max(nilai, awal), awal + ruang)
  return {
    x: clamp(ingatan?.x ?? tengahX, layar.x, layar.width - width),
    y: clamp(ingatan?.y ?? tengahY, layar.y, layar.height - height),
    width,
    height,
  }
}
