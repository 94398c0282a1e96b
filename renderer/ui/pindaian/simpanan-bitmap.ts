/** Pixels that rendered pages may hold in memory; the least recently used go first. */
export type GambarHalaman = {
  readonly bitmap: ImageBitmap
  readonly kosong: boolean
}

export class SimpananBitmap {
  readonly #batas: number
  readonly #isi = new Map<string, GambarHalaman>()
  #piksel = 0

  constructor(batasPiksel: number) {
    this.#batas = batasPiksel
  }

  get piksel(): number {
    return this.#piksel
  }

  find(kunci: string): GambarHalaman | undefined {
    const gambar = this.#isi.get(kunci)
    if (gambar === undefined) return undefined
    this.#isi.delete(kunci)
    this.#isi.set(kunci, gambar)
    return gambar
  }

  /** Of the pages whose key starts so, the one nearest to this width. */
  findNearest(awalan: string, lebar: number): GambarHalaman | undefined {
    const selisih = ([, { bitmap }]: readonly [string, GambarHalaman]) =>
      Math.abs(bitmap.width - lebar)
    const [kunci] = [...this.#isi]
      .filter(([satu]) => satu.startsWith(awalan))
      .reduce<readonly [string, GambarHalaman] | readonly []>(
        (terbaik, satu) =>
          terbaik.length === 0 || selisih(satu) < selisih(terbaik) ? satu : terbaik,
        [],
      )
    return kunci === undefined ? undefined : this.find(kunci)
  }

  add(kunci: string, gambar: GambarHalaman): void {
    this.#remove(kunci)
    this.#isi.set(kunci, gambar)
    this.#piksel += gambar.bitmap.width * gambar.bitmap.height
    for (const lama of this.#isi.keys()) {
      if (this.#piksel <= this.#batas || lama === kunci) break
      this.#remove(lama)
    }
  }

  /** Forgets every page whose key starts so: the pages of one document. */
  removeAll(awalan: string): void {
    for (const kunci of this.#isi.keys()) if (kunci.startsWith(awalan)) this.#remove(kunci)
  }

  #remove(kunci: string): void {
    const gambar = this.#isi.get(kunci)
    if (gambar === undefined) return
    this.#isi.delete(kunci)
    this.#piksel -= gambar.bitmap.width * gambar.bitmap.height
    gambar.bitmap.close()
  }
}
