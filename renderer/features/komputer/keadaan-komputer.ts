import type { KomputerTerlihat } from '@meja/core/api/komputer.ts'

/** An open desk tells of itself every twenty seconds; after this it is taken to be off the network. */
const sunyiSetelahMs = 90_000
const jamMelencengDetik = 120

export type KeadaanKomputer = 'terbuka' | 'terkunci' | 'sunyi' | 'dilepas'

/** A closed screen is silent by right; an open one that is silent may stand open somewhere. */
export function getKeadaanKomputer(
  {
    terkunci,
    kontakPada,
    dilepasPada,
  }: Pick<KomputerTerlihat, 'terkunci' | 'kontakPada' | 'dilepasPada'>,
  per: string,
): KeadaanKomputer {
  if (dilepasPada !== null) return 'dilepas'
  if (terkunci) return 'terkunci'
  return Date.parse(per) - Date.parse(kontakPada) > sunyiSetelahMs ? 'sunyi' : 'terbuka'
}

export function isJamMelenceng({ bedaJam }: Pick<KomputerTerlihat, 'bedaJam'>): boolean {
  return Math.abs(bedaJam) > jamMelencengDetik
}

/** When the oldest decision there was taken, with the error of that workstation's clock taken out. */
export function getTertua(
  tertuaPada: string,
  { bedaJam }: Pick<KomputerTerlihat, 'bedaJam'>,
): Date {
  return new Date(Date.parse(tertuaPada) - bedaJam * 1000)
}

const sehariMs = 86_400_000

/** Work that has been waiting for longer than a day: somebody should ask there. */
export function isTertunda(
  satu: Pick<KomputerTerlihat, 'tertuaPada' | 'belumTerkirim' | 'bedaJam'>,
  per: string,
): boolean {
  const { tertuaPada } = satu
  if (tertuaPada === null || satu.belumTerkirim === 0) return false
  return Date.parse(per) - getTertua(tertuaPada, satu).getTime() > sehariMs
}
