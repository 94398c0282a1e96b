import type { ErrorSentences } from './error-sentence.ts'

/** Sentences of a start that does not come about: machine, packages, port. */
export const kalimatMulaiIndonesia = {
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
} as const satisfies Partial<ErrorSentences>
