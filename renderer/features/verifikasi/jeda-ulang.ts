const JEDA_PERTAMA = 2000
const JEDA_TERPANJANG = 60_000

/**
 * Pause before the next attempt: doubling, at most a minute, and up to half of it by chance, so that
 * an office coming back online does not knock all at once.
 */
export function getJedaUlang(percobaan: number, acak: number): number {
  const penuh = Math.min(JEDA_TERPANJANG, JEDA_PERTAMA * 2 ** (percobaan - 1))
  return Math.round(penuh * (0.5 + acak * 0.5))
}
