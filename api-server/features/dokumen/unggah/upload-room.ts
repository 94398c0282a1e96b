import { readFile } from 'node:fs/promises'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { FileStore as TusStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { batasUnggahan, jalurUnggah, jamUnggahan } from '@meja/core/api/dokumen.ts'
import type { ErrorBody } from '@meja/core/api/endpoint.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { MejaError } from '../../../meja-error.ts'

const umur = jamUnggahan * 3_600_000

/** Who sends, for the length of one request. */
type Pengirim = { akunId: string; idPermintaan: string }

/** The statuses of tus belong to its protocol; the body says the same in our words. */
const kodeTus: Readonly<Record<number, ErrorCode>> = {
  404: 'tidak_ditemukan',
  410: 'tidak_ditemukan',
  413: 'berkas_terlalu_besar',
}

/**
 * Bytes on their way (tus 1.0). An upload knows the account that began it and nothing else: neither
 * the file's name nor whose paper it is lies here, and nobody else can reach it.
 */
export class UploadRoom {
  readonly #store: TusStore
  readonly #server: Server
  readonly #pengirim = new AsyncLocalStorage<Pengirim>()

  constructor(filesDir: string, maksBerkas: number) {
    const directory = join(filesDir, 'unggahan')
    this.#store = new TusStore({ directory, expirationPeriodInMilliseconds: umur })
    this.#server = new Server({
      path: jalurUnggah,
      datastore: this.#store,
      maxSize: maksBerkas,
      relativeLocation: true,
      namingFunction: () => randomUUID(),
      onUploadCreate: () => {
        const akun = this.#pengirim.getStore()?.akunId ?? null
        return Promise.resolve({ metadata: { akun } })
      },
      onResponseError: (_, error) => {
        const status = 'status_code' in error ? error.status_code : 500
        const kode = kodeTus[status] ?? (status < 500 ? 'permintaan_tidak_sah' : 'kesalahan_server')
        const body: ErrorBody = {
          kode,
          idPermintaan: this.#pengirim.getStore()?.idPermintaan ?? '',
        }
        return { status_code: status, body: JSON.stringify(body) }
      },
    })
  }

  handle(pengirim: Pengirim, request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#pengirim.run(pengirim, () => this.#server.handle(request, response))
  }

  async #findPemilik(id: string): Promise<string | null> {
    const unggahan = await this.#store.configstore.get(id)
    return unggahan?.metadata?.['akun'] ?? null
  }

  /** `tidak_ditemukan` for what is another's, exactly as for what is not there. */
  async checkPemilik(akunId: string, id: string): Promise<void> {
    if ((await this.#findPemilik(id)) !== akunId) throw new MejaError('tidak_ditemukan')
  }

  /** One account may not fill the disk with beginnings. */
  async checkJumlah(akunId: string): Promise<void> {
    let jumlah = 0
    for (const id of await this.#listId()) {
      if ((await this.#findPemilik(id)) === akunId) jumlah += 1
    }
    if (jumlah >= batasUnggahan) throw new MejaError('terlalu_sering')
  }

  async #listId(): Promise<string[]> {
    return (await this.#store.configstore.list?.()) ?? []
  }

  /** All bytes of a finished upload of this account; undefined when there is none of this id. */
  async findSelesai(akunId: string, id: string): Promise<Uint8Array | undefined> {
    if ((await this.#findPemilik(id)) !== akunId) return undefined
    const { size, offset } = await this.#store.getUpload(id)
    if (size === undefined || offset < size) {
      throw new MejaError('unggahan_belum_lengkap', { sampai: offset, dari: size ?? null })
    }
    return readFile(join(this.#store.directory, id))
  }

  async remove(id: string): Promise<void> {
    if ((await this.#findPemilik(id)) !== null) await this.#store.remove(id)
  }

  /** Forgets uploads that nobody finished in a day; answers how many. */
  async removeKedaluwarsa(sekarang: number = Date.now()): Promise<number> {
    let jumlah = 0
    for (const id of await this.#listId()) {
      const unggahan = await this.#store.configstore.get(id)
      if (Date.parse(unggahan?.creation_date ?? '') + umur > sekarang) continue
      await this.#store.remove(id)
      jumlah += 1
    }
    return jumlah
  }
}
