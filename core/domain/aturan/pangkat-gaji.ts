import jenisHukuman from '../../reference/jenis-hukuman-disiplin.json' with { type: 'json' }
import { findGajiPokok, findUrutanGolongan, getPotonganMkg, hitungMkg } from '../masa-kerja.ts'
import { getJenisPegawai } from '../nilai-turunan.ts'
import {
  findBerlaku,
  getNilai,
  listRiwayat,
  type BarisRiwayat,
  type RekamPegawai,
} from '../rekam.ts'
import { addBulan, hitungBulan } from '../tanggal.ts'
import { aturan, isAwalBulan, listPasanganBerurut, listUlangan, type Aturan } from './aturan.ts'

const penurunanPangkat = new Set(
  jenisHukuman.baris
    .filter(({ label }) => label.startsWith('Penurunan pangkat'))
    .map(({ kode }) => kode),
)

function getUrutan({ isi }: BarisRiwayat): number {
  return findUrutanGolongan(isi['golongan'] ?? '') ?? 0
}

const getTmt = ({ isi }: BarisRiwayat): string => isi['tmtGolongan'] ?? ''

const listPangkatBerurut = (rekam: RekamPegawai) =>
  listPasanganBerurut(listRiwayat(rekam, 'pangkat'))

/** A grade was lowered by discipline on about that day: the decree and the new grade may differ by a month. */
function isTurunKarenaHukuman(rekam: RekamPegawai, tmt: string): boolean {
  return listRiwayat(rekam, 'hukuman_disiplin').some(
    ({ isi }) =>
      penurunanPangkat.has(isi['jenisHukuman'] ?? '') &&
      Math.abs(hitungBulan(isi['tmt'] ?? '', tmt)) <= 1,
  )
}

/** MKG that the row before would have grown to, less what the step into another block costs. */
function getMkgTumbuh(sebelum: BarisRiwayat, kini: BarisRiwayat): number | null {
  const tercatat = getNilai(sebelum.isi, 'masaKerjaGolongan')
  if (tercatat === undefined) return null
  const potongan = getPotonganMkg(sebelum.isi['golongan'] ?? '', kini.isi['golongan'] ?? '')
  return Math.max(0, Number(tercatat) + hitungBulan(getTmt(sebelum), getTmt(kini)) - potongan)
}

function isMkgBeda(rekam: RekamPegawai, sebelum: BarisRiwayat, kini: BarisRiwayat): boolean {
  const tercatat = getNilai(kini.isi, 'masaKerjaGolongan')
  const tumbuh = getMkgTumbuh(sebelum, kini)
  if (tercatat === undefined || tumbuh === null) return false
  // Counted service of before (PMK) lifts it; that decree is looked at by itself.
  const pmk = listRiwayat(rekam, 'masa_kerja').map(({ isi }) => Number(isi['masaDinilai'] ?? 0))
  const lebih = pmk.reduce((jumlah, bulan) => jumlah + bulan, 0)
  return Number(tercatat) < tumbuh || Number(tercatat) > tumbuh + lebih
}

/** Pay that the table does not give for that grade, service and day; 80 % for CPNS is in order. */
function isGajiBeda(rekam: RekamPegawai, isi: BarisRiwayat['isi'], tmt: string): boolean {
  const gaji = getNilai(isi, 'gajiPokok')
  const mkg = getNilai(isi, 'masaKerjaGolongan') ?? hitungMkg(rekam, tmt)
  const penuh = findGajiPokok(isi['golongan'] ?? '', Number(mkg ?? 0), tmt)
  if (gaji === undefined || penuh === undefined || Number(gaji) === penuh) return false
  const cpns = isi['jenisGaji'] === 'CPNS' || getJenisPegawai(rekam, tmt) === 'CPNS'
  return !(cpns && Number(gaji) === Math.round(penuh * 0.8))
}

/** Kinds that follow no period (jenis-kenaikan-pangkat). */
const tanpaPeriode = new Set(['ANUMERTA', 'PENGABDIAN'])

/** Ranks and pay (record model, section 3; invariants 1 and 6). */
export const aturanPangkatGaji = {
  'PANGKAT-01': aturan(
    'tolak',
    'Golongan lebih rendah daripada sebelumnya tanpa hukuman disiplin',
    'A lower grade than before, and no disciplinary measure',
    ({ rekam }) =>
      listPangkatBerurut(rekam)
        .filter(
          ([sebelum, kini]) =>
            getUrutan(kini) < getUrutan(sebelum) && !isTurunKarenaHukuman(rekam, getTmt(kini)),
        )
        .map(([, kini]) => kini),
  ),
  'PANGKAT-02': aturan(
    'tolak',
    'Dua riwayat pangkat dengan TMT sama',
    'Two ranks effective from the same day',
    ({ rekam }) => listUlangan(listRiwayat(rekam, 'pangkat'), getTmt),
  ),
  'PANGKAT-03': aturan(
    'peringatan',
    'Kenaikan pangkat kurang dari 2 tahun setelah pangkat sebelumnya',
    'Promoted less than 2 years after the rank before',
    ({ rekam }) =>
      listPangkatBerurut(rekam)
        .filter(
          ([sebelum, kini]) =>
            getUrutan(kini) > getUrutan(sebelum) && getTmt(kini) < addBulan(getTmt(sebelum), 24),
        )
        .map(([, kini]) => kini),
  ),
  'PANGKAT-04': aturan(
    'peringatan',
    'Pangkat pertama tidak sama dengan golongan dan TMT CPNS',
    'The first rank differs from the grade and date of first appointment',
    ({ rekam }) => {
      const awal = listRiwayat(rekam, 'cpns').at(-1)?.isi
      return listRiwayat(rekam, 'pangkat')
        .slice(0, 1)
        .filter(
          (satu) =>
            awal !== undefined &&
            (satu.isi['golongan'] !== awal['golongan'] || getTmt(satu) !== awal['tmtCpns']),
        )
    },
  ),
  'PANGKAT-05': aturan(
    'peringatan',
    'TMT golongan bukan tanggal 1',
    'The rank is not effective from a first of a month',
    ({ rekam }) =>
      listRiwayat(rekam, 'pangkat').filter(
        (satu) => !isAwalBulan(getTmt(satu)) && !tanpaPeriode.has(satu.isi['jenisKp'] ?? ''),
      ),
  ),
  'PANGKAT-06': aturan(
    'peringatan',
    'Masa kerja golongan berbeda dari hasil hitung sejak pangkat sebelumnya',
    'Time in grade differs from what has grown since the rank before',
    ({ rekam }) =>
      listPangkatBerurut(rekam)
        .filter(([sebelum, kini]) => isMkgBeda(rekam, sebelum, kini))
        .map(([, kini]) => kini),
  ),
  'PANGKAT-07': aturan(
    'peringatan',
    'Gaji pokok pada SK pangkat tidak sesuai tabel gaji',
    'Base pay in the decree on rank differs from the pay table',
    ({ rekam }) =>
      listRiwayat(rekam, 'pangkat').filter((satu) => isGajiBeda(rekam, satu.isi, getTmt(satu))),
  ),
  'GAJI-01': aturan(
    'peringatan',
    'Gaji pokok tidak sesuai tabel gaji pada tanggal itu',
    'Base pay differs from the pay table of that day',
    ({ rekam }) =>
      listRiwayat(rekam, 'gaji').filter(({ isi }) => isGajiBeda(rekam, isi, isi['tmtGaji'] ?? '')),
  ),
  'GAJI-02': aturan(
    'peringatan',
    'TMT gaji bukan tanggal 1',
    'Pay is not effective from a first of a month',
    ({ rekam }) =>
      listRiwayat(rekam, 'gaji').filter(({ isi }) => !isAwalBulan(isi['tmtGaji'] ?? '')),
  ),
  'GAJI-03': aturan(
    'peringatan',
    'Golongan pada SK gaji berbeda dari riwayat pangkat',
    'The grade in the decree on pay differs from the rank history',
    ({ rekam }) =>
      listRiwayat(rekam, 'gaji').filter(({ isi }) => {
        const pangkat = findBerlaku(rekam, 'pangkat', isi['tmtGaji'] ?? '')
        return pangkat !== undefined && pangkat['golongan'] !== isi['golongan']
      }),
  ),
} as const satisfies Record<string, Aturan>
