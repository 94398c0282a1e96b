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
export const UsulanPenunjukanId = idOf('usulan_penunjukan')
export const PenugasanFasilitatorId = idOf('penugasan_fasilitator')
/** The task; of an administrator the account itself. */
export const HakId = idOf('akun')
export const PermohonanAksesId = idOf('permohonan_akses')
export const TinjauanId = idOf('tinjauan_akses')
export const TinjauanHakId = idOf('tinjauan_hak')
export const AkunId = idOf('akun')
export const RekomendasiId = idOf('rekomendasi')
export const SesiId = idOf('sesi')
export const PasskeyId = idOf('passkey')
export const KodeAkunId = idOf('kode_akun')
export const PesanId = idOf('pesan_keluar')
/** A resumed upload; it belongs to the account that began it. */
export const UnggahanId = z.uuid()
