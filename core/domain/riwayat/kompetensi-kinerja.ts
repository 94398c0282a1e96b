import { isian, peka, pilihan, riwayat, riwayatRahasia, wajib } from './deskripsi.ts'

/** Groups 3 and 4 of P6.2: what the person can do, and how the work went. */
export const riwayatKompetensiKinerja = {
  // The report is confidential; the person reads the summary (record model, section 4).
  kompetensi: riwayatRahasia({
    label: { id: 'Penilaian kompetensi', en: 'Competency assessment' },
    kelompok: 'kompetensi',
    kelas: 'A',
    bukti: ['HASIL_ASESMEN', 'SERT_UKOM'],
    mulai: 'tanggal',
    selesai: 'berlakuSampai',
    ringkas: ['kompetensi', 'level', 'kategori'],
    pasal: 'P6.2c, P16.1j',
    isian: [
      isian('jenisKompetensi', 'pilihan', 'Jenis kompetensi', 'Kind', {
        ...wajib,
        ...pilihan(
          ['PEMERINTAHAN', 'Pemerintahan', 'Government'],
          ['MANAJERIAL', 'Manajerial', 'Managerial'],
          ['SOSIO_KULTURAL', 'Sosio kultural', 'Socio-cultural'],
          ['TEKNIS', 'Teknis', 'Technical'],
        ),
      }),
      isian('kompetensi', 'rujukan', 'Kompetensi', 'Competency', {
        ...wajib,
        rujukan: 'kompetensi',
      }),
      isian('level', 'bilangan', 'Level', 'Level', { ...wajib, maks: 1, pola: /^[1-5]$/ }),
      isian('standarLevel', 'bilangan', 'Standar level', 'Required level', {
        maks: 1,
        pola: /^[1-5]$/,
      }),
      isian('tanggal', 'tanggal', 'Tanggal penilaian', 'Assessed on', wajib),
      isian('penyelenggara', 'teks', 'Penyelenggara', 'Assessor', { maks: 150 }),
      isian('metode', 'teks', 'Metode', 'Method'),
      isian('berlakuSampai', 'tanggal', 'Berlaku sampai', 'Valid until'),
      isian('kategori', 'pilihan', 'Kategori', 'Category', {
        ...pilihan(
          ['memenuhi', 'Memenuhi syarat', 'Meets'],
          ['masih', 'Masih memenuhi syarat', 'Still meets'],
          ['kurang', 'Kurang memenuhi syarat', 'Falls short'],
        ),
      }),
    ],
  }),
  kinerja: riwayat({
    label: { id: 'Riwayat kinerja (SKP)', en: 'Performance' },
    kelompok: 'kinerja',
    kelas: 'S',
    bukti: ['SKP'],
    mulai: 'tahun',
    ringkas: ['tahun', 'predikat'],
    pasal: 'P6.2d, P16.1h',
    isian: [
      isian('tahun', 'tahun', 'Tahun', 'Year', wajib),
      isian('periode', 'teks', 'Periode', 'Period', { maks: 40 }),
      isian('predikat', 'rujukan', 'Predikat kinerja', 'Rating', {
        ...wajib,
        rujukan: 'predikat-kinerja',
      }),
      isian('nilai', 'angka', 'Nilai', 'Score', { maks: 6 }),
      isian('hasilKerja', 'teks', 'Hasil kerja', 'Work results'),
      isian('perilaku', 'teks', 'Perilaku kerja', 'Work behaviour'),
      isian('penilaiNama', 'nama', 'Nama penilai', 'Appraiser'),
      isian('penilaiNip', 'nip', 'NIP penilai', "Appraiser's NIP"),
      isian('penilaiJabatan', 'teks', 'Jabatan penilai', "Appraiser's post", { maks: 150 }),
      isian('atasanPenilaiNama', 'nama', 'Atasan penilai', "Appraiser's superior"),
    ],
  }),
  angka_kredit: riwayat({
    label: { id: 'Angka kredit', en: 'Credit points' },
    kelompok: 'kinerja',
    kelas: 'S',
    bukti: ['PAK', 'KONVERSI_PREDIKAT'],
    mulai: 'periodeMulai',
    selesai: 'periodeSelesai',
    ringkas: ['periodeMulai', 'periodeSelesai', 'total'],
    pasal: 'P6.2d, P16.1h',
    isian: [
      isian('jabatan', 'teks', 'Jabatan', 'Post', { maks: 150 }),
      isian('jenjang', 'rujukan', 'Jenjang', 'Tier', { rujukan: 'jenjang-jabatan-fungsional' }),
      isian('periodeMulai', 'tanggal', 'Periode mulai', 'From', wajib),
      isian('periodeSelesai', 'tanggal', 'Periode selesai', 'Until', wajib),
      isian('utama', 'angka', 'Unsur utama', 'Main', { maks: 9 }),
      isian('penunjang', 'angka', 'Unsur penunjang', 'Supporting', { maks: 9 }),
      isian('total', 'angka', 'Total', 'Total', { ...wajib, maks: 9 }),
      isian('jenisPak', 'pilihan', 'Jenis PAK', 'Kind', {
        ...pilihan(
          ['konvensional', 'Konvensional', 'Conventional'],
          ['integrasi', 'Integrasi', 'Integration'],
          ['konversi', 'Konversi', 'Conversion'],
        ),
      }),
      isian('nomorPak', 'nomor', 'Nomor PAK', 'Number'),
      isian('tanggalPak', 'tanggal', 'Tanggal PAK', 'Date'),
      isian('pertama', 'yaTidak', 'PAK pertama', 'First PAK'),
    ],
  }),
  lhkpn: riwayat({
    label: { id: 'Laporan harta kekayaan', en: 'Asset declaration' },
    kelompok: 'pendukung',
    kelas: 'S',
    wajibBukti: false,
    bukti: [],
    mulai: 'tahun',
    ringkas: ['tahun', 'sudahLapor'],
    pasal: 'P6.2e',
    isian: [
      // Whether, never how much.
      isian('tahun', 'tahun', 'Tahun lapor', 'Year', wajib),
      isian('jenisLaporan', 'pilihan', 'Jenis laporan', 'Kind', {
        ...pilihan(['LHKPN', 'LHKPN', 'LHKPN'], ['LHKASN', 'LHKASN', 'LHKASN']),
      }),
      isian('sudahLapor', 'yaTidak', 'Sudah melapor', 'Declared', { ...wajib, ...peka }),
    ],
  }),
} as const
