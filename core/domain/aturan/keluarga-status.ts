import jenisHukuman from '../../reference/jenis-hukuman-disiplin.json' with { type: 'json' }
import { listBerlaku as listBarisBerlaku } from '../../reference/rujukan.ts'
import { listPasangan } from '../nilai-turunan.ts'
import {
  findBerlaku,
  getNilai,
  isBerlaku,
  listRiwayat,
  type BarisRiwayat,
  type RekamPegawai,
} from '../rekam.ts'
import { addBulan, getHariSebelum, hitungTahun } from '../tanggal.ts'
import { aturan, isAwalBulan, listUlangan, type Aturan } from './aturan.ts'

/** Until 21, or 25 while studying; unmarried (hubungan-keluarga). */
function isTunjanganLewat({ isi }: BarisRiwayat, hariIni: string): boolean {
  const usia = hitungTahun(isi['tanggalLahir'] ?? hariIni, hariIni)
  return isi['menikah'] === 'ya' || usia >= (isi['sekolah'] === 'ya' ? 25 : 21)
}

const listAnakTertunjang = (rekam: RekamPegawai) =>
  listRiwayat(rekam, 'anak').filter(({ isi }) => isi['tertunjang'] === 'ya')

/** The last day or the day after it: decrees write both. */
function isAkhirBeda({ isi }: BarisRiwayat): boolean {
  const [masa, akhir, tmt] = [isi['masa'], isi['akhir'], isi['tmt']]
  if (!masa || !akhir || !tmt) return false
  const hitung = addBulan(tmt, Number(masa))
  return akhir !== hitung && akhir !== getHariSebelum(hitung)
}

function isJenisHukumanAsing({ isi }: BarisRiwayat): boolean {
  const berlaku = listBarisBerlaku(jenisHukuman.baris, isi['tanggalSk'] ?? '')
  return berlaku.every(({ kode }) => kode !== isi['jenisHukuman'])
}

const kedudukanCltn = new Set(['02', '13'])

/** A leave that has ended and nobody said that the person is back. */
export function isCltnLewat({ isi }: BarisRiwayat, hariIni: string): boolean {
  return (isi['tanggalSelesai'] ?? '9999') < hariIni && (isi['aktifKembali'] ?? null) === null
}

/** Family, discipline, leave and the end of service (record model, section 3). */
export const aturanKeluargaStatus = {
  'PASANGAN-01': aturan(
    'peringatan',
    'Lebih dari satu suami/istri; perlu izin dan diperiksa administrator',
    'More than one spouse; needs a permit and is looked at by an administrator',
    ({ rekam, hariIni }) => listPasangan(rekam, hariIni).slice(1),
  ),
  'PASANGAN-02': aturan(
    'info',
    'Pasangan juga ASN; tautkan kedua rekam dan periksa tunjangan',
    'The spouse is an ASN too; link both records and check the allowance',
    ({ rekam, hariIni }) =>
      listPasangan(rekam, hariIni).filter(({ isi }) => getNilai(isi, 'nipPasangan') !== undefined),
  ),
  'ANAK-01': aturan(
    'peringatan',
    'Lebih dari dua anak mendapat tunjangan',
    'More than two children receive an allowance',
    ({ rekam }) => listAnakTertunjang(rekam).slice(2),
  ),
  'ANAK-02': aturan(
    'peringatan',
    'Anak melewati batas tunjangan: 21 tahun, 25 bila sekolah, belum menikah',
    'Past the limit of the allowance: 21 years, 25 while in education, unmarried',
    ({ rekam, hariIni }) =>
      listAnakTertunjang(rekam).filter((satu) => isTunjanganLewat(satu, hariIni)),
  ),
  'PENGHARGAAN-01': aturan(
    'peringatan',
    'Satyalancana Karya Satya ini sudah pernah diterima',
    'This medal for long service was already received',
    ({ rekam }) =>
      listUlangan(listRiwayat(rekam, 'penghargaan'), ({ isi }) =>
        isi['jenisPenghargaan']?.startsWith('SLKS') ? isi['jenisPenghargaan'] : null,
      ),
  ),
  'ORGANISASI-01': aturan(
    'peringatan',
    'ASN tidak boleh menjadi anggota partai politik; periksa organisasi ini',
    'ASN may not belong to a political party; look at this organisation',
    ({ rekam }) =>
      listRiwayat(rekam, 'organisasi').filter(({ isi }) => /\bpartai\b/i.test(isi['nama'] ?? '')),
  ),
  'HUKUMAN-01': aturan(
    'peringatan',
    'Akhir hukuman berbeda dari TMT ditambah masa hukuman',
    'The end differs from the beginning plus the length',
    ({ rekam }) => listRiwayat(rekam, 'hukuman_disiplin').filter(isAkhirBeda),
  ),
  'HUKUMAN-02': aturan(
    'peringatan',
    'Jenis hukuman tidak berlaku pada tanggal SK',
    'This kind of measure was not law on the day of the decree',
    ({ rekam }) => listRiwayat(rekam, 'hukuman_disiplin').filter(isJenisHukumanAsing),
  ),
  'CLTN-01': aturan(
    'peringatan',
    'CLTN telah berakhir dan belum dicatat aktif kembali',
    'The unpaid leave has ended and no return is on record',
    ({ rekam, hariIni }) => listRiwayat(rekam, 'cltn').filter((satu) => isCltnLewat(satu, hariIni)),
  ),
  'CLTN-02': aturan(
    'peringatan',
    'Sedang CLTN tetapi kedudukan hukum bukan CLTN',
    'On unpaid leave, and the legal position is another',
    ({ rekam, hariIni }) => {
      const kedudukan = getNilai(findBerlaku(rekam, 'kedudukan', hariIni), 'kedudukanHukum')
      return listRiwayat(rekam, 'cltn').filter(
        (satu) => isBerlaku(satu, hariIni) && !kedudukanCltn.has(kedudukan ?? ''),
      )
    },
  ),
  'PMK-01': aturan(
    'peringatan',
    'Peninjauan masa kerja lebih dari 10 tahun setelah TMT PNS',
    'Earlier service counted more than 10 years after TMT PNS',
    ({ rekam }) => {
      const tmtPns = getNilai(listRiwayat(rekam, 'pns').at(-1)?.isi, 'tmtPns')
      const batas = tmtPns === undefined ? '9999' : addBulan(tmtPns, 120)
      return listRiwayat(rekam, 'masa_kerja').filter(({ isi }) => (isi['tanggalSk'] ?? '') > batas)
    },
  ),
  'PEMBERHENTIAN-01': aturan(
    'peringatan',
    'TMT pensiun bukan tanggal 1',
    'Retirement does not begin on a first of a month',
    ({ rekam }) =>
      listRiwayat(rekam, 'pemberhentian').filter(
        ({ isi }) =>
          /pensiun/i.test(isi['jenisPemberhentian'] ?? '') && !isAwalBulan(isi['tmt'] ?? ''),
      ),
  ),
  'PEMBERHENTIAN-02': aturan(
    'info',
    'Akun ditutup sejak TMT pemberhentian',
    'The account is closed from the end of service on',
    ({ rekam }) => listRiwayat(rekam, 'pemberhentian'),
  ),
} as const satisfies Record<string, Aturan>
