/** Numbers between 0 and 1 that the same seed gives again (mulberry32). */
export function createAcak(seed: number): () => number {
  let keadaan = seed >>> 0
  return () => {
    keadaan = (keadaan + 0x6d_2b_79_f5) >>> 0
    let nilai = Math.imul(keadaan ^ (keadaan >>> 15), keadaan | 1)
    nilai = (nilai + Math.imul(nilai ^ (nilai >>> 7), nilai | 61)) ^ nilai
    return ((nilai ^ (nilai >>> 14)) >>> 0) / 4_294_967_296
  }
}
