/** Lower case without accents; anything but letters and digits ends a piece. */
export function splitPotong(teks: string): string[] {
  return teks
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((satu) => satu !== '')
}

/** How many letters have to change, be dropped or be added; two that changed places count once. */
export function measureBeda(a: string, b: string): number {
  if (a === b) return 0
  let dulu: number[] = []
  let lalu = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const kini = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const sama = a[i - 1] === b[j - 1]
      let harga = Math.min(
        (lalu[j] ?? 0) + 1,
        (kini[j - 1] ?? 0) + 1,
        (lalu[j - 1] ?? 0) + (sama ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && !sama) {
        harga = Math.min(harga, (dulu[j - 2] ?? 0) + 1)
      }
      kini.push(harga)
    }
    dulu = lalu
    lalu = kini
  }
  return lalu[b.length] ?? 0
}

/** 1 is the same, 0 has nothing in common. */
export function rateMirip(a: string, b: string): number {
  const panjang = Math.max(a.length, b.length)
  return panjang === 0 ? 0 : 1 - measureBeda(a, b) / panjang
}

/** Letters of one shape as one letter: only for finding words, never for calling values equal. */
export function fold(teks: string): string {
  return teks
    .toLowerCase()
    .replaceAll(/[1|!lj]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
    .replaceAll('8', 'b')
}

/** As `fold`, with the pairs of letters that run together into another letter. */
export function foldSerupa(teks: string): string {
  return fold(teks).replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('ci', 'd')
}

/** The same word but for what a reader confuses. */
export function isMirip(terbaca: string, dicari: string): boolean {
  if (terbaca === dicari) return true
  const a = fold(terbaca)
  const b = fold(dicari)
  if (a === b) return true
  // `kepada` and `kepala` are two words: only long ones may have a letter wrong.
  if (b.length < 7 || Math.abs(a.length - b.length) > 2) return false
  return measureBeda(a, b) <= (b.length >= 11 ? 2 : 1)
}
