import { join } from 'node:path'
import { z } from 'zod'
import {
  IngatanServer,
  kirimanDiperiksa,
  postPeriksaKiriman,
  type IngatanServer as Ingatan,
} from '@meja/core/api/kiriman.ts'
import type { KirimanDijawab } from '@meja/core/ipc/contract.ts'
import type { ApiUtama } from '../api-utama.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'
import { ArsipResi } from './arsip-resi.ts'
import { Jurnal } from './jurnal.ts'
import { deriveKunci } from './segel.ts'

export const namaJurnal = 'jurnal.bin'

/** What the server remembered when it was last heard, and on which day all was compared with it. */
const Pemeriksaan = IngatanServer.extend({ hari: z.string() })

/** What the server says of its memory, and whether it had been out of reach before it said so. */
export type KabarIngatan = Ingatan & { readonly setelahPutus: boolean }

/** Decisions of one person here: without a receipt in the journal, with one in the archive. */
export class BukuKiriman {
  readonly jurnal: Jurnal
  readonly arsip: ArsipResi
  readonly #catatan: string
  #memeriksa: Promise<number> | null = null

  constructor(folder: string, dek: Uint8Array) {
    this.jurnal = new Jurnal(join(folder, namaJurnal), deriveKunci(dek, 'jurnal/1'))
    this.arsip = new ArsipResi(join(folder, 'arsip.bin'), deriveKunci(dek, 'arsip/1'))
    this.#catatan = join(folder, 'zaman.json')
  }

  /** First there, then no longer here: whatever happens in between, it is in one of them. */
  async accept(semua: readonly KirimanDijawab[]): Promise<void> {
    await this.arsip.keep(semua)
    await this.jurnal.close(...semua.map(({ id }) => id))
  }

  /**
   * Whether the server still knows what it has receipted. What it does not know it had before it was
   * restored from a backup: that waits in the journal again. Answers how many came back.
   */
  checkIngatan(kabar: KabarIngatan, api: ApiUtama): Promise<number> {
    this.#memeriksa ??= this.#check(kabar, api).finally(() => {
      this.#memeriksa = null
    })
    return this.#memeriksa
  }

  async stop(): Promise<void> {
    await this.jurnal.stop()
    await this.arsip.stop()
  }

  async #check({ setelahPutus, ...ingatan }: KabarIngatan, api: ApiUtama): Promise<number> {
    const hari = new Date().toISOString().slice(0, 10)
    const lama = await this.#readCatatan()
    const sama =
      lama !== null &&
      lama.zaman === ingatan.zaman &&
      lama.puncak <= ingatan.puncak &&
      lama.hari === hari
    // Nobody restores a server that answers: whoever missed it asks, even if nobody marked anything.
    const kembali = sama && !setelahPutus ? 0 : await this.#takeBack(api)
    if (!sama || lama.puncak < ingatan.puncak) {
      await writeAtomic(this.#catatan, JSON.stringify({ ...ingatan, hari }))
    }
    return kembali
  }

  async #takeBack(api: ApiUtama): Promise<number> {
    const semua = await this.arsip.list()
    let jumlah = 0
    for (let awal = 0; awal < semua.length; awal += kirimanDiperiksa) {
      const bagian = semua.slice(awal, awal + kirimanDiperiksa)
      const { takDikenal } = await api(postPeriksaKiriman, {
        transactionId: bagian.map(({ id }) => id),
      })
      const kembali = bagian.filter(({ id }) => takDikenal.includes(id))
      await this.jurnal.add(...kembali.map(({ id, isi }) => ({ id, isi })))
      await this.arsip.remove(kembali.map(({ id }) => id))
      jumlah += kembali.length
    }
    return jumlah
  }

  async #readCatatan() {
    const isi = await findFile(this.#catatan)
    try {
      return isi === null ? null : Pemeriksaan.parse(JSON.parse(isi.toString()))
    } catch {
      return null
    }
  }
}
