import { getTanggalLahir } from '../nilai-turunan.ts'
import { getSelesai, listRiwayat, type BarisRiwayat } from '../rekam.ts'
import { addBulan } from '../tanggal.ts'
import { aturan, listPasanganBerurut, listUlangan, type Aturan } from './aturan.ts'
import { getUrutanPendidikan } from './jabatan.ts'

/** A row of the whole year; quarters and months stand beside it. */
function isTahunan({ isi }: BarisRiwayat): boolean {
  return !isi['periode'] || /tahun/i.test(isi['periode'])
}

/** Numbers from 2014 to 2021 (PP 46/2011, PP 30/2019), ratings alone since (Permenpan RB 6/2022). */
function isRezimJanggal({ isi }: BarisRiwayat): boolean {
  const [tahun, nilai] = [isi['tahun'] ?? '', isi['nilai']]
  if (tahun >= '2022') return nilai !== null
  return tahun >= '2014' && nilai === null
}

/** Qualification, competency and performance (record model, section 3). */
export const aturanKualifikasiKinerja = {
  'PENDIDIKAN-01': aturan(
    'peringatan',
    'Tingkat pendidikan lebih rendah daripada yang lulus sebelumnya',
    'A lower level of education than one completed before',
    ({ rekam }) =>
      listPasanganBerurut(listRiwayat(rekam, 'pendidikan'))
        .filter(
          ([sebelum, kini]) =>
            getUrutanPendidikan(kini.isi['tingkat']) < getUrutanPendidikan(sebelum.isi['tingkat']),
        )
        .map(([, kini]) => kini),
  ),
  'PENDIDIKAN-02': aturan(
    'peringatan',
    'Lebih dari satu pendidikan saat CPNS',
    'More than one education at first appointment',
    ({ rekam }) =>
      listRiwayat(rekam, 'pendidikan')
        .filter(({ isi }) => isi['pendidikanAwal'] === 'ya')
        .slice(1),
  ),
  'PENDIDIKAN-03': aturan(
    'tolak',
    'Tahun lulus belum tiba',
    'The year of graduation has not come yet',
    ({ rekam, hariIni }) =>
      listRiwayat(rekam, 'pendidikan').filter(
        ({ isi }) =>
          (isi['tahunLulus'] ?? '') > hariIni.slice(0, 4) || (isi['tanggalLulus'] ?? '') > hariIni,
      ),
  ),
  'PENDIDIKAN-04': aturan(
    'peringatan',
    'Lulus sebelum berusia 10 tahun',
    'Graduated before the age of 10',
    ({ rekam }) => {
      const sepuluh = Number(getTanggalLahir(rekam).slice(0, 4)) + 10
      return listRiwayat(rekam, 'pendidikan').filter(
        ({ isi }) => Number(isi['tahunLulus'] ?? sepuluh) < sepuluh,
      )
    },
  ),
  'PENDIDIKAN-05': aturan(
    'info',
    'Belum diakui kepegawaian; tidak dihitung sebagai pendidikan terakhir',
    'Not recognised yet; not counted as the latest education',
    ({ rekam }) => listRiwayat(rekam, 'pendidikan').filter(({ isi }) => isi['diakui'] !== 'ya'),
  ),
  'DIKLAT-01': aturan(
    'peringatan',
    'Jumlah JP di luar 1 sampai 2000',
    'Hours outside 1 to 2000',
    ({ rekam }) =>
      listRiwayat(rekam, 'diklat').filter(({ isi }) => {
        const jp = Number(isi['jumlahJp'] ?? 1)
        return jp < 1 || jp > 2000
      }),
  ),
  'SERTIFIKASI-01': aturan(
    'peringatan',
    'Sertifikat berakhir atau akan berakhir dalam 3 bulan',
    'The certificate has ended or ends within 3 months',
    ({ rekam, hariIni }) =>
      listRiwayat(rekam, 'sertifikasi').filter(
        (satu) => (getSelesai(satu) ?? '9999') < addBulan(hariIni, 3),
      ),
  ),
  'KOMPETENSI-01': aturan(
    'peringatan',
    'Kompetensi ini sudah dinilai pada tanggal yang sama',
    'This competency was already assessed on the same day',
    ({ rekam }) =>
      listUlangan(
        listRiwayat(rekam, 'kompetensi'),
        ({ isi }) => `${isi['kompetensi'] ?? ''} ${isi['tanggal'] ?? ''}`,
      ),
  ),
  'KOMPETENSI-02': aturan(
    'info',
    'Level kompetensi di bawah standar jabatan',
    'The level of competency is below what the post asks for',
    ({ rekam }) =>
      listRiwayat(rekam, 'kompetensi').filter(
        ({ isi }) => Number(isi['level'] ?? 0) < Number(isi['standarLevel'] ?? 0),
      ),
  ),
  'KINERJA-01': aturan(
    'peringatan',
    'Kinerja tahunan untuk tahun ini sudah ada',
    'The performance of this year is already on record',
    ({ rekam }) =>
      listUlangan(
        listRiwayat(rekam, 'kinerja').filter(isTahunan),
        ({ isi }) => isi['tahun'] ?? null,
      ),
  ),
  'KINERJA-02': aturan(
    'peringatan',
    'Nilai angka wajib untuk 2014 sampai 2021 dan tidak dipakai sejak 2022',
    'A number is wanted for 2014 to 2021 and not used since 2022',
    ({ rekam }) => listRiwayat(rekam, 'kinerja').filter(isRezimJanggal),
  ),
  'KINERJA-03': aturan(
    'tolak',
    'Penilai tidak boleh pegawai yang dinilai',
    'Nobody appraises themselves',
    ({ rekam }) =>
      listRiwayat(rekam, 'kinerja').filter(({ isi }) => isi['penilaiNip'] === rekam.nip),
  ),
  'ANGKA-KREDIT-01': aturan(
    'tolak',
    'Periode angka kredit tumpang tindih',
    'The credit periods overlap',
    ({ rekam }) =>
      listPasanganBerurut(listRiwayat(rekam, 'angka_kredit'))
        .filter(
          ([sebelum, kini]) =>
            (sebelum.isi['periodeSelesai'] ?? '') >= (kini.isi['periodeMulai'] ?? ''),
        )
        .map(([, kini]) => kini),
  ),
} as const satisfies Record<string, Aturan>
