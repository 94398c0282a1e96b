import type { ErrorSentences } from './error-sentence.ts'

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
  milik_sendiri: {
    terjadi: 'Usulan ini milik Anda, atau Anda sendiri yang memasukkannya.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Usulan seperti ini diverifikasi orang lain; biarkan di antrean.',
  },
  pakta_belum_ditandatangani: {
    terjadi: 'Pakta integritas tahun ini belum Anda tanda tangani.',
    aman: 'Tidak ada data yang berubah; pekerjaan yang belum terkirim tetap tersimpan.',
    lanjut: 'Keluar, lalu masuk lagi: naskahnya ditampilkan saat masuk (Pasal 30).',
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
    aman: 'Keputusan yang belum terkirim dikirim sendiri begitu tersambung, selama aplikasi tetap terbuka.',
    lanjut: 'Periksa jaringan kantor; pekerjaan di layar ini boleh dilanjutkan.',
  },
  keputusan_usang: {
    terjadi: 'Usulan ini berubah setelah Anda membukanya.',
    aman: 'Keputusan Anda tidak dicatat dan tetap terlihat di baki ini.',
    lanjut:
      'Buka lagi berkasnya, lihat nilai terbaru, lalu putuskan kembali atau buang dengan alasan.',
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
  impor_tanpa_kolom: {
    terjadi: 'Berkas ini tidak mempunyai kolom NIP, atau tidak satu pun kolom jenis data ini.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Pakai baris judul dengan kolom "NIP" dan nama isian, lalu unggah lagi.',
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
  pakta_usang: {
    terjadi: 'Naskah pakta ini bukan naskah yang berlaku.',
    aman: 'Tanda tangan tidak dicatat.',
    lanjut: 'Muat ulang, lalu baca dan tanda tangani naskah yang baru.',
  },
  penunjukan_usang: {
    terjadi: 'Usulan penunjukan atau penugasan ini sudah diproses.',
    aman: 'Keputusan yang lebih dulu tetap berlaku.',
    lanjut: 'Muat ulang daftar untuk melihat hasilnya.',
  },
  calon_tanpa_akun: {
    terjadi: 'Pegawai ini belum punya akun pegawai yang aktif, atau akunnya akun administrator.',
    aman: 'Penunjukan belum ditetapkan.',
    lanjut: 'Buka akun pegawai untuknya lebih dulu, lalu tetapkan lagi.',
  },
  unit_tidak_sah: {
    terjadi: 'Ada unit yang bukan bagian dari Perangkat Daerah calon.',
    aman: 'Usulan tidak disimpan.',
    lanjut: 'Periksa daftar unit, lalu ajukan lagi.',
  },
  sandi_salah: {
    terjadi: 'Kata sandi Anda saat ini tidak cocok.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Ketik lagi kata sandi yang Anda pakai untuk masuk.',
  },
  sandi_lemah: {
    terjadi:
      'Kata sandi baru terlalu pendek, terlalu umum, atau memuat nama, NIP, atau nama pengguna Anda.',
    aman: 'Kata sandi lama tetap berlaku.',
    lanjut: 'Pakai sedikitnya 12 karakter, misalnya empat kata yang tidak berhubungan.',
  },
  kode_tidak_sah: {
    terjadi: 'Kode ini salah, sudah dipakai, atau sudah kedaluwarsa.',
    aman: 'Akun tidak berubah.',
    lanjut: 'Periksa kode dan nama pengguna, atau minta kode baru kepada pengelola.',
  },
  akun_sudah_aktif: {
    terjadi: 'Akun ini sudah diaktifkan pemiliknya.',
    aman: 'Kata sandinya tidak berubah.',
    lanjut: 'Bila pemilik lupa kata sandi, gunakan pemulihan oleh dua pengelola.',
  },
  pengelola_lain_diperlukan: {
    terjadi: 'Langkah ini harus dilakukan pengelola lain, bukan Anda.',
    aman: 'Tidak ada kode yang diberikan.',
    lanjut: 'Minta pengelola kedua melihat identitas pemilik dan melanjutkannya.',
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
  kesalahan_aplikasi: {
    terjadi: 'Aplikasi gagal mengerjakan ini.',
    aman: 'Data di server tidak berubah.',
    lanjut: 'Coba lagi; bila berulang, tutup dan buka aplikasi.',
  },
  node_terlalu_lama: {
    terjadi: 'Versi Node di komputer ini terlalu lama.',
    aman: 'Belum ada yang dipasang.',
    lanjut: 'Pasang Node 20.19 atau yang lebih baru, lalu jalankan lagi.',
  },
  paket_sistem_kurang: {
    terjadi: 'Ada paket sistem yang belum terpasang.',
    aman: 'Belum ada yang berubah.',
    lanjut: 'Jalankan perintah yang tercetak sebagai root, lalu ulangi.',
  },
  pemasangan_gagal: {
    terjadi: 'Pemasangan tidak selesai.',
    aman: 'Tidak ada data yang berubah.',
    lanjut: 'Periksa jaringan dan ruang disk, lalu jalankan lagi.',
  },
  port_terpakai: {
    terjadi: 'Port yang diminta sedang dipakai program lain.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Hentikan program itu atau pilih PORT lain.',
  },
  elektron_tidak_ada: {
    terjadi: 'Electron tidak dapat diperoleh.',
    aman: 'Server dan data tidak terpengaruh.',
    lanjut: 'Periksa jaringan, lalu jalankan lagi.',
  },
  jendela_tidak_terbuka: {
    terjadi: 'Jendela aplikasi tidak terbuka.',
    aman: 'Server dan data tidak terpengaruh.',
    lanjut: 'Periksa pesan di atas baris ini, lalu jalankan lagi.',
  },
}
