import type { ErrorSentences } from './error-sentence.ts'
import { kalimatKomputerIndonesia } from './error-sentences-komputer-id.ts'
import { kalimatOrangIndonesia } from './error-sentences-orang-id.ts'
import { kalimatMulaiIndonesia } from './error-sentences-start-id.ts'

export const kalimatIndonesia: ErrorSentences = {
  permintaan_tidak_sah: {
    terjadi: 'Permintaan tidak dapat dibaca server.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Muat ulang layar ini; bila berulang, sampaikan kode di bawah kepada administrator.',
  },
  sesi_berakhir: {
    terjadi: 'Sesi Anda sudah berakhir.',
    aman: 'Pekerjaan yang belum terkirim tetap ada di layar ini.',
    lanjut: 'Masuk kembali untuk melanjutkan.',
  },
  tidak_berwenang: {
    terjadi: 'Akun Anda tidak berwenang untuk ini.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Bila seharusnya berwenang, minta administrator BKD memeriksa penugasan Anda.',
  },
  asal_ditolak: {
    terjadi: 'Permintaan ini tidak datang dari halaman portal.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Buka portal langsung dari alamatnya, lalu ulangi dari sana.',
  },
  milik_sendiri: {
    terjadi: 'Usulan ini milik Anda, atau Anda sendiri yang memasukkannya.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Usulan seperti ini diverifikasi orang lain; biarkan di antrean.',
  },
  tidak_ditemukan: {
    terjadi: 'Yang Anda cari tidak ditemukan di Perangkat Daerah Anda.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Kembali ke antrean; mungkin sudah diselesaikan atau dipindahkan.',
  },
  terlalu_sering: {
    terjadi: 'Terlalu banyak percobaan dalam waktu singkat.',
    aman: 'Tidak ada data yang hilang.',
    lanjut: 'Tunggu satu menit, lalu coba lagi.',
  },
  kesalahan_server: {
    terjadi: 'Server gagal mengerjakan permintaan ini.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Coba lagi; bila berulang, sampaikan kode di bawah kepada administrator.',
  },
  basis_data_tak_terjangkau: {
    terjadi: 'Server tidak dapat menjangkau basis data.',
    aman: 'Data yang sudah diterima tetap aman.',
    lanjut:
      'Tunggu sebentar lalu coba lagi; bila berulang, sampaikan kode di bawah kepada administrator.',
  },
  luring: {
    terjadi: 'Server tidak terjangkau dari komputer ini.',
    aman: 'Keputusan yang belum terkirim tersimpan di komputer ini dan dikirim sendiri begitu tersambung.',
    lanjut: 'Periksa jaringan kantor; pekerjaan di layar ini boleh dilanjutkan.',
  },
  keputusan_usang: {
    terjadi: 'Usulan ini berubah setelah Anda membukanya.',
    aman: 'Keputusan Anda tidak dicatat dan tetap terlihat di baki ini.',
    lanjut:
      'Buka lagi berkasnya, lihat nilai terbaru, lalu putuskan kembali atau buang dengan alasan.',
  },
  server_tertinggal: {
    terjadi: 'Server baru dipulihkan dari cadangan dan belum mengenal keputusan sebelum ini.',
    aman: 'Keputusan Anda tetap tersimpan di komputer ini.',
    lanjut: 'Tidak perlu apa-apa: dikirim lagi sendiri setelah keputusan sebelumnya kembali.',
  },
  sudah_diputuskan: {
    terjadi: 'Usulan ini sudah diputuskan oleh rekan Anda.',
    aman: 'Keputusan rekan yang berlaku; keputusan Anda tidak dicatat dan tetap terlihat di baki ini.',
    lanjut:
      'Lihat keputusan yang berlaku; bila berbeda pendapat, hubungi rekan Anda, lalu buang dengan alasan.',
  },
  transaksi_berbeda: {
    terjadi: 'Pengiriman ulang ini tidak sama dengan kiriman pertamanya.',
    aman: 'Kiriman pertama tetap berlaku.',
    lanjut: 'Buka lagi berkasnya dan periksa keputusan yang tercatat.',
  },
  pindaian_berubah: {
    terjadi: 'Pindaian yang Anda lihat bukan lagi pindaian yang tersimpan.',
    aman: 'Keputusan tidak dicatat.',
    lanjut: 'Buka lagi berkasnya dan periksa pindaian yang terbaru.',
  },
  halaman_belum_dilihat: {
    terjadi: 'Masih ada halaman pindaian yang belum ditampilkan.',
    aman: 'Penilaian Anda tetap ada.',
    lanjut: 'Buka halaman yang ditandai, lalu putuskan.',
  },
  penilaian_belum_lengkap: {
    terjadi: 'Masih ada isian yang belum dinilai.',
    aman: 'Penilaian yang sudah ada tetap ada.',
    lanjut: 'Nilai setiap isian yang ditandai.',
  },
  asli_belum_dinyatakan: {
    terjadi: 'Naskah asli belum dinyatakan dilihat.',
    aman: 'Penilaian Anda tetap ada.',
    lanjut:
      'Nyatakan asli yang dilihat dan tempatnya; tanpa itu bukan verifikasi (Pasal 1 angka 17).',
  },
  ada_yang_tidak_sesuai: {
    terjadi: 'Ada isian yang Anda nilai tidak sesuai atau tidak terbaca.',
    aman: 'Penilaian Anda tetap ada.',
    lanjut: 'Kembalikan usulan dengan alasannya, atau periksa lagi isian itu.',
  },
  alasan_belum_lengkap: {
    terjadi: 'Pengembalian belum punya alasan yang lengkap.',
    aman: 'Penilaian Anda tetap ada.',
    lanjut: 'Tandai sedikitnya satu isian yang bermasalah dan pilih alasannya.',
  },
  nip_rusak: {
    terjadi: 'NIP ini rusak oleh aplikasi pengolah angka.',
    aman: 'Tidak ada yang dicari atau disimpan dengan angka itu.',
    lanjut: 'Salin NIP dari dokumen aslinya, atau impor ulang sebagai teks.',
  },
  nip_tidak_sah: {
    terjadi: 'NIP ini tidak sah.',
    aman: 'Tidak ada yang dicari atau disimpan.',
    lanjut: 'Periksa 18 digitnya pada dokumen.',
  },
  isian_tidak_sah: {
    terjadi: 'Ada isian yang tidak sah.',
    aman: 'Isian lain tetap ada; belum ada yang disimpan.',
    lanjut: 'Perbaiki isian yang ditandai.',
  },
  rekam_bertentangan: {
    terjadi: 'Usulan ini bertentangan dengan data lain dalam rekam pegawai.',
    aman: 'Isian Anda tetap ada; rekam tidak berubah.',
    lanjut: 'Baca pertentangan yang disebut di bawah, lalu perbaiki isian atau data yang lama.',
  },
  bukti_kurang: {
    terjadi: 'Usulan ini belum mempunyai dokumen bukti.',
    aman: 'Isian Anda tetap ada; belum ada yang berubah.',
    lanjut: 'Lampirkan pindaian dokumen yang membuktikannya.',
  },
  draf_terlalu_banyak: {
    terjadi: 'Draf Anda sudah terlalu banyak.',
    aman: 'Draf yang lama tetap tersimpan; isian di layar ini belum.',
    lanjut: 'Kirim atau buang draf yang tidak dipakai, lalu lanjutkan.',
  },
  impor_tanpa_kolom: {
    terjadi: 'Berkas ini tidak mempunyai kolom NIP, atau tidak satu pun kolom jenis data ini.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Pakai baris judul dengan kolom NIP dan nama isian, lalu unggah lagi.',
  },
  impor_selesai: {
    terjadi: 'Impor ini sudah selesai atau sudah dibatalkan.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Muat ulang daftar impor untuk melihat keadaannya.',
  },
  impor_sudah_dipakai: {
    terjadi: 'Ada baris impor ini yang sudah diubah orang sesudahnya.',
    aman: 'Tidak satu baris pun dibatalkan.',
    lanjut: 'Perbaiki baris yang salah satu per satu dengan usulan perubahan.',
  },
  berkas_kosong: {
    terjadi: 'Berkas ini kosong.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Pindai ulang dokumennya lalu unggah kembali.',
  },
  berkas_terlalu_besar: {
    terjadi: 'Berkas ini melebihi ukuran terbesar yang diterima.',
    aman: 'Tidak ada yang disimpan; berkas di komputer Anda utuh.',
    lanjut: 'Pindai ulang pada 200-300 dpi atau kecilkan berkasnya.',
  },
  berkas_tidak_didukung: {
    terjadi: 'Jenis berkas ini tidak diterima, apa pun namanya.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Unggah pindaian sebagai PDF, JPEG, PNG, WebP, atau TIFF.',
  },
  berkas_heic: {
    terjadi: 'Foto ini berformat HEIC, bawaan iPhone, yang belum dapat dibuka di sini.',
    aman: 'Tidak ada yang disimpan; foto di ponsel Anda utuh.',
    lanjut:
      'Di iPhone pilih Pengaturan, Kamera, Format, "Paling Kompatibel", lalu foto lagi; atau kirim sebagai JPEG.',
  },
  berkas_rusak: {
    terjadi: 'Berkas ini rusak atau terpotong.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Pindai ulang dokumennya atau ambil lagi berkas aslinya.',
  },
  berkas_terkunci: {
    terjadi: 'PDF ini dikunci dengan kata sandi.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Simpan ulang tanpa kata sandi, lalu unggah kembali.',
  },
  berkas_terlalu_banyak_halaman: {
    terjadi: 'Dokumen ini punya terlalu banyak halaman.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Unggah hanya halaman yang membuktikan usulan.',
  },
  berkas_terlalu_luas: {
    terjadi: 'Gambar pada berkas ini terlalu luas.',
    aman: 'Tidak ada yang disimpan.',
    lanjut: 'Pindai ulang pada 200-300 dpi.',
  },
  berkas_terinfeksi: {
    terjadi: 'Pemindai virus menemukan sesuatu yang berbahaya pada berkas ini.',
    aman: 'Tidak ada yang disimpan dan rekam tidak berubah.',
    lanjut: 'Jangan buka berkasnya; laporkan kepada pengelola TI, lalu pindai ulang dokumen asli.',
  },
  pemindai_tak_terjangkau: {
    terjadi: 'Berkas belum dapat diperiksa karena pemindai virus tidak menjawab.',
    aman: 'Belum ada yang disimpan; berkas di komputer Anda dan unggahan yang sudah sampai utuh.',
    lanjut: 'Coba lagi beberapa menit lagi; bila berulang, beri tahu administrator.',
  },
  penyimpanan_tak_terjangkau: {
    terjadi: 'Tempat penyimpanan pindaian tidak menjawab.',
    aman: 'Pindaian yang sudah tersimpan tetap aman; rekam tidak berubah.',
    lanjut: 'Coba lagi sebentar lagi; bila berulang, beri tahu administrator.',
  },
  pindaian_tidak_utuh: {
    terjadi: 'Pindaian di penyimpanan tidak sama dengan saat diunggah, atau hilang.',
    aman: 'Pindaian itu tidak ditampilkan; catatan dan keputusan yang ada tidak berubah.',
    lanjut: 'Sampaikan kode di bawah kepada administrator agar dipulihkan dari cadangan.',
  },
  pindaian_sudah_digantikan: {
    terjadi: 'Pindaian ini sudah digantikan pindaian yang lebih baru.',
    aman: 'Kedua pindaian tetap tersimpan; tidak ada yang berubah.',
    lanjut: 'Buka arsip dokumen, lalu gantikan pindaian yang terbaru.',
  },
  unggahan_belum_lengkap: {
    terjadi: 'Unggahan ini belum sampai seluruhnya.',
    aman: 'Bagian yang sudah sampai tetap tersimpan.',
    lanjut: 'Lanjutkan unggahannya, lalu simpan lagi.',
  },
  akun_salah: {
    terjadi: 'Nama pengguna atau kata sandi tidak cocok.',
    aman: 'Akun Anda tetap aman.',
    lanjut: 'Periksa kembali; kata sandi membedakan huruf besar dan kecil.',
  },
  masuk_dibatalkan: {
    terjadi: 'Masuk dibatalkan.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Tekan Masuk bila siap.',
  },
  masuk_gagal: {
    terjadi: 'Masuk tidak berhasil.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Coba masuk lagi; bila berulang, hubungi administrator.',
  },
  masuk_kedaluwarsa: {
    terjadi: 'Waktu masuk di peramban sudah habis.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Tekan Masuk untuk memulai lagi.',
  },
  peramban_tidak_terbuka: {
    terjadi: 'Peramban tidak dapat dibuka dari aplikasi ini.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Salin alamat di layar ini dan buka sendiri di peramban.',
  },
  dokumen_tidak_dapat_ditampilkan: {
    terjadi: 'Dokumen ini tidak dapat ditampilkan.',
    aman: 'Berkas aslinya tetap tersimpan dan aplikasi tetap berjalan.',
    lanjut: 'Kembalikan usulan dengan alasan tidak terbaca, atau minta pindaian baru.',
  },
  dokumen_tampil_kosong: {
    terjadi: 'Halaman ini tampil kosong.',
    aman: 'Halaman belum dihitung sebagai dilihat.',
    lanjut: 'Nyatakan bahwa halamannya memang kosong, atau kembalikan usulan.',
  },
  kunci_tidak_sah: {
    terjadi: 'Kunci data komputer ini bukan milik akun Anda, atau sudah rusak.',
    aman: 'Data di server tidak berubah; data terkunci di komputer ini tetap terkunci.',
    lanjut: 'Masuk dengan akun yang dipakai di komputer ini, atau hubungi administrator BKD.',
  },
  kesalahan_aplikasi: {
    terjadi: 'Aplikasi gagal mengerjakan ini.',
    aman: 'Data di server tidak berubah.',
    lanjut: 'Coba lagi; bila berulang, tutup dan buka aplikasi.',
  },
  ...kalimatKomputerIndonesia,
  ...kalimatOrangIndonesia,
  ...kalimatMulaiIndonesia,
}
