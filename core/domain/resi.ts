import { writeJsonKanonik } from './json-kanonik.ts'

/** For so many days a workstation can give back what a restored server has forgotten (P29.2c). */
export const simpanResiHari = 30

type Bukti = { readonly dokumenId: string; readonly sha256: string }

/** What is hashed of the scans that were seen: which documents, with which bytes, in one order. */
export function writeTeksPindaian(bukti: readonly Bukti[]): string {
  return writeJsonKanonik(
    bukti
      .map(({ dokumenId, sha256 }) => ({ dokumenId, sha256 }))
      .toSorted((a, b) => (a.dokumenId < b.dokumenId ? -1 : 1)),
  )
}

/** The bytes under a receipt's signature: all of it but the signature. */
export function writeTeksResi(resi: object): string {
  const { tandaTangan: _, ...isi }: { tandaTangan?: unknown } = resi
  return `meja-asn/resi/1\n${writeJsonKanonik(isi)}`
}

/** The bytes with which an older key vouches for a newer one. */
export function writeTeksPengesahan(kunci: { id: string; kunciPublik: string }): string {
  return `meja-asn/kunci-resi/1\n${kunci.id}\n${kunci.kunciPublik}`
}
