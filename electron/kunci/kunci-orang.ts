import { constants, createHash, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { getLabelPemulihan, KunciServer, type PeristiwaLayar } from '@meja/core/api/kunci.ts'
import { batasPercobaanPin } from '@meja/core/domain/kebijakan-layar.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'
import type { Sandi } from '../brankas.ts'
import { BerkasKunci, type IsiKunci } from './berkas-kunci.ts'
import { deriveKek } from './kunci-pin.ts'
import { findSealed, seal } from './segel.ts'

/** The data key wrapped to the server; useless to anybody else, so that it may lie open. */
export const Pemulihan = z.object({ idKunci: KunciServer.shape.id, bungkus: z.base64() })
export type Pemulihan = z.infer<typeof Pemulihan>

export type HasilPin =
  | { readonly hasil: 'terbuka'; readonly dek: Buffer }
  | { readonly hasil: 'salah'; readonly sisa: number }
  | { readonly hasil: 'habis' }

/** The name of a person's folder tells nobody whose it is. */
export function getNamaFolder(akunId: string): string {
  return createHash('sha256').update(`meja-asn/orang/${akunId}`).digest('hex').slice(0, 32)
}

type Pilihan = {
  readonly userData: string
  readonly akunId: string
  readonly sandi: Sandi
  readonly note: (peristiwa: PeristiwaLayar) => Promise<void>
}

/** The keys of one person on this workstation (D7); another person's lie in another folder. */
export class KunciOrang {
  readonly folder: string
  readonly #saksi: string
  readonly #berkas: BerkasKunci
  readonly #akunId: string
  readonly #note: Pilihan['note']
  /** One attempt at a time: two at once would count as one. */
  #giliran: Promise<unknown> = Promise.resolve()

  constructor({ userData, akunId, sandi, note }: Pilihan) {
    const nama = getNamaFolder(akunId)
    this.folder = join(userData, 'orang', nama)
    this.#saksi = join(userData, 'orang', `${nama}.saksi`)
    this.#berkas = new BerkasKunci(join(this.folder, 'kunci.bin'), this.#saksi, sandi)
    this.#akunId = akunId
    this.#note = note
  }

  /** What the lock screen may say; 0 attempts when no PIN opens anything here. */
  async getKeadaan(): Promise<{ sisa: number; inisial: string }> {
    const terbaca = await this.#berkas.read()
    if (terbaca.keadaan !== 'ada') return { sisa: 0, inisial: '' }
    const { percobaan, inisial } = terbaca.isi
    return { sisa: Math.max(0, batasPercobaanPin - percobaan), inisial }
  }

  /**
   * Counts before it tries, so that switching the machine off in the middle is an attempt too. No
   * clock has a part in it.
   */
  openWithPin(pin: string): Promise<HasilPin> {
    return this.#inTurn(() => this.#tryPin(pin))
  }

  /** Wraps the data key under a PIN; the former PIN opens nothing any more. */
  setPin(pin: string, dek: Buffer, inisial: string): Promise<void> {
    return this.#inTurn(() => this.#writePin(pin, dek, inisial))
  }

  async findPemulihan(): Promise<Pemulihan | null> {
    const isi = await findFile(join(this.folder, 'pemulihan.json'))
    if (isi === null) return null
    return Pemulihan.safeParse(JSON.parse(isi.toString())).data ?? null
  }

  /** Before the first PIN: without this second way a forgotten PIN would lose unsent work. */
  async savePemulihan(dek: Buffer, server: KunciServer): Promise<void> {
    const kunci = createPublicKey({
      key: Buffer.from(server.kunciPublik, 'base64'),
      format: 'der',
      type: 'spki',
    })
    const bungkus = publicEncrypt(
      {
        key: kunci,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha256',
        oaepLabel: Buffer.from(getLabelPemulihan(this.#akunId)),
      },
      dek,
    )
    const isi: Pemulihan = { idKunci: server.id, bungkus: bungkus.toString('base64') }
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    await writeAtomic(join(this.folder, 'pemulihan.json'), JSON.stringify(isi))
  }

  /** The person leaves this workstation for good: without keys the rest is noise. */
  async wipe(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
    await rm(this.#saksi, { force: true })
  }

  async #tryPin(pin: string): Promise<HasilPin> {
    const terbaca = await this.#berkas.read()
    if (terbaca.keadaan === 'tidak_ada') return { hasil: 'habis' }
    if (terbaca.keadaan === 'mundur') return this.#exhaust('keadaan_mundur')
    const { isi } = terbaca
    if (isi.percobaan >= batasPercobaanPin) return this.#exhaust('pin_habis')
    const dihitung = { ...isi, urutan: isi.urutan + 1, percobaan: isi.percobaan + 1 }
    await this.#berkas.write(dihitung)
    const dek = await this.#unwrap(pin, isi)
    if (dek !== null) {
      await this.#berkas.write({ ...dihitung, urutan: dihitung.urutan + 1, percobaan: 0 })
      return { hasil: 'terbuka', dek }
    }
    if (dihitung.percobaan >= batasPercobaanPin) return this.#exhaust('pin_habis')
    await this.#note('pin_salah')
    return { hasil: 'salah', sisa: batasPercobaanPin - dihitung.percobaan }
  }

  async #unwrap(pin: string, isi: IsiKunci): Promise<Buffer | null> {
    const kek = await deriveKek(pin, isi)
    const dek = findSealed(kek, isi.bungkus, this.#getTujuan())
    kek.fill(0)
    return dek
  }

  async #exhaust(peristiwa: PeristiwaLayar): Promise<HasilPin> {
    await this.#berkas.destroy()
    await this.#note(peristiwa)
    return { hasil: 'habis' }
  }

  async #writePin(pin: string, dek: Buffer, inisial: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const garam = randomBytes(16)
    const rahasia = randomBytes(32)
    const kek = await deriveKek(pin, { garam, rahasia })
    const bungkus = seal(kek, dek, this.#getTujuan())
    kek.fill(0)
    const urutan = (await this.#berkas.findUrutan()) + 1
    await this.#berkas.write({ urutan, percobaan: 0, rahasia, garam, bungkus, inisial })
  }

  #getTujuan(): string {
    return `kunci-data/1/${this.#akunId}`
  }

  #inTurn<T>(kerja: () => Promise<T>): Promise<T> {
    const hasil = this.#giliran.then(kerja, kerja)
    this.#giliran = hasil.catch(() => {})
    return hasil
  }
}
