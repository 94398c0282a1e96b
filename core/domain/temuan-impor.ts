import { pesanNik, pesanNip, type TingkatTemuan } from './temuan.ts'

/** What can be wrong with a row of an import file: level, Indonesian, English. The rules of the numbers speak too. */
export const pesanImpor = {
  'IMP-01': ['tolak', 'NIP tidak terdaftar', 'This NIP is not registered'],
  'IMP-02': [
    'tolak',
    'Angka panjang tersimpan sebagai bilangan dan rusak; simpan kolomnya sebagai teks',
    'A long number was stored as a number and is damaged; store the column as text',
  ],
  'IMP-03': ['tolak', 'Isian tidak sah', 'The value is not valid'],
  'IMP-04': ['tolak', 'Tanggal tidak ada di kalender', 'There is no such date'],
  'IMP-05': ['tolak', 'Tahun dua digit tidak jelas abadnya', 'A year of two digits has no century'],
  'IMP-06': [
    'peringatan',
    'Isian wajib kosong; data lama diterima tidak lengkap',
    'A required field is empty; old data are taken incomplete',
  ],
  'IMP-07': [
    'tolak',
    'Baris yang sama sudah ada di rekam',
    'The same row is in the record already',
  ],
  'IMP-08': [
    'tolak',
    'Baris yang sama ada dua kali dalam berkas ini',
    'The same row stands twice in this file',
  ],
  'IMP-09': [
    'tolak',
    'Pegawai ini sudah mempunyai data jenis ini',
    'This employee has data of this kind already',
  ],
  'IMP-10': ['tolak', 'Kolom NIP kosong', 'The NIP is empty'],
  'IMP-11': ['tolak', 'NIP tidak sah', 'This NIP is not valid'],
  'IMP-12': [
    'tolak',
    'Kode unit kerja kosong atau tidak ada dalam pohon organisasi',
    'The code of the unit is empty or not in the tree of the organisation',
  ],
  'IMP-13': [
    'peringatan',
    'Pegawai lain bernama dan bertanggal lahir sama sudah ada; pastikan bukan orang yang sama',
    'Somebody with this name and birth date is there already; make sure that it is another person',
  ],
  'IMP-14': [
    'tolak',
    'Isian wajib kosong; pegawai baru tidak diterima tanpa ini',
    'A required field is empty; a new employee is not taken without it',
  ],
  'IMP-15': [
    'tolak',
    'Ada huruf yang rusak atau tersembunyi; ketik ulang sel ini',
    'Some characters are damaged or hidden; type this cell again',
  ],
  'IMP-16': [
    'tolak',
    'Sel ini jauh terlalu panjang; yang disimpan hanya awalnya',
    'This cell is far too long; only its beginning is kept',
  ],
  ...pesanNip,
  'NIP-08': ['tolak', 'NIP sudah terdaftar', 'This NIP is registered already'],
  ...pesanNik,
  'NIK-07': ['tolak', 'NIK sudah terdaftar', 'This NIK is registered already'],
} as const satisfies Record<string, readonly [TingkatTemuan, string, string]>

export type KodeTemuanImpor = keyof typeof pesanImpor
export const kodeTemuanImpor = Object.keys(pesanImpor) as [KodeTemuanImpor, ...KodeTemuanImpor[]]
