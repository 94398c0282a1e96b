/** How hard a finding is: `tolak` blocks, `peringatan` and `info` inform (nip.md section 3). */
export type TingkatTemuan = 'tolak' | 'peringatan' | 'info'

type Pesan = readonly [TingkatTemuan, id: string, en: string]

export type Temuan<Kode extends string> = {
  readonly kode: Kode
  readonly tingkat: TingkatTemuan
  readonly pesan: string
  readonly pesanEn: string
}

/** Every rule on a NIP or NI PPPK; NIP-08 (unique) is the database's to know. */
export const pesanNip = {
  'NIP-01': ['tolak', 'NIP harus 18 digit angka', 'A NIP has 18 digits'],
  'NIP-02': [
    'tolak',
    'NIP rusak oleh aplikasi pengolah angka; impor ulang sebagai teks',
    'A spreadsheet damaged this NIP; import it again as text',
  ],
  'NIP-03': [
    'tolak',
    'Tanggal lahir pada NIP tidak sah',
    'The birth date in this NIP is not valid',
  ],
  'NIP-04': [
    'tolak',
    'Bulan TMT CPNS pada NIP tidak sah',
    'The month of first appointment in this NIP is not valid',
  ],
  'NIP-05': [
    'tolak',
    'Kode PPPK pada NI PPPK tidak sah',
    'The PPPK code in this number is not valid',
  ],
  'NIP-06': [
    'tolak',
    'Kode jenis kelamin pada NIP tidak sah',
    'The code of sex in this NIP is not valid',
  ],
  'NIP-07': [
    'tolak',
    'Nomor urut pada NIP tidak sah',
    'The serial number in this NIP is not valid',
  ],
  'NIP-09': [
    'tolak',
    'NIP tidak sesuai jenis pegawai',
    'This NIP does not fit the kind of employee',
  ],
  'NIP-10': [
    'peringatan',
    'Tanggal lahir berbeda dengan NIP',
    'The birth date differs from the NIP',
  ],
  'NIP-11': ['peringatan', 'TMT CPNS berbeda dengan NIP', 'TMT CPNS differs from the NIP'],
  'NIP-12': ['peringatan', 'Jenis kelamin berbeda dengan NIP', 'The sex differs from the NIP'],
  'NIP-13': ['peringatan', 'TMT PPPK berbeda dengan NI PPPK', 'TMT PPPK differs from the NI PPPK'],
  'NIP-14': [
    'peringatan',
    'Usia saat diangkat kurang dari 18 tahun',
    'Younger than 18 when appointed',
  ],
  'NIP-15': ['info', 'Usia saat diangkat di atas 35 tahun', 'Older than 35 when appointed'],
  'NIP-16': ['tolak', 'TMT PNS mendahului TMT CPNS', 'TMT PNS lies before TMT CPNS'],
  'NIP-17': ['peringatan', 'CPNS lebih dari 1 tahun', 'CPNS for more than a year'],
} as const satisfies Record<string, Pesan>

/** Every rule on a NIK; NIK-07 (unique) is the database's to know. */
export const pesanNik = {
  'NIK-01': ['tolak', 'NIK harus 16 digit angka', 'A NIK has 16 digits'],
  'NIK-02': [
    'peringatan',
    'Kode provinsi NIK tidak dikenal',
    'The province code of this NIK is unknown',
  ],
  'NIK-03': ['peringatan', 'Tanggal pada NIK tidak sah', 'The date in this NIK is not valid'],
  'NIK-04': ['peringatan', 'Jenis kelamin tidak sesuai NIK', 'The sex differs from the NIK'],
  'NIK-05': ['peringatan', 'Tanggal lahir tidak sesuai NIK', 'The birth date differs from the NIK'],
  'NIK-06': [
    'peringatan',
    'Nomor urut NIK tidak sah',
    'The serial number of this NIK is not valid',
  ],
} as const satisfies Record<string, Pesan>

/** Turns a code of one of the tables above into the finding that a person reads. */
export function getTemuan<Kode extends string>(
  tabel: Readonly<Record<Kode, Pesan>>,
  kode: Kode,
): Temuan<Kode> {
  const [tingkat, pesan, pesanEn] = tabel[kode]
  return { kode, tingkat, pesan, pesanEn }
}
