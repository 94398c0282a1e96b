import { vi } from 'vitest'
import type { ErrorCode } from '../../../../core/api/errors.ts'
import type {
  Jawaban,
  Permintaan,
  Siap,
} from '../../../../renderer/ui/pindaian/penggambar/pesan.ts'

type Hasil = Extract<Jawaban, { ok: true }>['hasil']

/** A drawing worker that answers only what and when the test says. */
export class PekerjaPalsu extends EventTarget {
  readonly permintaan: (Permintaan & { id: number })[] = []
  readonly terminate = vi.fn<() => void>()

  postMessage(pesan: Permintaan & { id: number }): void {
    this.permintaan.push(pesan)
    this.dispatchEvent(new Event('diminta'))
  }

  get terakhir(): Permintaan & { id: number } {
    const pesan = this.permintaan.at(-1)
    if (pesan === undefined) throw new Error('belum diminta apa pun')
    return pesan
  }

  answer(hasil: Hasil, id = this.terakhir.id): void {
    this.#say({ id, ok: true, hasil })
  }

  refuse(kode: ErrorCode): void {
    this.#say({ id: this.terakhir.id, ok: false, kode })
  }

  /** Loaded; the real one says so once. */
  load(): void {
    this.dispatchEvent(new MessageEvent('message', { data: { siap: true } satisfies Siap }))
  }

  crash(): void {
    this.dispatchEvent(new Event('error'))
  }

  #say(data: Jawaban): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

/** Puts it in the place of the browser's Worker; returns all that were started. */
export function installPekerja(siapkan: (pekerja: PekerjaPalsu) => void = () => {}) {
  const semua: PekerjaPalsu[] = []
  vi.stubGlobal(
    'Worker',
    class extends PekerjaPalsu {
      constructor() {
        super()
        semua.push(this)
        siapkan(this)
      }
    },
  )
  return semua
}
