/** Crockford's alphabet: nothing in it is taken for something else on paper. */
const abjad = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as letters of a code, five bits each; what is left over is dropped. */
export function writeKode(bytes: Uint8Array): string {
  let sisa = 0
  let bit = 0
  let kode = ''
  for (const satu of bytes) {
    sisa = (sisa << 8) | satu
    bit += 8
    for (; bit >= 5; bit -= 5) kode += abjad.charAt((sisa >> (bit - 5)) & 31)
    sisa &= (1 << bit) - 1
  }
  return kode
}

/** As it stands on paper: groups of four. */
export function formatKode(kode: string): string {
  return (kode.match(/.{1,4}/g) ?? []).join('-')
}

/** What was typed from paper; O and 0, I and 1 are the same. Null when it is no such code. */
export function parseKode(teks: string, panjang: number): string | null {
  const kode = teks
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  return kode.length === panjang && [...kode].every((huruf) => abjad.includes(huruf)) ? kode : null
}
