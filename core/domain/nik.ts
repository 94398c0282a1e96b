import { isTanggal } from './tanggal.ts'
import { getTemuan, pesanNik, type Temuan } from './temuan.ts'

export type KodeTemuanNik = keyof typeof pesanNik
export type TemuanNik = Temuan<KodeTemuanNik>

export type DataPembandingNik = {
  readonly tanggalLahir?: string
  readonly jenisKelamin?: 'L' | 'P'
}

/** First two digits: Sumatra, Java, Bali and Nusa Tenggara, Kalimantan, Sulawesi, Maluku, Papua. */
const kodeProvinsi = new Set(
  [
    [11, 19],
    [21, 21],
    [31, 36],
    [51, 53],
    [61, 65],
    [71, 76],
    [81, 82],
    [91, 97],
  ].flatMap(([dari = 0, sampai = 0]) =>
    Array.from({ length: sampai - dari + 1 }, (_, nol) => String(dari + nol)),
  ),
)

/**
 * Day and month without a century, which comes from the birth date and not from the number; with
 * no birth date a leap year lets 29 February pass. Women have 40 added to the day.
 */
function isTanggalNik(hari: number, bulan: string, tahunPendek: string, lahir: string | undefined) {
  const tahun =
    lahir !== undefined && lahir.slice(2, 4) === tahunPendek ? lahir.slice(0, 4) : '2000'
  return isTanggal(`${tahun}-${bulan}-${String(hari).padStart(2, '0')}`)
}

/**
 * Findings of the rules NIK-01 to NIK-06. All but the length are warnings: a NIK lasts for life and
 * stays even when the birth data in it was wrong or the person has moved (PP 40/2019 Pasal 30).
 */
export function checkNik(teks: string, data: DataPembandingNik = {}): TemuanNik[] {
  const nik = teks.replaceAll(/[\s.-]/g, '').replace(/^'/, '')
  if (!/^\d{16}$/.test(nik)) return [getTemuan(pesanNik, 'NIK-01')]
  const kode: KodeTemuanNik[] = []
  if (!kodeProvinsi.has(nik.slice(0, 2))) kode.push('NIK-02')
  const perempuan = Number(nik.slice(6, 8)) > 40
  const hari = Number(nik.slice(6, 8)) - (perempuan ? 40 : 0)
  const [bulan, tahun] = [nik.slice(8, 10), nik.slice(10, 12)]
  if (!isTanggalNik(hari, bulan, tahun, data.tanggalLahir)) kode.push('NIK-03')
  if (data.jenisKelamin !== undefined && (data.jenisKelamin === 'P') !== perempuan) {
    kode.push('NIK-04')
  }
  const lahir = `${tahun}-${bulan}-${String(hari).padStart(2, '0')}`
  if (data.tanggalLahir !== undefined && data.tanggalLahir.slice(2) !== lahir) kode.push('NIK-05')
  if (nik.endsWith('0000')) kode.push('NIK-06')
  return kode.map((satu) => getTemuan(pesanNik, satu))
}

/** `3578014101900001` in groups of four, easier to compare by eye. */
export function formatNik(nik: string): string {
  return nik.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
}
