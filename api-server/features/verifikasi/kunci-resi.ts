import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { IdKunciResi, type IsiResi, type KunciResi, type Resi } from '@meja/core/api/resi.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import { writeTeksPengesahan, writeTeksPindaian, writeTeksResi } from '@meja/core/domain/resi.ts'

const BerkasKunci = z.object({
  /** The first signs; older ones stay, so that workstations which know only them follow. */
  kunci: z.array(z.object({ id: IdKunciResi, privat: z.string() })).min(1),
})

const namaBerkas = 'resi.json'

const signTeks = (kunci: KeyObject, teks: string) =>
  sign(null, Buffer.from(teks), kunci).toString('base64')

/** Signs receipts, so that "diterima" is the server's own word, also after it was restored (P29.2b). */
export class PenandaResi {
  readonly #id: string
  readonly #kunci: KeyObject
  readonly umum: readonly KunciResi[]

  constructor(kunci: readonly { id: string; kunci: KeyObject }[]) {
    const [pertama] = kunci
    if (pertama === undefined) throw new Error('tidak ada kunci resi')
    this.#id = pertama.id
    this.#kunci = pertama.kunci
    this.umum = kunci.map((satu, nomor) => {
      const spki = createPublicKey(satu.kunci).export({ type: 'spki', format: 'der' })
      const umum = { id: satu.id, kunciPublik: spki.toString('base64') }
      const pengesahan = kunci.slice(nomor + 1).map((lama) => ({
        oleh: lama.id,
        nilai: signTeks(lama.kunci, writeTeksPengesahan(umum)),
      }))
      return { ...umum, pengesahan }
    })
  }

  sign(isi: IsiResi): Resi {
    const nilai = signTeks(this.#kunci, writeTeksResi(isi))
    return { ...isi, tandaTangan: { idKunci: this.#id, nilai } }
  }
}

export function hashPindaian({ bukti }: Pick<Keputusan, 'bukti'>): string {
  return createHash('sha256').update(writeTeksPindaian(bukti)).digest('hex')
}

export async function readPenandaResi(folder: string): Promise<PenandaResi> {
  const isi = BerkasKunci.parse(JSON.parse(await readFile(join(folder, namaBerkas), 'utf8')))
  return new PenandaResi(
    isi.kunci.map(({ id, privat }) => ({ id, kunci: createPrivateKey(privat) })),
  )
}

/** Makes a key once; an existing file is never replaced: workstations have pinned it. */
export async function createKunciResi(folder: string): Promise<void> {
  const berkas = await open(join(folder, namaBerkas), 'wx', 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    },
  )
  if (berkas === null) return
  const { privateKey } = generateKeyPairSync('ed25519')
  const privat = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await berkas.writeFile(
    JSON.stringify({ kunci: [{ id: randomBytes(8).toString('hex'), privat }] }),
  )
  await berkas.sync()
  await berkas.close()
}
