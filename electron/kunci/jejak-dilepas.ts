import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findFile, writeAtomic } from '../atomic-file.ts'

/**
 * All that stays of a person who left this workstation, under a name that says nothing: how far the
 * log of the screen had come, because a log that begins anew looks to the server like files that were
 * put back; and whether the page has thrown the encrypted store away, which only a page can.
 */
const JejakDilepas = z.object({ urutan: z.int().min(0), gudangTerhapus: z.boolean() })
type JejakDilepas = z.infer<typeof JejakDilepas>

const akhiran = '.dilepas'
const namaFolder = /^[0-9a-f]{32}$/

function getTempat(userData: string, nama: string): string {
  return join(userData, 'orang', `${nama}${akhiran}`)
}

async function find(userData: string, nama: string): Promise<JejakDilepas | null> {
  const isi = await findFile(getTempat(userData, nama))
  try {
    return isi === null ? null : JejakDilepas.parse(JSON.parse(isi.toString()))
  } catch {
    return null
  }
}

export async function findUrutanDilepas(userData: string, nama: string): Promise<number> {
  return (await find(userData, nama))?.urutan ?? 0
}

export async function saveDilepas(userData: string, nama: string, urutan: number): Promise<void> {
  await mkdir(join(userData, 'orang'), { recursive: true, mode: 0o700 })
  const isi: JejakDilepas = { urutan, gudangTerhapus: false }
  await writeAtomic(getTempat(userData, nama), JSON.stringify(isi))
}

/** Stores whose keys are gone and that still lie in the browser's folder. */
export async function listGudangDilepas(userData: string): Promise<string[]> {
  const semua = await readdir(join(userData, 'orang')).catch(() => [])
  const nama = semua
    .filter((satu) => satu.endsWith(akhiran))
    .map((satu) => satu.slice(0, -akhiran.length))
    .filter((satu) => namaFolder.test(satu))
  const jejak = await Promise.all(nama.map((satu) => find(userData, satu)))
  return nama.filter((_, letak) => jejak[letak]?.gudangTerhapus === false)
}

export async function closeGudangDilepas(userData: string, nama: string): Promise<void> {
  const jejak = namaFolder.test(nama) ? await find(userData, nama) : null
  if (jejak === null) return
  const isi: JejakDilepas = { ...jejak, gudangTerhapus: true }
  await writeAtomic(getTempat(userData, nama), JSON.stringify(isi))
}
