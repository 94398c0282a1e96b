import { getDeskripsi } from '../jenis-riwayat.ts'
import {
  findPendidikanTerakhir,
  getJenisPegawai,
  getTanggalLahir,
  listPasangan,
} from '../nilai-turunan.ts'
import { getMulai, getNilai, getSelesai, listRiwayat, type RekamPegawai } from '../rekam.ts'
import { addBulan, hitungTahun } from '../tanggal.ts'
import { aturan, listUlangan, whole, type Aturan } from './aturan.ts'

/** Practice of East Java; a letter of elsewhere looks different and is not wrong (nip.md section 6). */
const polaNomorSk =
  /^\d{3}(\.\d+)*(\.[A-Z0-9]+)?\s*\/\s*[0-9A-Za-z.-]+(\s*\/\s*[0-9A-Za-z.-]+){1,3}$/
const polaKarpeg = /^([A-Z]{1,2}[ .]?\d{5,8}|[AB]\d{11})$/

function findTmt(rekam: RekamPegawai, jenis: 'cpns' | 'pns', kunci: string): string | undefined {
  return getNilai(listRiwayat(rekam, jenis).at(-1)?.isi, kunci)
}

/** 1 to 2 years of probation; the order alone is NIP-16. */
function isMasaPercobaanJanggal(tmtCpns: string | undefined, tmtPns: string): boolean {
  if (tmtCpns === undefined || tmtPns < tmtCpns) return false
  return tmtPns < addBulan(tmtCpns, 12) || tmtPns > addBulan(tmtCpns, 24)
}

function isStatusKawinJanggal(rekam: RekamPegawai, hariIni: string, status: string): boolean {
  const menikah = listPasangan(rekam, hariIni).length > 0
  return (status === '1') !== menikah
}

const isPppk = (rekam: RekamPegawai, hariIni: string) =>
  getJenisPegawai(rekam, hariIni).startsWith('PPPK')

/** Rules of every history, and of main data (record model, sections 1 and 2). */
export const aturanDataUtama = {
  'RIWAYAT-01': aturan(
    'tolak',
    'Tanggal berakhir mendahului tanggal mulai',
    'It ends before it begins',
    ({ rekam }) =>
      rekam.baris.filter((satu) => {
        const [mulai, selesai] = [getMulai(satu), getSelesai(satu)]
        return satu.status === 'valid' && mulai !== null && selesai !== null && selesai < mulai
      }),
  ),
  'RIWAYAT-02': aturan(
    'peringatan',
    'Nomor dan tanggal SK sama sudah ada pada riwayat ini; mungkin ganda',
    'The same decree number and date are already in this history; perhaps a duplicate',
    ({ rekam }) =>
      listUlangan(
        rekam.baris.filter((satu) => satu.status === 'valid'),
        ({ jenis, isi }) =>
          isi['nomorSk'] ? `${jenis} ${isi['nomorSk']} ${isi['tanggalSk'] ?? ''}` : null,
      ),
  ),
  'RIWAYAT-03': aturan(
    'peringatan',
    'Bentuk nomor SK tidak lazim; cocokkan dengan naskah',
    'Unusual form of a decree number; compare with the paper',
    ({ rekam }) =>
      rekam.baris.filter(({ status, isi }) => {
        const nomor = getNilai(isi, 'nomorSk')
        return status === 'valid' && nomor !== undefined && !polaNomorSk.test(nomor)
      }),
  ),
  'KARTU-01': aturan(
    'peringatan',
    'Bentuk nomor Karpeg atau Kartu ASN tidak lazim',
    'Unusual form of an employee card number',
    ({ rekam }) =>
      listRiwayat(rekam, 'nomor_kartu').filter(({ isi }) => {
        const nomor = getNilai(isi, 'nomorKarpeg')
        return nomor !== undefined && !polaKarpeg.test(nomor)
      }),
  ),
  'PEGAWAI-01': aturan(
    'peringatan',
    'Usia di luar 18 sampai 75 tahun',
    'Age outside 18 to 75 years',
    ({ rekam, hariIni }) => {
      const usia = hitungTahun(getTanggalLahir(rekam), hariIni)
      return whole(usia < 18 || usia > 75)
    },
  ),
  'PEGAWAI-02': aturan(
    'peringatan',
    'Status perkawinan tidak sesuai riwayat suami/istri',
    'The marital status does not fit the spouses on record',
    ({ rekam, hariIni }) =>
      listRiwayat(rekam, 'identitas').filter(({ isi }) =>
        isStatusKawinJanggal(rekam, hariIni, isi['statusPerkawinan'] ?? ''),
      ),
  ),
  'PEGAWAI-03': aturan(
    'peringatan',
    'TMT PNS tidak 1 sampai 2 tahun setelah TMT CPNS',
    'TMT PNS is not 1 to 2 years after TMT CPNS',
    ({ rekam }) =>
      listRiwayat(rekam, 'pns').filter(({ isi }) =>
        isMasaPercobaanJanggal(findTmt(rekam, 'cpns', 'tmtCpns'), isi['tmtPns'] ?? ''),
      ),
  ),
  'PEGAWAI-04': aturan(
    'peringatan',
    'PNS tanpa SK dan TMT PNS',
    'A civil servant without decree and date of appointment',
    ({ rekam, hariIni }) =>
      whole(getJenisPegawai(rekam, hariIni) === 'PNS' && listRiwayat(rekam, 'pns').length === 0),
  ),
  'PEGAWAI-05': aturan(
    'peringatan',
    'TMT SPMT mendahului TMT CPNS',
    'On duty before TMT CPNS',
    ({ rekam }) => {
      const tmtCpns = findTmt(rekam, 'cpns', 'tmtCpns') ?? ''
      return listRiwayat(rekam, 'spmt').filter(({ isi }) => (isi['tmtSpmt'] ?? '') < tmtCpns)
    },
  ),
  'PEGAWAI-06': aturan(
    'peringatan',
    'Tanggal STTPL tidak mendahului TMT PNS',
    'The basic training certificate is not earlier than TMT PNS',
    ({ rekam }) => {
      const tmtPns = findTmt(rekam, 'pns', 'tmtPns') ?? '9999'
      return listRiwayat(rekam, 'sttpl').filter(({ isi }) => (isi['tanggal'] ?? '') >= tmtPns)
    },
  ),
  'PEGAWAI-07': aturan(
    'tolak',
    'Perjanjian kerja PPPK hanya untuk PPPK',
    'A PPPK contract is for PPPK only',
    ({ rekam, hariIni }) => (isPppk(rekam, hariIni) ? [] : listRiwayat(rekam, 'pppk')),
  ),
  'PEGAWAI-08': aturan(
    'peringatan',
    'PPPK tidak memiliki SK CPNS, SK PNS, atau pangkat PNS',
    'PPPK have no appointment as CPNS or PNS and no PNS rank',
    ({ rekam, hariIni }) =>
      isPppk(rekam, hariIni)
        ? (['cpns', 'pns', 'pangkat'] as const).flatMap((jenis) => listRiwayat(rekam, jenis))
        : [],
  ),
  'PEGAWAI-09': aturan(
    'peringatan',
    'Pendidikan diploma atau lebih tinggi, gelar belum dicatat',
    'Diploma or higher education, and no title on record',
    ({ rekam, hariIni }) => {
      const tingkat = findPendidikanTerakhir(rekam, hariIni)?.['tingkat'] ?? '00'
      return whole(tingkat >= '20' && !listRiwayat(rekam, 'gelar').some(hasGelar))
    },
  ),
} as const satisfies Record<string, Aturan>

function hasGelar({ jenis, isi }: RekamPegawai['baris'][number]): boolean {
  return getDeskripsi(jenis).isian.some(({ kunci }) => (isi[kunci] ?? null) !== null)
}
