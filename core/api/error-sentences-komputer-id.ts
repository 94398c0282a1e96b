import type { ErrorSentences } from './error-sentence.ts'

/** Sentences about this workstation: its keys, its disk, what is saved from it. */
export const kalimatKomputerIndonesia = {
  brankas_tidak_ada: {
    terjadi: 'Sistem operasi komputer ini tidak punya tempat rahasia yang aman (ring kunci).',
    aman: 'Tidak ada data pegawai yang ditulis di komputer ini.',
    lanjut:
      'Minta pengelola komputer menyalakan ring kunci (misalnya gnome-keyring), lalu buka lagi aplikasi ini.',
  },
  pin_salah: {
    terjadi: 'PIN tidak cocok.',
    aman: 'Pekerjaan Anda tetap tersimpan dan terkunci.',
    lanjut: 'Coba lagi, atau masuk penuh lewat peramban bila lupa.',
  },
  pin_lemah: {
    terjadi: 'PIN ini terlalu mudah ditebak atau terlalu pendek.',
    aman: 'PIN belum berubah.',
    lanjut: 'Pilih angka yang bukan tanggal, bukan urutan, dan tidak berulang.',
  },
  pin_habis: {
    terjadi: 'PIN di komputer ini tidak berlaku lagi: lima kali salah, atau berkasnya berubah.',
    aman: 'Pekerjaan Anda tetap tersimpan dan terkunci.',
    lanjut: 'Masuk penuh lewat peramban, lalu buat PIN baru.',
  },
  kunci_tidak_terbuka: {
    terjadi: 'Server belum dapat membuka kunci data komputer ini.',
    aman: 'Pekerjaan Anda tetap tersimpan dan terkunci di komputer ini.',
    lanjut: 'Periksa jaringan kantor, lalu coba lagi.',
  },
  simpan_gagal: {
    terjadi: 'Komputer ini tidak dapat menyimpan; mungkin penyimpanannya penuh.',
    aman: 'Keputusan tetap ada di layar ini dan sedang dikirim ke server.',
    lanjut: 'Jangan tutup aplikasi sampai terkirim; minta pengelola mengosongkan penyimpanan.',
  },
  kiriman_belum_sampai: {
    terjadi: 'Masih ada keputusan Anda yang belum sampai di server.',
    aman: 'Tidak ada yang dihapus; keputusan itu tetap tersimpan di komputer ini.',
    lanjut:
      'Sambungkan ke jaringan sampai semuanya diterima, selesaikan yang ditolak, lalu ulangi.',
  },
  resi_tidak_sah: {
    terjadi:
      'Server menjawab, tetapi tanda terimanya tidak dapat dibuktikan berasal dari server BKD.',
    aman: 'Keputusan Anda tetap tersimpan di komputer ini dan belum dianggap diterima.',
    lanjut: 'Dicoba lagi sendiri. Bila menetap, laporkan kepada administrator BKD.',
  },
  tembolok_hilang: {
    terjadi: 'Salinan kerja di komputer ini hilang atau rusak.',
    aman: 'Keputusan yang belum terkirim dipulihkan dari jurnal; data di server tidak berubah.',
    lanjut: 'Boleh lanjut bekerja. Bila terulang, minta pengelola memeriksa penyimpanan komputer.',
  },
  unduhan_gagal: {
    terjadi: 'Berkas tidak dapat ditulis di tempat itu.',
    aman: 'Tidak ada data yang berubah, dan berkas yang sudah ada di sana tetap utuh.',
    lanjut: 'Unduh lagi ke folder lain, atau kosongkan penyimpanan lebih dulu.',
  },
} as const satisfies Partial<ErrorSentences>
