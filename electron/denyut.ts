import { postDenyut } from '@meja/core/api/komputer.ts'
import type { KabarKiriman } from '@meja/core/ipc/contract.ts'
import type { ApiUtama } from './api-utama.ts'
import type { KabarIngatan } from './kunci/buku-kiriman.ts'

/** An order of an administrator reaches an open desk at the latest after this. */
export const selangDenyutMs = 20_000

type Keadaan = KabarKiriman & {
  readonly terkunci: boolean
  readonly belumTerkirim: number
  readonly asliDiMeja: number
}

type Pilihan = {
  readonly api: ApiUtama
  readonly idKomputer: string
  readonly versi: string
  readonly getKeadaan: () => Promise<Keadaan>
  /** An administrator wants this screen closed (P1.21). */
  readonly onPerintah: () => void
  /** How far the server remembers: it may have been restored from a backup (P29.2c). */
  readonly onIngatan: (kabar: KabarIngatan) => void
}

/** Tells the server that this workstation is there, and hears whether its screen must close. */
export class Denyut {
  readonly #pilihan: Pilihan
  /** Carried out, and the server does not know it yet. */
  #dijalankan: string | null = null
  /** The last one did not reach the server. */
  #putus = false
  #giliran: Promise<void> = Promise.resolve()

  constructor(pilihan: Pilihan) {
    this.#pilihan = pilihan
  }

  /** Without network nothing is told and nothing is asked; the next one makes up for it. */
  beat(): Promise<void> {
    this.#giliran = this.#giliran
      .then(() => this.#send())
      .catch(() => {
        this.#putus = true
      })
    return this.#giliran
  }

  async #send(): Promise<void> {
    const { api, idKomputer, versi, getKeadaan, onPerintah, onIngatan } = this.#pilihan
    const keadaan = await getKeadaan()
    const dijalankan = keadaan.terkunci ? this.#dijalankan : null
    const pada = new Date().toISOString()
    const { kunci, ...ingatan } = await api(postDenyut, {
      komputer: idKomputer,
      versi,
      pada,
      dijalankan,
      ...keadaan,
    })
    if (dijalankan !== null) this.#dijalankan = null
    onIngatan({ ...ingatan, setelahPutus: this.#putus })
    this.#putus = false
    if (kunci === null || keadaan.terkunci) return
    this.#dijalankan = kunci
    onPerintah()
  }
}
