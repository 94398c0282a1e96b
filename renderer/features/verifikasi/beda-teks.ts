/** A value cut where it stops being equal to the other one, so that the eye lands on the digit. */
export type BedaTeks = { readonly awal: string; readonly beda: string; readonly akhir: string }

/**
 * The middle of `teks` that `lain` does not share. Null for two values with less than half in common:
 * they are different altogether, and marking scraps of them would only make noise.
 */
export function markBeda(teks: string, lain: string): BedaTeks | null {
  const huruf = [...teks]
  const pembanding = [...lain]
  const terpendek = Math.min(huruf.length, pembanding.length)
  let depan = 0
  while (depan < terpendek && huruf[depan] === pembanding[depan]) depan += 1
  let belakang = 0
  while (belakang < terpendek - depan && huruf.at(-1 - belakang) === pembanding.at(-1 - belakang)) {
    belakang += 1
  }
  if (depan + belakang < Math.max(huruf.length, pembanding.length) / 2) {
    return null
  }
  return {
    awal: huruf.slice(0, depan).join(''),
    beda: huruf.slice(depan, huruf.length - belakang).join(''),
    akhir: huruf.slice(huruf.length - belakang).join(''),
  }
}
