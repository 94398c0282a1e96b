/**
 * The closed list of errors: code to HTTP status, and whether trying again can help or a person must
 * look. Status 0 marks errors that never cross HTTP (desktop, start-up). The sentences stand in
 * error-sentences.ts.
 */
type Sifat = { readonly status: number; readonly ulang: boolean }

const ulang = (status: number): Sifat => ({ status, ulang: true })
const orang = (status: number): Sifat => ({ status, ulang: false })

export const errors = {
  permintaan_tidak_sah: orang(400),
  sesi_berakhir: orang(401),
  tidak_berwenang: orang(403),
  asal_ditolak: orang(403),
  milik_sendiri: orang(403),
  pakta_belum_ditandatangani: orang(403),
  tidak_ditemukan: orang(404),
  terlalu_sering: ulang(429),
  kesalahan_server: ulang(500),
  basis_data_tak_terjangkau: ulang(503),
  luring: ulang(503),

  keputusan_usang: orang(409),
  server_tertinggal: ulang(409),
  sudah_diputuskan: orang(409),
  transaksi_berbeda: orang(409),
  pindaian_berubah: orang(409),
  halaman_belum_dilihat: orang(422),
  penilaian_belum_lengkap: orang(422),
  asli_belum_dinyatakan: orang(422),
  ada_yang_tidak_sesuai: orang(422),
  alasan_belum_lengkap: orang(422),

  nip_rusak: orang(422),
  nip_tidak_sah: orang(422),
  isian_tidak_sah: orang(422),
  rekam_bertentangan: orang(422),
  bukti_kurang: orang(422),
  draf_terlalu_banyak: orang(422),
  impor_tanpa_kolom: orang(422),
  impor_selesai: orang(409),
  impor_sudah_dipakai: orang(409),

  pakta_usang: orang(409),
  penunjukan_usang: orang(409),
  permohonan_usang: orang(409),
  hak_sudah_ada: orang(409),
  tinjauan_usang: orang(409),
  tinjauan_belum_lengkap: orang(409),
  rekomendasi_diperlukan: orang(403),
  rekomendasi_tidak_berlaku: orang(409),
  calon_tanpa_akun: orang(422),
  unit_tidak_sah: orang(422),
  unit_masih_dipakai: orang(409),
  unit_sudah_ditutup: orang(409),
  sandi_salah: orang(422),
  sandi_lemah: orang(422),
  kode_tidak_sah: orang(422),
  kode_kedua_salah: orang(422),
  passkey_ditolak: orang(422),
  faktor_terakhir: orang(409),
  surel_belum_diatur: orang(409),
  akun_belum_aktif: orang(409),
  pengelola_lain_diperlukan: orang(403),
  peran_oleh_keputusan: orang(409),

  berkas_kosong: orang(422),
  berkas_terlalu_besar: orang(413),
  berkas_tidak_didukung: orang(415),
  berkas_heic: orang(415),
  berkas_rusak: orang(422),
  berkas_terkunci: orang(422),
  berkas_terlalu_banyak_halaman: orang(422),
  berkas_terlalu_luas: orang(422),
  berkas_terinfeksi: orang(422),
  pemindai_tak_terjangkau: ulang(503),
  penyimpanan_tak_terjangkau: ulang(503),
  pindaian_tidak_utuh: orang(500),
  pindaian_sudah_digantikan: orang(409),
  unggahan_belum_lengkap: orang(409),

  kunci_tidak_sah: orang(422),

  akun_salah: orang(401),
  masuk_dibatalkan: orang(0),
  masuk_gagal: ulang(0),
  masuk_kedaluwarsa: ulang(0),
  peramban_tidak_terbuka: orang(0),
  dokumen_tidak_dapat_ditampilkan: orang(0),
  dokumen_tampil_kosong: orang(0),
  brankas_tidak_ada: orang(0),
  pin_salah: orang(0),
  pin_lemah: orang(0),
  pin_habis: orang(0),
  kunci_tidak_terbuka: ulang(0),
  simpan_gagal: ulang(0),
  kiriman_belum_sampai: orang(0),
  resi_tidak_sah: ulang(0),
  tembolok_hilang: orang(0),
  unduhan_gagal: orang(0),
  kesalahan_aplikasi: ulang(0),

  node_terlalu_lama: orang(0),
  paket_sistem_kurang: orang(0),
  pemasangan_gagal: ulang(0),
  port_terpakai: orang(0),
  elektron_tidak_ada: orang(0),
  jendela_tidak_terbuka: orang(0),
} as const satisfies Record<string, Sifat>

export type ErrorCode = keyof typeof errors

export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]]

export function getStatusHttp(kode: ErrorCode): number {
  return errors[kode].status
}

/** True when the same request may succeed later without anybody changing it. */
export function isDapatDiulang(kode: ErrorCode): boolean {
  return errors[kode].ulang
}
