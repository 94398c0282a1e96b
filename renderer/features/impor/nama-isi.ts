import type { Impor } from '@meja/core/api/impor.ts'
import { getDeskripsi, type Isian } from '@meja/core/domain/jenis-riwayat.ts'
import { jenisPegawaiBaru } from '@meja/core/domain/pegawai-baru.ts'

/** Which field a finding names; a file of new employees has fields of several kinds. */
export function findIsian(impor: Impor, kunci: string | undefined): Isian | undefined {
  const jenis = impor.pegawaiBaru ? jenisPegawaiBaru : [impor.jenis]
  return jenis.flatMap((satu) => getDeskripsi(satu).isian).find((satu) => satu.kunci === kunci)
}
