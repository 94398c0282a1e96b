/** What the shell itself says to a person; the interface has its own locale files. */
export const kalimat = {
  nama: 'Meja ASN',
  bukaMeja: 'Buka Meja ASN',
  kunciLayar: 'Kunci layar',
  belumTerkirim: (jumlah: number) => `${jumlah} keputusan belum terkirim.`,
  belumTerkirimIsi:
    'Keputusan itu tidak tersimpan di komputer ini. Bila ditutup sekarang, keputusan itu hilang.',
  tetapTerbuka: 'Tetap terbuka',
  tutupBuang: 'Tutup dan buang',
  tampilanBerhenti:
    'Tampilan aplikasi berulang kali berhenti. Aplikasi ditutup; keputusan yang sudah diterima server aman. Buka lagi aplikasi ini, dan hubungi pengelola bila terulang.',
  tidakDapatDimulai:
    'Aplikasi tidak dapat dimulai. Alamat server di setelan komputer ini mungkin salah. Data di server aman; hubungi pengelola.',
  simpanBerkas: 'Simpan berkas',
  argumenTerlarang: 'argumen peluncuran ini tidak diizinkan',
} as const
