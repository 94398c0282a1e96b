import type { ErrorSentences } from './error-sentence.ts'

/** Sentences about accounts, their rights and the integrity pact. */
export const kalimatOrangIndonesia = {
  pakta_belum_ditandatangani: {
    terjadi: 'Pakta integritas tahun ini belum Anda tanda tangani.',
    aman: 'Tidak ada data yang berubah; pekerjaan yang belum terkirim tetap tersimpan.',
    lanjut: 'Baca dan tanda tangani naskahnya di layar pakta, lalu lanjutkan (Pasal 30).',
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
  permohonan_usang: {
    terjadi: 'Permohonan akses ini sudah diputus atau dicabut.',
    aman: 'Yang lebih dulu tetap berlaku; hak tidak berubah.',
    lanjut: 'Muat ulang daftar untuk melihat hasilnya.',
  },
  hak_sudah_ada: {
    terjadi: 'Hak yang sama sudah berlaku, atau sudah dimohon dan menunggu.',
    aman: 'Tidak ada yang ditambahkan.',
    lanjut: 'Lihat daftar hak dan permohonannya; ajukan lagi setelah yang ada berakhir.',
  },
  tinjauan_usang: {
    terjadi: 'Tinjauan ini sudah ditutup, atau masih ada tinjauan lain yang terbuka.',
    aman: 'Temuan yang sudah dicatat tetap tersimpan.',
    lanjut: 'Muat ulang daftar tinjauan, lalu lanjutkan yang terbuka.',
  },
  tinjauan_belum_lengkap: {
    terjadi: 'Masih ada hak tanpa temuan.',
    aman: 'Tinjauan tetap terbuka; temuan yang sudah dicatat tersimpan.',
    lanjut:
      'Saring menurut “Belum ditinjau”, beri temuan, lalu tutup lagi. Hak Anda ditinjau pengelola lain.',
  },
  rekomendasi_diperlukan: {
    terjadi: 'Menyajikan data pegawai lain memerlukan rekomendasi administrator (Pasal 18).',
    aman: 'Tidak ada yang dicetak dan tidak ada data yang keluar.',
    lanjut: 'Pilih rekomendasi yang berlaku, atau mintalah satu kepada administrator BKD.',
  },
  rekomendasi_tidak_berlaku: {
    terjadi:
      'Rekomendasi ini tidak berlaku: belum mulai, sudah berakhir, dicabut, atau untuk kantor lain.',
    aman: 'Tidak ada yang dicetak dan tidak ada data yang keluar.',
    lanjut: 'Muat ulang daftar rekomendasi, lalu pilih yang berlaku hari ini.',
  },
  calon_tanpa_akun: {
    terjadi: 'Pegawai ini belum punya akun pegawai yang aktif, atau akunnya akun administrator.',
    aman: 'Penunjukan belum ditetapkan.',
    lanjut: 'Buka akun pegawai untuknya lebih dulu, lalu tetapkan lagi.',
  },
  unit_tidak_sah: {
    terjadi: 'Ada unit yang bukan bagian dari Perangkat Daerah calon, atau yang ditutup.',
    aman: 'Usulan tidak disimpan.',
    lanjut: 'Periksa daftar unit, lalu ajukan lagi.',
  },
  unit_masih_dipakai: {
    terjadi: 'Unit ini masih dipakai sesudah hari penutupan itu.',
    aman: 'Unit tidak ditutup dan tidak ada penempatan yang berubah.',
    lanjut: 'Pindahkan orangnya dan putuskan usulan yang menyebut unit ini, lalu tutup lagi.',
  },
  unit_sudah_ditutup: {
    terjadi: 'Penutupan unit ini sudah tercatat, atau harinya sudah lewat.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Muat ulang organisasi untuk melihat keadaan unit ini.',
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
    lanjut: 'Periksa NIP, tanggal lahir, dan kodenya, atau minta surat baru kepada pengelola.',
  },
  kode_kedua_salah: {
    terjadi: 'Kode itu salah, sudah dipakai, atau sudah lewat waktunya.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Tunggu kode berikutnya di aplikasi, periksa jam ponsel, lalu ketik lagi.',
  },
  passkey_ditolak: {
    terjadi: 'Passkey itu tidak dikenal di sini, atau bukan milik akun ini.',
    aman: 'Tidak ada yang berubah.',
    lanjut: 'Coba lagi dengan passkey lain, atau pakai kata sandi.',
  },
  faktor_terakhir: {
    terjadi: 'Akun pengelola tidak boleh tanpa langkah kedua.',
    aman: 'Langkah kedua yang ada tetap berlaku.',
    lanjut: 'Pasang dulu penggantinya, lalu hapus yang ini.',
  },
  akun_belum_aktif: {
    terjadi: 'Pegawai ini belum membuka akunnya sendiri.',
    aman: 'Tidak ada kode yang dibuat.',
    lanjut: 'Buat undangan akun untuknya di Orang & hak, bagian Undangan.',
  },
  pengelola_lain_diperlukan: {
    terjadi: 'Langkah ini harus dilakukan pengelola lain, bukan Anda.',
    aman: 'Tidak ada yang berubah dan tidak ada kode yang diberikan.',
    lanjut:
      'Minta pengelola lain melakukannya; pada pemulihan, ia melihat identitas pemiliknya sendiri.',
  },
  peran_oleh_keputusan: {
    terjadi: 'Peran fasilitator hanya berubah lewat penugasannya.',
    aman: 'Akun ini tidak berubah.',
    lanjut: 'Akhiri penugasannya di daftar fasilitator, lalu ulangi.',
  },
  surel_belum_diatur: {
    terjadi: 'Server ini belum dapat mengirim surel.',
    aman: 'Alamat Anda tersimpan, tetapi belum terverifikasi.',
    lanjut: 'Sampaikan kepada administrator; sesudah pengirim surel diatur, minta kode lagi.',
  },
} as const satisfies Partial<ErrorSentences>
