import { checkNip, isNipRusak, normalizeNip } from '@meja/core/domain/nip.ts'
import type { Transaksi } from '../../database/connection.ts'
import { buildPegawaiRingkas } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { findBarisPegawai } from './queries.ts'

/** Looks up by NIP inside what this login may see; a damaged NIP is named as such, never guessed. */
export async function findPegawaiByNip(transaksi: Transaksi, teks: string) {
  if (isNipRusak(teks)) throw new MejaError('nip_rusak')
  const tolak = checkNip(teks).filter((temuan) => temuan.tingkat === 'tolak')
  if (tolak.length > 0) {
    throw new MejaError('nip_tidak_sah', { temuan: tolak.map((satu) => satu.kode) })
  }
  const baris = await findBarisPegawai(transaksi, normalizeNip(teks))
  return baris === undefined ? null : buildPegawaiRingkas(baris)
}
