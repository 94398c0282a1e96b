import { isian, peka, pilihan, riwayat, riwayatRahasia, wajib } from './deskripsi.ts'

const statusHidup = pilihan(
  ['hidup', 'Masih hidup', 'Living'],
  ['meninggal', 'Meninggal', 'Deceased'],
)

const namaKeluarga = isian('nama', 'nama', 'Nama', 'Name', wajib)
const nikKeluarga = isian('nik', 'nik', 'NIK', 'Citizen number', peka)
const pekerjaan = isian('pekerjaan', 'teks', 'Pekerjaan', 'Occupation')
const tertunjang = isian('tertunjang', 'yaTidak', 'Mendapat tunjangan', 'Receives allowance')

/** Group 1 of P6.2: who the person is, and the family. */
export const riwayatPribadi = {
  identitas: riwayat({
    label: { id: 'Identitas', en: 'Identity' },
    kelompok: 'pribadi',
    kelas: 'S',
    tunggal: true,
    perluAdministrator: true,
    bukti: ['KTP', 'AKTA_LAHIR', 'SK_CPNS'],
    ringkas: ['nama', 'tempatLahir', 'tanggalLahir'],
    pasal: 'P6.2a',
    isian: [
      isian('nama', 'nama', 'Nama (tanpa gelar)', 'Name (without titles)', wajib),
      isian('tempatLahir', 'teks', 'Tempat lahir', 'Born in', wajib),
      isian('tanggalLahir', 'tanggal', 'Tanggal lahir', 'Born on', wajib),
      isian('jenisKelamin', 'rujukan', 'Jenis kelamin', 'Sex', {
        ...wajib,
        rujukan: 'jenis-kelamin',
      }),
      isian('agama', 'rujukan', 'Agama', 'Religion', { ...wajib, ...peka, rujukan: 'agama' }),
      isian('statusPerkawinan', 'rujukan', 'Status perkawinan', 'Marital status', {
        ...wajib,
        rujukan: 'status-perkawinan',
      }),
      isian('golonganDarah', 'rujukan', 'Golongan darah', 'Blood group', {
        ...peka,
        rujukan: 'golongan-darah',
      }),
    ],
  }),
  kartu_keluarga: riwayat({
    label: { id: 'Kartu keluarga dan alamat KTP', en: 'Family card and registered address' },
    kelompok: 'pribadi',
    kelas: 'S',
    tunggal: true,
    bukti: ['KK'],
    ringkas: ['jalan', 'kelurahan', 'kabkota'],
    pasal: 'P6.2a, P16.2a',
    isian: [
      isian('nomorKk', 'nik', 'Nomor KK', 'Family card number', { ...wajib, ...peka }),
      isian('nik', 'nik', 'NIK', 'Citizen number', { ...wajib, ...peka }),
      isian('jalan', 'teks', 'Alamat', 'Street', { ...wajib, ...peka, maks: 150 }),
      isian('rtRw', 'teks', 'RT/RW', 'RT/RW', { ...peka, maks: 7 }),
      isian('kelurahan', 'teks', 'Kelurahan/desa', 'Village'),
      isian('kecamatan', 'teks', 'Kecamatan', 'District'),
      isian('kabkota', 'teks', 'Kabupaten/kota', 'Regency or city'),
      isian('kodePos', 'angka', 'Kode pos', 'Postcode', { maks: 5, pola: /^\d{5}$/ }),
    ],
  }),
  alamat: riwayat({
    label: { id: 'Alamat domisili', en: 'Home address' },
    kelompok: 'pribadi',
    kelas: 'S',
    wajibBukti: false,
    bukti: ['KTP', 'KK'],
    mulai: 'mulai',
    selesai: 'selesai',
    ringkas: ['jalan', 'kelurahan', 'kabkota'],
    pasal: 'P6.2a',
    isian: [
      isian('jalan', 'teks', 'Alamat', 'Street', { ...wajib, ...peka, maks: 150 }),
      isian('rtRw', 'teks', 'RT/RW', 'RT/RW', { ...peka, maks: 7 }),
      isian('kelurahan', 'teks', 'Kelurahan/desa', 'Village', wajib),
      isian('kecamatan', 'teks', 'Kecamatan', 'District', wajib),
      isian('kabkota', 'teks', 'Kabupaten/kota', 'Regency or city', wajib),
      isian('provinsi', 'teks', 'Provinsi', 'Province', wajib),
      isian('kodePos', 'angka', 'Kode pos', 'Postcode', { maks: 5, pola: /^\d{5}$/ }),
      isian('mulai', 'tanggal', 'Sejak', 'Since'),
      isian('selesai', 'tanggal', 'Sampai', 'Until'),
    ],
  }),
  nomor_kartu: riwayat({
    label: { id: 'Nomor kartu', en: 'Card numbers' },
    kelompok: 'pribadi',
    kelas: 'S',
    tunggal: true,
    bukti: ['NPWP', 'KARTU_BPJS', 'KARTU_TASPEN', 'KARPEG', 'KARIS_KARSU', 'SK_KONVERSI_NIP'],
    ringkas: ['nomorKarpeg', 'npwp'],
    pasal: 'P6.2a',
    isian: [
      isian('npwp', 'bilangan', 'NPWP', 'Tax number', { ...peka, maks: 16, pola: /^\d{15,16}$/ }),
      isian('nomorBpjs', 'bilangan', 'Nomor BPJS Kesehatan', 'Health insurance number', {
        ...peka,
        maks: 13,
        pola: /^\d{13}$/,
      }),
      isian('nomorTaspen', 'nomor', 'Nomor Taspen', 'Pension fund number', { ...peka, maks: 20 }),
      isian('nomorKarpeg', 'nomor', 'Nomor Karpeg/Kartu ASN', 'Employee card number', {
        ...peka,
        maks: 20,
      }),
      isian('nomorKarisKarsu', 'nomor', 'Nomor Karis/Karsu', "Spouse's card number", {
        ...peka,
        maks: 20,
      }),
      isian('nipLama', 'bilangan', 'NIP lama', 'Old NIP', { maks: 9, pola: /^\d{9}$/ }),
    ],
  }),
  pasangan: riwayat({
    label: { id: 'Suami/istri', en: 'Spouse' },
    kelompok: 'pribadi',
    kelas: 'S',
    bukti: ['AKTA_NIKAH', 'AKTA_CERAI', 'AKTA_KEMATIAN'],
    mulai: 'tanggalNikah',
    selesai: 'tanggalBerakhir',
    ringkas: ['nama', 'tanggalNikah', 'status'],
    pasal: 'P6.2a, P16.1a',
    isian: [
      isian('nama', 'nama', 'Nama pasangan', "Spouse's name", wajib),
      nikKeluarga,
      isian('tanggalLahir', 'tanggal', 'Tanggal lahir', 'Born on', peka),
      isian('tanggalNikah', 'tanggal', 'Tanggal nikah', 'Married on', wajib),
      isian('nomorAkta', 'nomor', 'Nomor akta nikah', 'Certificate number'),
      pekerjaan,
      isian('nipPasangan', 'nip', 'NIP pasangan (bila ASN)', "Spouse's NIP (if ASN)"),
      isian(
        'status',
        'pilihan',
        'Status',
        'Status',
        pilihan(
          ['menikah', 'Menikah', 'Married'],
          ['cerai', 'Cerai', 'Divorced'],
          ['meninggal', 'Meninggal', 'Deceased'],
        ),
      ),
      isian('tanggalBerakhir', 'tanggal', 'Tanggal cerai/meninggal', 'Divorced or died on'),
      isian('nomorKarisKarsu', 'nomor', 'Nomor Karis/Karsu', "Spouse's card number", {
        ...peka,
        maks: 20,
      }),
      tertunjang,
    ],
  }),
  anak: riwayat({
    label: { id: 'Anak', en: 'Children' },
    kelompok: 'pribadi',
    kelas: 'S',
    bukti: ['AKTA_LAHIR_ANAK', 'SKET_KULIAH_ANAK', 'KK'],
    mulai: 'tanggalLahir',
    ringkas: ['nama', 'tanggalLahir', 'hubungan'],
    pasal: 'P6.2a, P16.1a',
    isian: [
      namaKeluarga,
      nikKeluarga,
      isian('tanggalLahir', 'tanggal', 'Tanggal lahir', 'Born on', { ...wajib, ...peka }),
      isian('jenisKelamin', 'rujukan', 'Jenis kelamin', 'Sex', { rujukan: 'jenis-kelamin' }),
      isian('hubungan', 'pilihan', 'Hubungan', 'Relation', {
        ...pilihan(
          ['kandung', 'Anak kandung', 'Own child'],
          ['tiri', 'Anak tiri', 'Stepchild'],
          ['angkat', 'Anak angkat', 'Adopted child'],
        ),
      }),
      isian('sekolah', 'yaTidak', 'Masih sekolah/kuliah', 'Still in education'),
      pekerjaan,
      isian('menikah', 'yaTidak', 'Sudah menikah', 'Married'),
      tertunjang,
    ],
  }),
  keluarga_lain: riwayat({
    label: { id: 'Orang tua, mertua, saudara', en: 'Parents, in-laws, siblings' },
    kelompok: 'pribadi',
    kelas: 'S',
    wajibBukti: false,
    bukti: ['KK'],
    ringkas: ['hubungan', 'nama'],
    pasal: 'P6.2a, P16.1a',
    isian: [
      isian('hubungan', 'rujukan', 'Hubungan', 'Relation', {
        ...wajib,
        rujukan: 'hubungan-keluarga',
      }),
      namaKeluarga,
      isian('tanggalLahir', 'tanggal', 'Tanggal lahir', 'Born on', peka),
      isian('alamat', 'teks', 'Alamat', 'Address', { ...peka, maks: 150 }),
      pekerjaan,
      isian('statusHidup', 'pilihan', 'Status', 'Status', statusHidup),
    ],
  }),
  kesehatan: riwayatRahasia({
    label: { id: 'Keterangan kesehatan', en: 'Health certificate' },
    kelompok: 'pribadi',
    kelas: 'A',
    bukti: ['SKET_SEHAT'],
    mulai: 'tanggal',
    ringkas: ['jenisSurat', 'tanggal', 'kesimpulan'],
    pasal: 'P10.2c',
    isian: [
      isian('jenisSurat', 'teks', 'Jenis surat', 'Kind of letter', wajib),
      isian('tanggal', 'tanggal', 'Tanggal', 'Date', wajib),
      // The conclusion only: no diagnosis is ever stored.
      isian('kesimpulan', 'pilihan', 'Kesimpulan', 'Conclusion', {
        ...wajib,
        ...pilihan(['sehat', 'Sehat', 'Healthy'], ['tidak', 'Tidak sehat', 'Not healthy']),
      }),
    ],
  }),
} as const
