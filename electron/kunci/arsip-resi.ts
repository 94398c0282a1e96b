import { z } from 'zod'
import { Resi } from '@meja/core/api/resi.ts'
import { simpanResiHari } from '@meja/core/domain/resi.ts'
import type { KirimanDijawab } from '@meja/core/ipc/contract.ts'
import { Jurnal } from './jurnal.ts'

const IsiArsip = z.object({ isi: z.string(), resi: Resi })

const hariMs = 86_400_000

const getSaat = ({ resi }: { resi: Resi }) => Date.parse(resi.diterimaPada)

/**
 * Receipts of this person here, each beside the decision as it was sent: what a server restored from a
 * backup has forgotten is given back from it (P29.2c). Opened when first needed, not at the unlocking.
 */
export class ArsipResi {
  readonly #jurnal: Jurnal
  #terbuka: Promise<void> | null = null
  #berhenti = false

  constructor(tujuan: string, kunci: Uint8Array) {
    this.#jurnal = new Jurnal(tujuan, kunci)
  }

  async keep(semua: readonly KirimanDijawab[]): Promise<void> {
    await this.#open()
    await this.#jurnal.add(
      ...semua.map(({ id, isi, resi }) => ({ id, isi: JSON.stringify({ isi, resi }) })),
    )
  }

  async list(): Promise<KirimanDijawab[]> {
    await this.#open()
    return this.#list()
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#open()
    await this.#jurnal.close(...ids)
  }

  async stop(): Promise<void> {
    this.#berhenti = true
    await this.#terbuka?.catch(() => {})
    await this.#jurnal.stop()
    this.#jurnal.kunci.fill(0)
  }

  #open(): Promise<void> {
    // Whoever comes after the lock would open it without its key, and find nothing of what is there.
    if (this.#berhenti) return Promise.reject(new Error('arsip tertutup'))
    this.#terbuka ??= this.#openOnce()
    return this.#terbuka
  }

  async #openOnce(): Promise<void> {
    await this.#jurnal.open()
    const semua = await this.#list()
    // By the server's clock alone: a workstation whose clock jumps a year must not throw all away.
    const terbaru = semua.reduce((sejauh, satu) => Math.max(sejauh, getSaat(satu)), 0)
    const batas = terbaru - simpanResiHari * hariMs
    const lama = semua.filter((satu) => getSaat(satu) < batas)
    await this.#jurnal.close(...lama.map(({ id }) => id))
  }

  async #list(): Promise<KirimanDijawab[]> {
    const { terbuka } = await this.#jurnal.list()
    return terbuka.flatMap(({ id, isi }) => {
      const { data } = IsiArsip.safeParse(JSON.parse(isi))
      return data === undefined ? [] : [{ id, ...data }]
    })
  }
}
