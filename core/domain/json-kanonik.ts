/**
 * One text for one value, whatever the order in which its keys were written (after RFC 8785, for
 * the plain JSON that our contracts carry). Hash this to compare or to sign.
 */
export function writeJsonKanonik(nilai: unknown): string {
  if (Array.isArray(nilai)) return `[${nilai.map((satu) => writeJsonKanonik(satu)).join(',')}]`
  if (nilai === null || typeof nilai !== 'object') return JSON.stringify(nilai) ?? 'null'
  const pasangan = Object.entries(nilai)
    .filter(([, isi]) => isi !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kunci, isi]) => `${JSON.stringify(kunci)}:${writeJsonKanonik(isi)}`)
  return `{${pasangan.join(',')}}`
}
