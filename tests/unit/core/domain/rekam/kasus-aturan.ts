import type { FaktaLuar, KodeAturan } from '@meja/core/domain/aturan-rekam.ts'
import type { BarisRiwayat } from '@meja/core/domain/rekam.ts'
import {
  baris,
  cpns,
  identitas,
  nipAmir,
  nipPppk,
  pangkat,
  pelaksana,
  pendidikan,
  pns,
  sk,
  struktural,
} from './contoh.ts'
import {
  gaji,
  kontrak,
  kinerja,
  diklat,
  kompetensi,
  kredit,
  tempat,
  pasangan,
  anak,
  medali,
  hukuman,
  cltn,
  pmk,
  berhenti,
  sertifikat,
  organisasi,
  mutasi,
  jabatanPlt,
  auditor,
} from './contoh-riwayat.ts'

/** Rows that break a rule, and the nearest that do not. */
export type KasusAturan = {
  readonly salah: readonly BarisRiwayat[]
  readonly betul: readonly BarisRiwayat[]
  readonly nip?: string
  readonly faktaSalah?: FaktaLuar
  readonly faktaBetul?: FaktaLuar
}

/** One case per rule; the test refuses a rule that has none. */
export const kasusAturan: Record<KodeAturan, KasusAturan> = {
  'RIWAYAT-01': {
    salah: [tempat('204.01', '2020-01-02', '2020-01-01')],
    betul: [tempat('204.01', '2020-01-01', '2020-01-01')],
  },
  'RIWAYAT-02': {
    salah: [pangkat('III/a', '2020-04-01'), pangkat('III/b', '2024-04-01')],
    betul: [pangkat('III/a', '2020-04-01'), cpns('2018-01-01', 'III/a')],
  },
  'RIWAYAT-03': {
    salah: [
      baris('pns', { nomorSk: 'SK nomor satu', tanggalSk: '1989-03-01', tmtPns: '1989-04-01' }),
    ],
    betul: [
      baris('pns', {
        nomorSk: '822/10143/042/1991',
        tanggalSk: '1989-03-01',
        tmtPns: '1989-04-01',
      }),
    ],
  },
  'KARTU-01': {
    salah: [baris('nomor_kartu', { nomorKarpeg: '123' })],
    betul: [baris('nomor_kartu', { nomorKarpeg: 'N 123456' })],
  },
  'PEGAWAI-01': {
    salah: [identitas({ tanggalLahir: '2010-01-01' })],
    betul: [identitas()],
  },
  'PEGAWAI-02': {
    salah: [identitas({ statusPerkawinan: '4' }), pasangan('Siti')],
    betul: [identitas({ statusPerkawinan: '1' }), pasangan('Siti')],
  },
  'PEGAWAI-03': {
    salah: [cpns('1988-03-01'), pns('1989-02-01')],
    betul: [cpns('1988-03-01'), pns('1989-03-01')],
  },
  'PEGAWAI-04': { salah: [], betul: [pns('1989-04-01')] },
  'PEGAWAI-05': {
    salah: [cpns('1988-03-01'), baris('spmt', { nomor: '1', tmtSpmt: '1988-02-29' })],
    betul: [cpns('1988-03-01'), baris('spmt', { nomor: '1', tmtSpmt: '1988-03-01' })],
  },
  'PEGAWAI-06': {
    salah: [pns('1989-04-01'), baris('sttpl', { nomor: '1', tanggal: '1989-04-01' })],
    betul: [pns('1989-04-01'), baris('sttpl', { nomor: '1', tanggal: '1989-03-31' })],
  },
  // The same rows are wrong for one kind of employee and right for the other.
  'PEGAWAI-07': {
    salah: [kontrak, baris('kepegawaian', { jenisPegawai: 'PNS' })],
    betul: [kontrak, baris('kepegawaian', { jenisPegawai: 'PPPK' })],
  },
  'PEGAWAI-08': {
    nip: nipPppk,
    salah: [pns('2025-01-01'), baris('kepegawaian', { jenisPegawai: 'PPPK' })],
    betul: [kontrak],
  },
  'PEGAWAI-09': {
    salah: [pendidikan('40', '1990'), baris('gelar', {})],
    betul: [pendidikan('40', '1990'), baris('gelar', { gelarBelakang: 'S.H.' })],
  },
  'PANGKAT-01': {
    salah: [pangkat('III/b', '2016-04-01'), pangkat('III/a', '2020-04-01')],
    betul: [
      pangkat('III/b', '2016-04-01'),
      pangkat('III/a', '2020-04-01'),
      hukuman({ tmt: '2020-04-01' }),
    ],
  },
  'PANGKAT-02': {
    salah: [pangkat('III/a', '2020-04-01'), pangkat('III/b', '2020-04-01')],
    betul: [pangkat('III/a', '2020-04-01'), pangkat('III/b', '2024-04-01')],
  },
  'PANGKAT-03': {
    salah: [pangkat('III/a', '2020-04-01'), pangkat('III/b', '2022-03-01')],
    betul: [pangkat('III/a', '2020-04-01'), pangkat('III/b', '2022-04-01')],
  },
  'PANGKAT-04': {
    salah: [cpns('1988-03-01', 'II/a'), pangkat('II/b', '1988-03-01')],
    betul: [cpns('1988-03-01', 'II/a'), pangkat('II/a', '1988-03-01')],
  },
  'PANGKAT-05': {
    salah: [pangkat('III/a', '2020-04-02')],
    betul: [
      baris('pangkat', {
        ...sk,
        golongan: 'III/b',
        tmtGolongan: '2020-04-02',
        jenisKp: 'ANUMERTA',
      }),
    ],
  },
  'PANGKAT-06': {
    salah: [pangkat('II/d', '2016-04-01', 120), pangkat('III/a', '2020-04-01', 168)],
    betul: [pangkat('II/d', '2016-04-01', 120), pangkat('III/a', '2020-04-01', 108)],
  },
  'PANGKAT-07': {
    salah: [
      baris('pangkat', { ...sk, golongan: 'III/a', tmtGolongan: '2024-04-01', gajiPokok: '1' }),
    ],
    betul: [
      baris('pangkat', {
        ...sk,
        golongan: 'III/a',
        tmtGolongan: '2024-04-01',
        gajiPokok: '2785700',
      }),
    ],
  },
  'GAJI-01': {
    salah: [gaji({ masaKerjaGolongan: '24' })],
    betul: [gaji({ masaKerjaGolongan: '23' })],
  },
  'GAJI-02': { salah: [gaji({ tmtGaji: '2024-03-02' })], betul: [gaji({})] },
  'GAJI-03': {
    salah: [pangkat('III/b', '2020-04-01'), gaji({})],
    betul: [pangkat('III/a', '2020-04-01'), gaji({})],
  },
  'JABATAN-01': {
    salah: [auditor, struktural('Kepala Subbagian', '41', '2021-01-01')],
    betul: [auditor, pelaksana('Pengelola Arsip', '2021-01-01'), jabatanPlt],
  },
  'JABATAN-02': {
    salah: [struktural('Kepala Subbagian', '41', '2021-01-01')],
    betul: [struktural('Kepala Subbagian', '41', '2021-01-01')],
    faktaSalah: { pemangkuLain: 1 },
    faktaBetul: { pemangkuLain: 0 },
  },
  'JABATAN-03': {
    salah: [auditor, pendidikan('30', '2010')],
    betul: [auditor, pendidikan('40', '2010')],
  },
  'JABATAN-04': {
    salah: [pelaksana('Arsiparis Terampil', '2021-01-01')],
    betul: [pelaksana('Pengelola Arsip', '2021-01-01')],
  },
  'JABATAN-05': { salah: [jabatanPlt], betul: [struktural('Kepala Bidang', '31', '2026-06-01')] },
  'JABATAN-06': {
    salah: [struktural('Kepala Bidang', undefined, '2020-01-01')],

    betul: [auditor, struktural('Kepala Bidang', '31', '2018-01-01')],
  },
  'PENEMPATAN-01': {
    salah: [tempat('204.01', '2020-01-01', '2021-01-01'), tempat('204.02', '2021-01-01')],
    betul: [tempat('204.01', '2020-01-01', '2020-12-31'), tempat('204.02', '2021-01-01')],
  },
  'PENEMPATAN-02': {
    salah: [tempat('204.01', '2020-01-01', '2020-12-30'), tempat('204.02', '2021-01-01')],
    betul: [tempat('204.01', '2020-01-01', '2020-12-31'), tempat('204.02', '2021-01-01')],
  },
  'PENEMPATAN-03': {
    salah: [tempat('204.01', '2020-01-01')],
    betul: [tempat('204.01', '2020-01-01')],
    faktaSalah: { unitAktif: false },
    faktaBetul: { unitAktif: true },
  },
  'MUTASI-01': {
    salah: [mutasi('2026-12-01')],
    betul: [mutasi('2026-12-01')],
    faktaSalah: { fasilitator: true },
    faktaBetul: { fasilitator: false },
  },
  'PENDIDIKAN-01': {
    salah: [pendidikan('40', '2010'), pendidikan('30', '2014')],
    betul: [pendidikan('30', '2010'), pendidikan('40', '2014')],
  },
  'PENDIDIKAN-02': {
    salah: [
      pendidikan('15', '1984', { pendidikanAwal: 'ya' }),
      pendidikan('40', '1990', { pendidikanAwal: 'ya' }),
    ],
    betul: [pendidikan('15', '1984', { pendidikanAwal: 'ya' }), pendidikan('40', '1990')],
  },
  'PENDIDIKAN-03': { salah: [pendidikan('40', '2027')], betul: [pendidikan('40', '2026')] },
  'PENDIDIKAN-04': { salah: [pendidikan('05', '1975')], betul: [pendidikan('05', '1976')] },
  'PENDIDIKAN-05': {
    salah: [pendidikan('45', '2024', { diakui: 'tidak' })],
    betul: [pendidikan('45', '2024')],
  },
  'DIKLAT-01': { salah: [diklat('2001')], betul: [diklat('2000')] },
  'SERTIFIKASI-01': { salah: [sertifikat('2027-02-01')], betul: [sertifikat('2027-02-02')] },
  'KOMPETENSI-01': {
    salah: [kompetensi({}), kompetensi({ level: '4' })],
    betul: [kompetensi({}), kompetensi({ kompetensi: 'M.02' })],
  },
  'KOMPETENSI-02': {
    salah: [kompetensi({ standarLevel: '4' })],
    betul: [kompetensi({ standarLevel: '3' })],
  },
  'KINERJA-01': {
    salah: [kinerja({}), kinerja({ periode: 'Tahunan' })],
    betul: [kinerja({}), kinerja({ periode: 'Triwulan I' })],
  },
  'KINERJA-02': {
    salah: [kinerja({ tahun: '2019' })],
    betul: [kinerja({ tahun: '2019', nilai: '84,5' }), kinerja({})],
  },
  'KINERJA-03': {
    salah: [kinerja({ penilaiNip: nipAmir })],
    betul: [kinerja({ penilaiNip: '197001011995031002' })],
  },
  'ANGKA-KREDIT-01': {
    salah: [kredit('2024-01-01', '2024-12-31'), kredit('2024-12-31', '2025-06-30')],
    betul: [kredit('2024-01-01', '2024-12-31'), kredit('2025-01-01', '2025-06-30')],
  },
  'PASANGAN-01': {
    salah: [pasangan('Siti'), pasangan('Dewi')],
    betul: [pasangan('Siti', { status: 'cerai' }), pasangan('Dewi')],
  },
  'PASANGAN-02': {
    salah: [pasangan('Siti', { nipPasangan: '197001011995032002' })],
    betul: [pasangan('Siti')],
  },
  'ANAK-01': {
    salah: [anak('Adi', '2012-01-01'), anak('Budi', '2014-01-01'), anak('Cita', '2016-01-01')],
    betul: [
      anak('Adi', '2012-01-01'),
      anak('Budi', '2014-01-01'),
      anak('Cita', '2016-01-01', { tertunjang: 'tidak' }),
    ],
  },
  'ANAK-02': {
    salah: [anak('Adi', '2005-11-02')],
    betul: [anak('Adi', '2005-11-03'), anak('Budi', '2001-11-03', { sekolah: 'ya' })],
  },
  'PENGHARGAAN-01': {
    salah: [medali('SLKS10', '2000'), medali('SLKS10', '2010')],
    betul: [medali('SLKS10', '2000'), medali('SLKS20', '2010')],
  },
  'ORGANISASI-01': {
    salah: [organisasi('Partai Contoh Raya')],
    betul: [organisasi('Korps Pegawai Republik Indonesia')],
  },
  'HUKUMAN-01': {
    salah: [hukuman({ masa: '12', akhir: '2021-04-30' })],
    betul: [
      hukuman({ masa: '12', akhir: '2021-03-31' }),
      hukuman({ masa: '12', akhir: '2021-04-01' }),
    ],
  },
  'HUKUMAN-02': { salah: [hukuman({ jenisHukuman: 'S1' })], betul: [hukuman({})] },
  'CLTN-01': {
    salah: [cltn('2026-11-01')],
    betul: [cltn('2026-11-01', { aktifKembali: '2026-11-02' }), cltn('2026-11-02')],
  },
  'CLTN-02': {
    salah: [cltn('2026-12-31'), baris('kedudukan', { kedudukanHukum: '01', tmt: '2020-01-01' })],
    betul: [cltn('2026-12-31'), baris('kedudukan', { kedudukanHukum: '02', tmt: '2024-01-01' })],
  },
  'PMK-01': {
    salah: [pns('1989-04-01'), pmk('1999-04-02')],
    betul: [pns('1989-04-01'), pmk('1999-04-01')],
  },
  'PEMBERHENTIAN-01': { salah: [berhenti('2026-09-02')], betul: [berhenti('2026-09-01')] },
  'PEMBERHENTIAN-02': { salah: [berhenti('2026-09-01')], betul: [] },
}
