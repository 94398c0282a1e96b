import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CatatanLayar, type PeristiwaLayar } from '@meja/core/api/kunci.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'

const Isi = z.object({
  urutan: z.int().min(0),
  menunggu: z.array(CatatanLayar),
  /** Decisions whose originals lie on this desk: opaque ids, so that the lock screen knows how many. */
  asliDiMeja: z.array(z.uuid()).default([]),
})
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
  readonly #findUrutanLama: () => Promise<number>
  #giliran: Promise<unknown> = Promise.resolve()

  /** `findUrutanLama`: how far this person had come here before everything of them was wiped. */
  constructor(folder: string, findUrutanLama: () => Promise<number> = async () => 0) {
    this.#folder = folder
    this.#tujuan = join(folder, 'layar.json')
    this.#findUrutanLama = findUrutanLama
  }

  note(peristiwa: PeristiwaLayar): Promise<void> {
    return this.#change((isi) => addCatatan(isi, peristiwa, null))
  }

  /** An original came onto the desk with a decision, or went back to its owner; said twice is once. */
  noteAsli(id: string, diMeja: boolean): Promise<void> {
    return this.#change((isi) => {
      if (isi.asliDiMeja.includes(id) === diMeja) return isi
      const asliDiMeja = isi.asliDiMeja.filter((satu) => satu !== id)
      if (diMeja) asliDiMeja.push(id)
      return {
        ...addCatatan(isi, diMeja ? 'asli_di_meja' : 'asli_dikembalikan', id),
        asliDiMeja,
      }
    })
  }

  async listAsli(): Promise<readonly string[]> {
    await this.#giliran
    return (await this.#read()).asliDiMeja
  }

  async getUrutan(): Promise<number> {
    await this.#giliran
    return (await this.#read()).urutan
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
    const urutan = isi === null ? await this.#findUrutanLama() : 0
    return { urutan, menunggu: [], asliDiMeja: [] }
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

function addCatatan(isi: Isi, peristiwa: PeristiwaLayar, rujukan: string | null): Isi {
  const urutan = isi.urutan + 1
  return {
    ...isi,
    urutan,
    menunggu: [
      ...isi.menunggu.slice(1 - menungguTerbanyak),
      { urutan, peristiwa, pada: new Date().toISOString(), rujukan },
    ],
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
