import { getDeskripsi, type JenisRiwayat } from '../jenis-riwayat.ts'

/** The fields that a rule reads, so that whoever enters one sees where to look. */
const isianAturan: Readonly<Record<string, readonly string[]>> = {
  'NIP-09': ['jenisPegawai'],
  'NIP-10': ['tanggalLahir'],
  'NIP-11': ['tmtCpns'],
  'NIP-12': ['jenisKelamin'],
  'NIP-13': ['tmtPppk'],
  'NIP-16': ['tmtCpns', 'tmtPns'],
  'NIP-17': ['tmtPns'],
  'NIK-01': ['nik'],
  'NIK-02': ['nik'],
  'NIK-03': ['nik'],
  'NIK-04': ['nik', 'jenisKelamin'],
  'NIK-05': ['nik', 'tanggalLahir'],
  'NIK-06': ['nik'],
  'RIWAYAT-02': ['nomorSk', 'tanggalSk'],
  'RIWAYAT-03': ['nomorSk'],
  'KARTU-01': ['nomorKarpeg'],
  'PEGAWAI-02': ['statusPerkawinan', 'tanggalNikah'],
  'PEGAWAI-03': ['tmtCpns', 'tmtPns'],
  'PEGAWAI-05': ['tmtSpmt', 'tmtCpns'],
  'PEGAWAI-06': ['tanggal', 'tmtPns'],
  'PEGAWAI-07': ['tmtPppk', 'jenisPegawai'],
  'PANGKAT-01': ['golongan', 'tmtGolongan'],
  'PANGKAT-02': ['tmtGolongan'],
  'PANGKAT-03': ['tmtGolongan'],
  'PANGKAT-04': ['golongan', 'tmtGolongan', 'tmtCpns'],
  'PANGKAT-05': ['tmtGolongan'],
  'PANGKAT-06': ['masaKerjaGolongan'],
  'PANGKAT-07': ['gajiPokok'],
  'GAJI-01': ['gajiPokok', 'masaKerjaGolongan'],
  'GAJI-02': ['tmtGaji'],
  'GAJI-03': ['golongan'],
  'JABATAN-01': ['tmtJabatan', 'selesai'],
  'JABATAN-02': ['namaJabatan'],
  'JABATAN-03': ['namaJabatan', 'jenjang'],
  'JABATAN-04': ['namaJabatan', 'jenisJabatan'],
  'JABATAN-05': ['jenisMutasi'],
  'JABATAN-06': ['eselon', 'jenjang'],
  'PENEMPATAN-01': ['tmt', 'selesai'],
  'PENEMPATAN-02': ['tmt', 'selesai'],
  'PENEMPATAN-03': ['unit'],
  'PENDIDIKAN-01': ['tingkat', 'tahunLulus'],
  'PENDIDIKAN-02': ['pendidikanAwal'],
  'PENDIDIKAN-03': ['tahunLulus', 'tanggalLulus'],
  'PENDIDIKAN-04': ['tahunLulus'],
  'PENDIDIKAN-05': ['diakui'],
  'DIKLAT-01': ['jumlahJp'],
  'SERTIFIKASI-01': ['berlakuSampai'],
  'KOMPETENSI-01': ['kompetensi', 'tanggal'],
  'KOMPETENSI-02': ['level', 'standarLevel'],
  'KINERJA-01': ['tahun'],
  'KINERJA-02': ['nilai'],
  'KINERJA-03': ['penilaiNip'],
  'ANGKA-KREDIT-01': ['periodeMulai', 'periodeSelesai'],
  'PASANGAN-01': ['tanggalNikah'],
  'PASANGAN-02': ['nipPasangan'],
  'ANAK-01': ['tertunjang'],
  'ANAK-02': ['tertunjang', 'tanggalLahir'],
  'PENGHARGAAN-01': ['jenisPenghargaan'],
  'ORGANISASI-01': ['nama'],
  'HUKUMAN-01': ['masa', 'akhir'],
  'HUKUMAN-02': ['jenisHukuman'],
  'CLTN-01': ['aktifKembali'],
  'PMK-01': ['tanggalSk'],
  'PEMBERHENTIAN-01': ['tmt'],
}

/** The fields of this kind that the rule reads; none where it looks at the record as a whole. */
export function listIsianAturan(kode: string, jenis: JenisRiwayat): string[] {
  const { isian, mulai, selesai } = getDeskripsi(jenis)
  const dibaca =
    kode === 'RIWAYAT-01'
      ? [mulai, selesai].flatMap((kunci) => kunci ?? [])
      : (isianAturan[kode] ?? [])
  return dibaca.filter((kunci) => isian.some((satu) => satu.kunci === kunci))
}
