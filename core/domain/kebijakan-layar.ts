import { z } from 'zod'

/**
 * How a screen is closed and opened again (P1.21, P30.2b). One object, so that signed configuration
 * can name it; every value has bounds that no configuration may leave: there is no "never".
 */
export const KebijakanLayar = z.object({
  /** Seconds without a hand on keyboard or mouse. */
  diamDetik: z.int().min(30).max(900).default(300),
  /** For how long before that the screen says so, with a way to stay. */
  hitungMundurDetik: z.int().min(5).max(60).default(20),
  panjangPin: z.int().min(6).max(12).default(6),
  kunciSaatDikecilkan: z.boolean().default(false),
  /** What an office does on a machine whose operating system cannot keep a secret. */
  tanpaBrankas: z.enum(['tolak', 'tanpa_tembolok']).default('tolak'),
  papanKlipDetik: z.int().min(5).max(120).default(30),
})
export type KebijakanLayar = z.infer<typeof KebijakanLayar>

export const kebijakanLayarBawaan = KebijakanLayar.parse({})

/** Wrong PINs in a row, whatever lies between them, until the PIN opens nothing any more (D7). */
export const batasPercobaanPin = 5

export const Pin = z.string().regex(/^\d{6,12}$/)

export type TemuanPin = 'panjang' | 'berulang' | 'berurutan' | 'tanggal'

function isBerurutan(angka: readonly number[]): boolean {
  const langkah = angka.slice(1).map((satu, letak) => satu - (angka[letak] ?? 0))
  return langkah.every((satu) => satu === 1) || langkah.every((satu) => satu === -1)
}

function isHariBulan(hari: number, bulan: number): boolean {
  return hari >= 1 && hari <= 31 && bulan >= 1 && bulan <= 12
}

/** A birthday is what a colleague tries first: day-month-year or the other way round. */
function isTanggal(pin: string): boolean {
  const potong = (awal: number) => Number(pin.slice(awal, awal + 2))
  if (pin.length === 6) {
    return isHariBulan(potong(0), potong(2)) || isHariBulan(potong(4), potong(2))
  }
  if (pin.length !== 8) return false
  const tahun = (awal: number) => /^(?:19|20)/.test(pin.slice(awal))
  return (
    (isHariBulan(potong(0), potong(2)) && tahun(4)) ||
    (isHariBulan(potong(6), potong(4)) && tahun(0))
  )
}

/** What is wrong with a new PIN; null when nothing is. Five attempts only help against guesses. */
export function checkPin(pin: string, { panjangPin }: KebijakanLayar): TemuanPin | null {
  if (!Pin.safeParse(pin).success || pin.length < panjangPin) return 'panjang'
  const angka = [...pin].map(Number)
  if (new Set(angka).size <= 2) return 'berulang'
  if (isBerurutan(angka)) return 'berurutan'
  return isTanggal(pin) ? 'tanggal' : null
}
