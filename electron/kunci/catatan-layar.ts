import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CatatanLayar, type PeristiwaLayar } from '@meja/core/api/kunci.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'

const Isi = z.object({ urutan: z.int().min(0), menunggu: z.array(CatatanLayar) })
type Isi = z.infer<typeof Isi>

/** An office that stays offline for weeks keeps the newest. */
const menungguTerbanyak = 2000

/**
 * Locks, unlocks and wrong PINs of one person here, until the server has them. Nothing in it tells of
 * anybody else, and nothing of what was on the screen.
 */
export class BukuLayar {
  readonly #folder: string
  readonly #tujuan: string
  #giliran: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
    this.#tujuan = join(folder, 'layar.json')
  }

  note(peristiwa: PeristiwaLayar): Promise<void> {
    return this.#change(({ urutan, menunggu }) => ({
      urutan: urutan + 1,
      menunggu: [
        ...menunggu.slice(1 - menungguTerbanyak),
        { urutan: urutan + 1, peristiwa, pada: new Date().toISOString() },
      ],
    }))
  }

  /** Hands what waits to the server; what it has taken is forgotten here. */
  async deliver(send: (catatan: CatatanLayar[]) => Promise<unknown>): Promise<void> {
    const kirim = (await this.#read()).menunggu.slice(0, 500)
    const terakhir = kirim.at(-1)?.urutan
    if (terakhir === undefined) return
    await send(kirim)
    await this.#change((isi) => ({
      ...isi,
      menunggu: isi.menunggu.filter(({ urutan }) => urutan > terakhir),
    }))
  }

  async #read(): Promise<Isi> {
    const isi = await findFile(this.#tujuan)
    try {
      if (isi !== null) return Isi.parse(JSON.parse(isi.toString()))
    } catch {
      // Begins anew at 1: the server knows higher numbers, and tells the administrator.
    }
    return { urutan: 0, menunggu: [] }
  }

  #change(ubah: (isi: Isi) => Isi): Promise<void> {
    const kerja = async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await writeAtomic(this.#tujuan, JSON.stringify(ubah(await this.#read())))
    }
    const hasil = this.#giliran.then(kerja, kerja)
    this.#giliran = hasil.catch(() => {})
    return hasil
  }
}

const Komputer = z.object({ id: z.uuid() })

/** A name for this installation that says nothing of its place or people. */
export async function getIdKomputer(userData: string): Promise<string> {
  const tujuan = join(userData, 'komputer.json')
  const isi = await findFile(tujuan)
  try {
    if (isi !== null) return Komputer.parse(JSON.parse(isi.toString())).id
  } catch {
    // Written anew below.
  }
  const id = randomUUID()
  await writeAtomic(tujuan, JSON.stringify({ id }))
  return id
}
