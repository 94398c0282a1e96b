/** How long somebody has waited, in the unit that a person would say. */
export type WaktuTunggu = {
  readonly satuan: 'baru' | 'menit' | 'jam' | 'hari'
  readonly jumlah: number
  /** Beyond what an office should let an employee wait. */
  readonly lama: boolean
}

const MENIT = 60_000
const JAM = 60 * MENIT
const HARI = 24 * JAM

/** A proposal older than this is shown as waiting long. */
export const BATAS_LAMA_HARI = 3

/** `per` is the server's time of the reading: the workstation's clock may be wrong. */
export function getWaktuTunggu(diajukanPada: string, per: string): WaktuTunggu {
  const selang = Math.max(0, Date.parse(per) - Date.parse(diajukanPada))
  if (selang >= HARI) {
    const jumlah = Math.floor(selang / HARI)
    return { satuan: 'hari', jumlah, lama: jumlah >= BATAS_LAMA_HARI }
  }
  if (selang >= JAM) return { satuan: 'jam', jumlah: Math.floor(selang / JAM), lama: false }
  if (selang >= MENIT) return { satuan: 'menit', jumlah: Math.floor(selang / MENIT), lama: false }
  return { satuan: 'baru', jumlah: 0, lama: false }
}
