import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const BerkasKunci = z.object({
  /** The first is used; older ones still open what they sealed. */
  kunci: z
    .array(
      z.object({
        id: z.string().regex(/^[0-9a-f]{16}$/),
        rahasia: z.base64url().length(43),
      }),
    )
    .min(1),
})

const namaBerkas = 'faktor.json'

type Kunci = { readonly id: string; readonly turunkan: (guna: string) => Buffer }

/**
 * The server's key for what belongs to accounts. It lies outside the database: a copy of the tables
 * gives nobody an authenticator app, a recovery code or a code on a letter.
 */
export class KunciFaktor {
  readonly #kunci: readonly [Kunci, ...Kunci[]]

  constructor(kunci: readonly [Kunci, ...Kunci[]]) {
    this.#kunci = kunci
  }

  /** Sealed for this account: moved to another row it does not open. */
  seal(akunId: string, rahasia: string): string {
    const [{ id, turunkan }] = this.#kunci
    const iv = randomBytes(12)
    const sandi = createCipheriv('aes-256-gcm', turunkan('totp'), iv).setAAD(Buffer.from(akunId))
    const isi = Buffer.concat([sandi.update(rahasia, 'utf8'), sandi.final(), sandi.getAuthTag()])
    return [id, iv.toString('base64url'), isi.toString('base64url')].join('.')
  }

  open(akunId: string, tersegel: string): string {
    const [id, iv = '', isi = ''] = tersegel.split('.')
    const kunci = this.#kunci.find((satu) => satu.id === id)
    if (kunci === undefined) throw new Error('kunci faktor tidak dikenal')
    const bytes = Buffer.from(isi, 'base64url')
    const sandi = createDecipheriv(
      'aes-256-gcm',
      kunci.turunkan('totp'),
      Buffer.from(iv, 'base64url'),
    )
      .setAAD(Buffer.from(akunId))
      .setAuthTag(bytes.subarray(-16))
    return Buffer.concat([sandi.update(bytes.subarray(0, -16)), sandi.final()]).toString('utf8')
  }

  /** The hash of a short code under each key, the one in use first. */
  listSidik(akunId: string, kode: string): string[] {
    return this.#kunci.map(({ turunkan }) =>
      createHmac('sha256', turunkan('cadangan')).update(`${akunId} ${kode}`).digest('hex'),
    )
  }

  /** Eighty bits that nobody can compute without the key, under each key. */
  listTurunan(nama: string): Buffer[] {
    return this.#kunci.map(({ turunkan }) =>
      createHmac('sha256', turunkan('surat')).update(nama).digest().subarray(0, 10),
    )
  }
}

export async function readKunciFaktor(folder: string): Promise<KunciFaktor> {
  const isi = BerkasKunci.parse(JSON.parse(await readFile(join(folder, namaBerkas), 'utf8')))
  const [pertama, ...lain] = isi.kunci.map(({ id, rahasia }) => ({
    id,
    turunkan: (guna: string) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(rahasia, 'base64url'), '', `meja/${guna}`, 32)),
  }))
  if (pertama === undefined) throw new Error('tidak ada kunci faktor')
  return new KunciFaktor([pertama, ...lain])
}

/** Makes a key once; an existing file is never replaced: every second factor hangs on it. */
export async function createKunciFaktor(folder: string): Promise<void> {
  const berkas = await open(join(folder, namaBerkas), 'wx', 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    },
  )
  if (berkas === null) return
  const kunci = [
    { id: randomBytes(8).toString('hex'), rahasia: randomBytes(32).toString('base64url') },
  ]
  await berkas.writeFile(JSON.stringify({ kunci }))
  await berkas.sync()
  await berkas.close()
}
