import golonganPns from '../reference/golongan-pns.json' with { type: 'json' }
import tabelGaji from '../reference/gaji-pokok-pns.json' with { type: 'json' }
import { listBerlaku as listBarisBerlaku } from '../reference/rujukan.ts'
import { getNilai, listRiwayat, type RekamPegawai } from './rekam.ts'
import { addBulan, hitungBulan } from './tanggal.ts'

/** Service counted for the grade: so many months on the day they were stated or reckoned. */
type PangkalMkg = { readonly golongan: string; readonly tanggal: string; readonly bulan: number }

/** Order of a PNS grade, 1 for I/a to 17 for IV/e; undefined for a PPPK grade. */
export function findUrutanGolongan(golongan: string): number | undefined {
  return golonganPns.baris.find(({ kode }) => kode === golongan)?.urutan
}

export function findPangkat(golongan: string): string | undefined {
  return golonganPns.baris.find(({ kode }) => kode === golongan)?.pangkat
}

const blokGolongan = ['I/', 'II/', 'III/', 'IV/']

function findBlok(golongan: string): number {
  return blokGolongan.findIndex((awalan) => golongan.startsWith(awalan))
}

/** Months lost on entering the next block of grades: 6 years from I to II, 5 from II to III. */
export function getPotonganMkg(dari: string, ke: string): number {
  const [asal, tujuan] = [findBlok(dari), findBlok(ke)]
  if (asal < 0 || tujuan < asal) return 0
  return [72, 60, 0].slice(asal, tujuan).reduce((jumlah, satu) => jumlah + satu, 0)
}

/** MKG on the first day of a grade, grown from the last one; never below zero. */
function nextPangkal(sebelum: PangkalMkg | undefined, golongan: string, tanggal: string) {
  if (sebelum === undefined) return 0
  const tumbuh = sebelum.bulan + hitungBulan(sebelum.tanggal, tanggal)
  return Math.max(0, tumbuh - getPotonganMkg(sebelum.golongan, golongan))
}

/**
 * Where counting starts on a day: the grade then held, with the months that its decree states or,
 * where it states none, those grown since the grade before. A decree on earlier service (PMK) sets
 * them anew within the grade.
 */
export function findPangkalMkg(rekam: RekamPegawai, tanggal: string): PangkalMkg | undefined {
  const langkah = [
    ...listRiwayat(rekam, 'pangkat').map(({ isi }) => ({ isi, mulai: isi['tmtGolongan'] ?? '' })),
    ...listRiwayat(rekam, 'gaji')
      .filter(({ isi }) => isi['jenisGaji'] === 'PMK' && getNilai(isi, 'masaKerjaGolongan'))
      .map(({ isi }) => ({ isi, mulai: isi['tmtGaji'] ?? '' })),
  ].toSorted((a, b) => (a.mulai < b.mulai ? -1 : Number(a.mulai > b.mulai)))
  let pangkal: PangkalMkg | undefined
  for (const { isi, mulai } of langkah) {
    if (mulai > tanggal || mulai === '') continue
    const tercatat = getNilai(isi, 'masaKerjaGolongan')
    const pmk = 'tmtGaji' in isi
    const golongan = pmk && pangkal !== undefined ? pangkal.golongan : (isi['golongan'] ?? '')
    const bulan = tercatat === undefined ? nextPangkal(pangkal, golongan, mulai) : Number(tercatat)
    pangkal = { golongan, tanggal: mulai, bulan }
  }
  return pangkal
}

/** Masa kerja golongan in months; undefined before the first grade. */
export function hitungMkg(rekam: RekamPegawai, tanggal: string): number | undefined {
  const pangkal = findPangkalMkg(rekam, tanggal)
  return pangkal && pangkal.bulan + hitungBulan(pangkal.tanggal, tanggal)
}

function listLangkahGaji(golongan: string, tanggal: string) {
  const baris = listBarisBerlaku(tabelGaji.baris, tanggal)
  return baris.find((satu) => satu.golongan === golongan)?.langkah ?? []
}

/**
 * Base pay of the table in force that day: the highest step not above the whole years in grade.
 * A grade whose table begins later (II/b at 3 years) pays its first step. Undefined where no table
 * is known: before 2024, and for PPPK.
 */
export function findGajiPokok(golongan: string, mkg: number, tanggal: string): number | undefined {
  const langkah = listLangkahGaji(golongan, tanggal)
  return (langkah.findLast((satu) => satu.mkg * 12 <= mkg) ?? langkah[0])?.gaji
}

/** The day on which the months in grade reach the next step of the table; undefined at the top. */
export function findTmtKgbBerikutnya(rekam: RekamPegawai, tanggal: string): string | undefined {
  const pangkal = findPangkalMkg(rekam, tanggal)
  if (pangkal === undefined) return undefined
  const mkg = pangkal.bulan + hitungBulan(pangkal.tanggal, tanggal)
  const [pertama, ...lain] = listLangkahGaji(pangkal.golongan, tanggal)
  if (pertama === undefined) return undefined
  // The first step is paid from the first day in grade, so it is never a rise.
  const berikut = lain.find((satu) => satu.mkg * 12 > mkg)
  return berikut && addBulan(pangkal.tanggal, berikut.mkg * 12 - pangkal.bulan)
}

/** First day in service: TMT CPNS or of the first PPPK contract. */
export function findTmtMasuk(rekam: RekamPegawai): string | undefined {
  const cpns = getNilai(listRiwayat(rekam, 'cpns').at(-1)?.isi, 'tmtCpns')
  return cpns ?? getNilai(listRiwayat(rekam, 'pppk')[0]?.isi, 'tmtPppk')
}

/**
 * Masa kerja keseluruhan in months: from the first day in service, with the earlier service that
 * decrees (PMK) have counted by then. Never to be mixed with MKG (nip.md section 7).
 */
export function hitungMasaKerja(rekam: RekamPegawai, tanggal: string): number | undefined {
  const tmt = findTmtMasuk(rekam)
  if (tmt === undefined || tmt > tanggal) return undefined
  const pmk = listRiwayat(rekam, 'masa_kerja')
    .filter(({ isi }) => (isi['tanggalSk'] ?? '') <= tanggal)
    .map(({ isi }) => Number(isi['masaDinilai'] ?? 0))
  return pmk.reduce((jumlah, bulan) => jumlah + bulan, hitungBulan(tmt, tanggal))
}
