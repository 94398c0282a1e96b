import gelar from '../../reference/gelar.json' with { type: 'json' }

const rapi = (teks: string): string => teks.toLowerCase().replaceAll(/[^a-z]/g, '')

const gelarDepan = new Set([
  ...gelar.baris.filter((satu) => satu.posisi === 'depan').map((satu) => rapi(satu.kode)),
  'kh',
  'prof',
  'hj',
  'h',
  'drs',
  'dra',
  'ir',
  'dr',
  'drg',
  'drh',
  'ar',
])
const gelarBelakang = new Set(
  gelar.baris.filter((satu) => satu.posisi === 'belakang').map((satu) => rapi(satu.kode)),
)

/** Titles before a name carry a point, or are known and stand first. */
export function isGelarDepan(kata: string): boolean {
  const huruf = rapi(kata.replaceAll(/[1|!]/g, 'I'))
  return (
    gelarDepan.has(huruf) &&
    (/[.,]/.test(kata) || huruf.length > 2 || huruf === 'dr' || huruf === 'hj')
  )
}

export function isGelarBelakang(kata: string): boolean {
  if (gelarBelakang.has(rapi(kata))) return true
  return /^[A-Z]{1,3}[a-z]{0,4}\.[A-Za-z.]*[,.]*$/.test(kata)
}

/** A name without titles, word by word; those after a comma are all titles. */
export function stripGelar<Kata>(kata: readonly Kata[], getTeks: (satu: Kata) => string): Kata[] {
  let awal = 0
  while (awal < kata.length - 1 && isGelarDepan(getTeks(kata[awal] as Kata))) awal += 1
  const hasil: Kata[] = []
  for (const satu of kata.slice(awal)) {
    const teks = getTeks(satu)
    if (hasil.length > 0 && isGelarBelakang(teks) && !/^[A-Z]\.?$/.test(teks)) break
    hasil.push(satu)
    if (teks.endsWith(',')) break
  }
  return hasil
}
