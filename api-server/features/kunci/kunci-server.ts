import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { getLabelPemulihan, KunciServer } from '@meja/core/api/kunci.ts'

const BerkasKunci = z.object({
  /** The first is given out; older ones still open what was wrapped to them. */
  kunci: z.array(z.object({ id: KunciServer.shape.id, privat: z.string() })).min(1),
})

const namaBerkas = 'kunci.json'

/** The server's half of D7: opens the data key of a workstation whose PIN was forgotten. */
export class KunciPemulihan {
  readonly #kunci: ReadonlyMap<string, KeyObject>
  readonly umum: KunciServer

  constructor(kunci: ReadonlyMap<string, KeyObject>) {
    const [pertama] = kunci
    if (pertama === undefined) throw new Error('tidak ada kunci pemulihan')
    this.#kunci = kunci
    const spki = createPublicKey(pertama[1]).export({ type: 'spki', format: 'der' })
    this.umum = { id: pertama[0], kunciPublik: spki.toString('base64') }
  }

  /** Null when it was wrapped for another account, to another key, or is no wrap at all. */
  findKunciData(akunId: string, idKunci: string, bungkus: string): Buffer | null {
    const key = this.#kunci.get(idKunci)
    if (key === undefined) return null
    try {
      const isi = privateDecrypt(
        {
          key,
          padding: constants.RSA_PKCS1_OAEP_PADDING,
          oaepHash: 'sha256',
          oaepLabel: Buffer.from(getLabelPemulihan(akunId)),
        },
        Buffer.from(bungkus, 'base64'),
      )
      return isi.length === 32 ? isi : null
    } catch {
      return null
    }
  }
}

export async function readKunciPemulihan(folder: string): Promise<KunciPemulihan> {
  const isi = BerkasKunci.parse(JSON.parse(await readFile(join(folder, namaBerkas), 'utf8')))
  return new KunciPemulihan(
    new Map(isi.kunci.map(({ id, privat }) => [id, createPrivateKey(privat)])),
  )
}

/** Makes a key once; an existing file is never replaced: workstations have wrapped to it. */
export async function createKunciPemulihan(folder: string): Promise<void> {
  const berkas = await open(join(folder, namaBerkas), 'wx', 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    },
  )
  if (berkas === null) return
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
  const privat = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await berkas.writeFile(
    JSON.stringify({ kunci: [{ id: randomBytes(8).toString('hex'), privat }] }),
  )
  await berkas.sync()
  await berkas.close()
}
