/**
 * The one range of a `Range` header as [start, end], both included; undefined when the whole file
 * is wanted (no header, several ranges, other units), null when it lies outside (416).
 */
export function parseByteRange(
  header: string | undefined,
  ukuran: number,
): [number, number] | null | undefined {
  const cocok = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, awal = '', akhir = ''] = cocok ?? []
  if (cocok === null || (awal === '' && akhir === '')) return undefined
  if (awal === '') {
    const panjang = Math.min(Number(akhir), ukuran)
    return panjang === 0 ? null : [ukuran - panjang, ukuran - 1]
  }
  const start = Number(awal)
  const end = akhir === '' ? ukuran - 1 : Math.min(Number(akhir), ukuran - 1)
  return start >= ukuran || start > end ? null : [start, end]
}
