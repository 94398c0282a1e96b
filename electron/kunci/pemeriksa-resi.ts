import { createHash, createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { listKunciResi } from '@meja/core/api/kiriman.ts'
import { KunciResi, type Resi } from '@meja/core/api/resi.ts'
import { Keputusan } from '@meja/core/api/verifikasi.ts'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { writeTeksPengesahan, writeTeksPindaian, writeTeksResi } from '@meja/core/domain/resi.ts'
import type { KirimanDijawab } from '@meja/core/ipc/contract.ts'
import type { ApiUtama } from '../api-utama.ts'
import { findFile, writeAtomic } from '../atomic-file.ts'

const KunciDikenal = z.array(KunciResi.pick({ id: true, kunciPublik: true }))
type KunciDikenal = z.infer<typeof KunciDikenal>
/** By server, because a workstation may be given to another one. */
const BerkasKunci = z.record(z.string(), KunciDikenal)

const IsiKiriman = z.object({ keputusan: Keputusan })

type Pilihan = {
  readonly userData: string
  readonly alamatServer: string
  readonly api: ApiUtama
}

/** A stream of receipts with an unknown key asks the server once, not once for each. */
const jedaTanyaMs = 10_000

const sidik = (teks: string) => createHash('sha256').update(teks).digest('hex')

function isSignedBy(kunciPublik: string, teks: string, nilai: string): boolean {
  const key = createPublicKey({
    key: Buffer.from(kunciPublik, 'base64'),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(teks), key, Buffer.from(nilai, 'base64'))
}

/**
 * Whether a receipt is the server's own word about one decision (P29.2b). The server's keys are pinned
 * at the first contact; later only a key counts for which a pinned one vouches.
 */
export class PemeriksaResi {
  readonly #pilihan: Pilihan
  readonly #tujuan: string
  #dikenal: Promise<KunciDikenal> | null = null
  #ditanyaPada = Number.NEGATIVE_INFINITY

  constructor(pilihan: Pilihan) {
    this.#pilihan = pilihan
    this.#tujuan = join(pilihan.userData, 'kunci-resi.json')
  }

  async isSah({ id, isi, resi }: KirimanDijawab): Promise<boolean> {
    try {
      const { keputusan } = IsiKiriman.parse(JSON.parse(isi))
      if (keputusan.transactionId !== id || !isTentang(resi, keputusan)) return false
      const kunci = await this.#findKunci(resi.tandaTangan.idKunci)
      if (kunci === undefined) return false
      return isSignedBy(kunci, writeTeksResi(resi), resi.tandaTangan.nilai)
    } catch {
      return false
    }
  }

  async #findKunci(id: string): Promise<string | undefined> {
    this.#dikenal ??= this.#read()
    const cari = (semua: KunciDikenal) => semua.find((satu) => satu.id === id)?.kunciPublik
    const ada = cari(await this.#dikenal)
    if (ada !== undefined || performance.now() - this.#ditanyaPada < jedaTanyaMs) return ada
    this.#ditanyaPada = performance.now()
    this.#dikenal = this.#ask(await this.#dikenal).catch((error: unknown) => {
      this.#ditanyaPada = Number.NEGATIVE_INFINITY
      this.#dikenal = null
      throw error
    })
    return cari(await this.#dikenal)
  }

  async #ask(dikenal: KunciDikenal): Promise<KunciDikenal> {
    const { kunci } = await this.#pilihan.api(listKunciResi)
    const baru = kunci.filter((satu) => dikenal.length === 0 || isDisahkan(satu, dikenal))
    const semua = KunciDikenal.parse([
      ...baru.filter(({ id }) => dikenal.every((lama) => lama.id !== id)),
      ...dikenal,
    ])
    const berkas = { ...(await this.#readBerkas()), [this.#pilihan.alamatServer]: semua }
    await writeAtomic(this.#tujuan, JSON.stringify(berkas))
    return semua
  }

  async #read(): Promise<KunciDikenal> {
    return (await this.#readBerkas())[this.#pilihan.alamatServer] ?? []
  }

  /** A file that says nothing any more is refused, not replaced: another key could hide behind it. */
  async #readBerkas(): Promise<z.infer<typeof BerkasKunci>> {
    const isi = await findFile(this.#tujuan)
    return isi === null ? {} : BerkasKunci.parse(JSON.parse(isi.toString()))
  }
}

function isTentang(resi: Resi, keputusan: Keputusan): boolean {
  return (
    resi.transactionId === keputusan.transactionId &&
    resi.usulanId === keputusan.usulanId &&
    resi.hasil === keputusan.hasil &&
    resi.sidik === sidik(writeJsonKanonik(keputusan)) &&
    resi.sidikPindaian === sidik(writeTeksPindaian(keputusan.bukti))
  )
}

function isDisahkan(kunci: KunciResi, dikenal: KunciDikenal): boolean {
  const teks = writeTeksPengesahan(kunci)
  return kunci.pengesahan.some(({ oleh, nilai }) =>
    dikenal.some((lama) => lama.id === oleh && isSignedBy(lama.kunciPublik, teks, nilai)),
  )
}
