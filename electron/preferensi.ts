import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Preferensi } from '@meja/core/ipc/contract.ts'
import { writeAtomic } from './atomic-file.ts'

/** Theme and language of this workstation: the lock screen has no other way to know them. */
export function readPreferensi(userData: string): Preferensi {
  try {
    return Preferensi.parse(JSON.parse(readFileSync(join(userData, 'preferensi.json'), 'utf8')))
  } catch {
    return { tema: 'sistem', bahasa: 'id' }
  }
}

export async function savePreferensi(userData: string, preferensi: Preferensi): Promise<void> {
  await writeAtomic(join(userData, 'preferensi.json'), JSON.stringify(preferensi))
}
