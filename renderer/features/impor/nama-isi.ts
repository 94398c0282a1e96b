import type { Impor } from '@meja/core/api/impor.ts'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { pickLabel } from '../../ui/isian.ts'

/**
 * Which field a finding names. A file of new employees has fields of several kinds: "cpns.nomorSk" is
 * said with its kind, because another kind has a "Nomor SK" too.
 */
export function describeIsian(
  impor: Impor,
  kunci: string | undefined,
  bahasa: string,
): string | null {
  const [isian, lain] = (kunci ?? '').split('.').toReversed()
  const jenis = kodeJenisRiwayat.find((satu) => satu === lain) ?? impor.jenis
  const deskripsi = getDeskripsi(jenis)
  const satu = deskripsi.isian.find((calon) => calon.kunci === isian)
  if (satu === undefined) return null
  const nama = pickLabel(satu.label, bahasa)
  return jenis === impor.jenis ? nama : `${pickLabel(deskripsi.label, bahasa)}, ${nama}`
}
