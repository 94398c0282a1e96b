import jenjangFungsional from '../../reference/jenjang-jabatan-fungsional.json' with { type: 'json' }
import tingkatPendidikan from '../../reference/tingkat-pendidikan.json' with { type: 'json' }
import type { IsiRiwayat } from '../jenis-riwayat.ts'
import { findJabatan, findPendidikanTerakhir, isPelaksanaTugas } from '../nilai-turunan.ts'
import { findJenjang, findJenjangDariNama } from '../pensiun.ts'
import {
  getSelesai,
  isBerlaku,
  listRiwayat,
  type BarisRiwayat,
  type RekamPegawai,
} from '../rekam.ts'
import { addBulan, getHariSebelum } from '../tanggal.ts'
import { aturan, listPasanganBerurut, whole, type Aturan } from './aturan.ts'

/** Structural and functional posts are held one at a time. */
function listJabatanTerbuka(rekam: RekamPegawai): BarisRiwayat[] {
  return listRiwayat(rekam, 'jabatan').filter(
    (satu) =>
      getSelesai(satu) === null &&
      !isPelaksanaTugas(satu) &&
      (satu.isi['jenisJabatan'] === '1' || satu.isi['jenisJabatan'] === '2'),
  )
}

/** Order of a level of education, 1 for SD to 13 for S-3; 0 for none. */
export function getUrutanPendidikan(tingkat: string | null | undefined): number {
  return tingkatPendidikan.baris.find(({ kode }) => kode === tingkat)?.urutan ?? 0
}

/** Keahlian asks for S-1 or D-IV, keterampilan for SLTA (PP 11/2017 Pasal 75 and 76). */
export function isPendidikanJfKurang(rekam: RekamPegawai, jabatan: IsiRiwayat, hariIni: string) {
  const jenjang = findJenjang(jabatan)
  const baris = jenjangFungsional.baris.find(({ kode }) => kode === jenjang)
  const terakhir = findPendidikanTerakhir(rekam, hariIni)?.['tingkat']
  if (jabatan['jenisJabatan'] !== '2' || baris === undefined || !terakhir) return false
  const minimal = baris.kategori === 'Keahlian' ? '35' : '15'
  return getUrutanPendidikan(terakhir) < getUrutanPendidikan(minimal)
}

export function isNamaFungsional(jabatan: IsiRiwayat): boolean {
  return (
    jabatan['jenisJabatan'] === '3' &&
    findJenjangDariNama(jabatan['namaJabatan'] ?? '') !== undefined
  )
}

/** Neither pays nor retires rightly: the echelon or the tier decides the retirement age. */
function isTingkatKosong({ isi }: BarisRiwayat): boolean {
  if (isi['jenisJabatan'] === '1') return isi['eselon'] === null
  return isi['jenisJabatan'] === '2' && findJenjang(isi) === undefined
}

const listPenempatanBerurut = (rekam: RekamPegawai) =>
  listPasanganBerurut(listRiwayat(rekam, 'penempatan'))

/** Posts, placements and transfers (record model, section 3; invariants 2 and 7). */
export const aturanJabatan = {
  'JABATAN-01': aturan(
    'tolak',
    'Lebih dari satu jabatan struktural atau fungsional yang belum berakhir',
    'More than one structural or functional post without an end',
    ({ rekam }) => listJabatanTerbuka(rekam).slice(1),
  ),
  'JABATAN-02': aturan(
    'peringatan',
    'Jabatan struktural ini juga dipangku pegawai lain',
    'Another employee holds this structural post too',
    ({ rekam, hariIni, fakta }) =>
      whole(findJabatan(rekam, hariIni)?.['jenisJabatan'] === '1' && (fakta.pemangkuLain ?? 0) > 0),
  ),
  'JABATAN-03': aturan(
    'peringatan',
    'Pendidikan di bawah syarat jabatan fungsional',
    'Education below what the functional post asks for',
    ({ rekam, hariIni }) =>
      listRiwayat(rekam, 'jabatan').filter(
        (satu) => isBerlaku(satu, hariIni) && isPendidikanJfKurang(rekam, satu.isi, hariIni),
      ),
  ),
  'JABATAN-04': aturan(
    'peringatan',
    'Jabatan pelaksana memakai nama jabatan fungsional',
    'A pelaksana post has the name of a functional one',
    ({ rekam }) => listRiwayat(rekam, 'jabatan').filter(({ isi }) => isNamaFungsional(isi)),
  ),
  'JABATAN-05': aturan(
    'info',
    'Plt/Plh tidak dihitung sebagai pemangku jabatan',
    'An acting holder is not counted as holder of the post',
    ({ rekam, hariIni }) =>
      listRiwayat(rekam, 'jabatan').filter(
        (satu) => isPelaksanaTugas(satu) && isBerlaku(satu, hariIni),
      ),
  ),
  'JABATAN-06': aturan(
    'peringatan',
    'Jabatan struktural tanpa eselon atau fungsional tanpa jenjang; usia pensiun tidak dapat dihitung',
    'A structural post without echelon or a functional one without tier; retirement cannot be computed',
    ({ rekam }) => listRiwayat(rekam, 'jabatan').filter(isTingkatKosong),
  ),
  'PENEMPATAN-01': aturan(
    'peringatan',
    'Penempatan tumpang tindih dengan penempatan sebelumnya',
    'The placement overlaps the one before',
    ({ rekam }) =>
      listPenempatanBerurut(rekam)
        .filter(([sebelum, kini]) => (getSelesai(sebelum) ?? '9999') >= (kini.isi['tmt'] ?? ''))
        .map(([, kini]) => kini),
  ),
  'PENEMPATAN-02': aturan(
    'peringatan',
    'Ada hari tanpa penempatan sebelum penempatan ini',
    'Days without a placement before this one',
    ({ rekam }) =>
      listPenempatanBerurut(rekam)
        .filter(
          ([sebelum, kini]) =>
            (getSelesai(sebelum) ?? '9999') < getHariSebelum(kini.isi['tmt'] ?? ''),
        )
        .map(([, kini]) => kini),
  ),
  'PENEMPATAN-03': aturan(
    'peringatan',
    'Unit kerja tidak aktif lagi; tetapkan penempatan baru',
    'The work unit is no longer active; a new placement is needed',
    ({ rekam, hariIni, fakta }) =>
      fakta.unitAktif === false
        ? listRiwayat(rekam, 'penempatan')
            .filter((satu) => isBerlaku(satu, hariIni))
            .slice(-1)
        : [],
  ),
  'MUTASI-01': aturan(
    'info',
    'Mutasi fasilitator: penugasan berakhir dan unit perlu pengganti',
    'Transfer of a facilitator: the assignment ends and the unit needs another',
    ({ rekam, hariIni, fakta }) =>
      fakta.fasilitator === true
        ? listRiwayat(rekam, 'mutasi').filter(
            ({ isi }) => (isi['tmt'] ?? '') > addBulan(hariIni, -1),
          )
        : [],
  ),
} as const satisfies Record<string, Aturan>
