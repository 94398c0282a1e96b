import type { BarisTinjauan } from '@meja/core/api/tinjauan.ts'
import { isMenungguTemuan } from '@meja/core/domain/tinjauan-akses.ts'

export type SaringanTinjauan = {
  keadaan: 'semua' | 'belum' | 'tetap' | 'cabut' | 'ubah' | 'berakhir'
  /** Empty for all. */
  hak: BarisTinjauan['hak'] | ''
  kantor: string
}
export const saringanAwal: SaringanTinjauan = { keadaan: 'semua', hak: '', kantor: '' }

/** What was found, or that nobody has to find anything: the right ended by itself. */
export function getKeadaanBaris(
  baris: BarisTinjauan,
): Exclude<SaringanTinjauan['keadaan'], 'semua'> {
  if (isMenungguTemuan(baris)) return 'belum'
  return baris.temuan ?? 'berakhir'
}

export function saringBaris(
  baris: readonly BarisTinjauan[],
  { keadaan, hak, kantor }: SaringanTinjauan,
): BarisTinjauan[] {
  return baris.filter(
    (satu) =>
      (keadaan === 'semua' || getKeadaanBaris(satu) === keadaan) &&
      (hak === '' || satu.hak === hak) &&
      (kantor === '' || satu.perangkatDaerah === kantor),
  )
}
