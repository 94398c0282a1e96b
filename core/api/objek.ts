import { z } from 'zod'

/**
 * Identifiers of things that belong to a person. The name of the thing travels with the schema, so
 * that the isolation walk can ask every endpoint for other people's without knowing the endpoint.
 */
function idOf(objek: string) {
  return z.uuid().meta({ objek })
}

export const PegawaiId = idOf('pegawai')
export const RiwayatId = idOf('riwayat')
export const UsulanId = idOf('usulan')
export const DokumenId = idOf('dokumen')
export const DrafId = idOf('draf_usulan')
export const ImporId = idOf('impor')
/** A resumed upload; it belongs to the account that began it. */
export const UnggahanId = z.uuid()
