import type { KunciTembolok } from '@meja/core/ipc/contract.ts'

const panjangIv = 12
const teks = new TextEncoder()
const bacaTeks = new TextDecoder()

export type Alamat = { readonly tabel: string; readonly kunci: string; readonly versi: number }

/** A sealed row is bound to its place: it cannot be moved to another key, table or schema. */
function getAad({ tabel, kunci, versi }: Alamat): Uint8Array<ArrayBuffer> {
  return teks.encode(`${tabel}|${kunci}|${versi}`)
}

/**
 * The keys of the cache in this renderer: non-extractable, one for each table, gone with the process
 * at the lock. The bytes they came in are overwritten at once.
 */
export class Sandi {
  readonly #dasar: CryptoKey
  readonly #dasarCari: CryptoKey
  readonly #kunci = new Map<string, Promise<CryptoKey>>()

  private constructor(dasar: CryptoKey, dasarCari: CryptoKey) {
    this.#dasar = dasar
    this.#dasarCari = dasarCari
  }

  static async open({ sandi, cari }: Pick<KunciTembolok, 'sandi' | 'cari'>): Promise<Sandi> {
    const take = async (mentah: Uint8Array) => {
      const salinan = new Uint8Array(mentah)
      const kunci = await crypto.subtle.importKey('raw', salinan, 'HKDF', false, ['deriveKey'])
      salinan.fill(0)
      mentah.fill(0)
      return kunci
    }
    return new Sandi(await take(sandi), await take(cari))
  }

  async seal(alamat: Alamat, isi: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const iv = crypto.getRandomValues(new Uint8Array(panjangIv))
    const algoritma = { name: 'AES-GCM', iv, additionalData: getAad(alamat) }
    const kunci = await this.#getSandi(alamat.tabel)
    const tersandi = new Uint8Array(await crypto.subtle.encrypt(algoritma, kunci, isi))
    const segel = new Uint8Array(panjangIv + tersandi.length)
    segel.set(iv)
    segel.set(tersandi, panjangIv)
    return segel
  }

  /** Null when it is not what was sealed for this place. */
  async find(
    alamat: Alamat,
    segel: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const iv = segel.subarray(0, panjangIv)
    const algoritma = { name: 'AES-GCM', iv, additionalData: getAad(alamat) }
    try {
      const kunci = await this.#getSandi(alamat.tabel)
      return new Uint8Array(
        await crypto.subtle.decrypt(algoritma, kunci, segel.subarray(panjangIv)),
      )
    } catch {
      return null
    }
  }

  /** Equal values give equal marks, and a mark tells nothing: what can be looked up by it. */
  async mark(tabel: string, kolom: string, nilai: string): Promise<string> {
    const kunci = await this.#derive(`cari/${tabel}/${kolom}`, this.#dasarCari, {
      name: 'HMAC',
      hash: 'SHA-256',
      length: 256,
    })
    const sidik = new Uint8Array(await crypto.subtle.sign('HMAC', kunci, teks.encode(nilai)))
    return [...sidik.subarray(0, 16)].map((satu) => satu.toString(16).padStart(2, '0')).join('')
  }

  #getSandi(tabel: string): Promise<CryptoKey> {
    return this.#derive(`isi/${tabel}`, this.#dasar, { name: 'AES-GCM', length: 256 })
  }

  #derive(
    guna: string,
    dasar: CryptoKey,
    jenis: AesKeyGenParams | (HmacKeyGenParams & { length: number }),
  ): Promise<CryptoKey> {
    const ada = this.#kunci.get(guna)
    if (ada !== undefined) return ada
    const cara = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: teks.encode(guna) }
    const guna2: KeyUsage[] = jenis.name === 'HMAC' ? ['sign'] : ['encrypt', 'decrypt']
    const kunci = crypto.subtle.deriveKey(cara, dasar, jenis, false, guna2)
    this.#kunci.set(guna, kunci)
    return kunci
  }
}

export function encodeIsi(isi: unknown): Uint8Array<ArrayBuffer> {
  return teks.encode(JSON.stringify(isi))
}

export function decodeIsi(isi: Uint8Array): unknown {
  return JSON.parse(bacaTeks.decode(isi)) as unknown
}
