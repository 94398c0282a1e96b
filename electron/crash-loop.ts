const jendelaWaktuMs = 60_000
const batas = 3

/** True while reloading may help; a page that keeps dying must not flicker for ever. */
export function createCrashLimit(now: () => number): () => boolean {
  let saat: number[] = []
  return () => {
    saat = [...saat, now()].filter((satu) => now() - satu < jendelaWaktuMs)
    return saat.length <= batas
  }
}
