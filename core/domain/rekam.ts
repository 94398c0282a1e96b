import { getDeskripsi, type IsiRiwayat, type JenisRiwayat } from './jenis-riwayat.ts'

/** Rows are never deleted: one that was corrected is replaced, one that never held is withdrawn. */
export type StatusRiwayat = 'valid' | 'digantikan' | 'dicabut'

export type BarisRiwayat = {
  readonly id: string
  readonly jenis: JenisRiwayat
  readonly isi: IsiRiwayat
  readonly status: StatusRiwayat
}

/** One person as the record tells it: the number and the rows of every history. */
export type RekamPegawai = {
  readonly nip: string
  readonly baris: readonly BarisRiwayat[]
}

/** First day on which a row's fact holds; a bare year stands before every day of it. */
export function getMulai({ jenis, isi }: BarisRiwayat): string | null {
  const { mulai } = getDeskripsi(jenis)
  return mulai === undefined ? null : (isi[mulai] ?? null)
}

/** Last day on which a row's fact holds; null while it is open. */
export function getSelesai({ jenis, isi }: BarisRiwayat): string | null {
  const { selesai } = getDeskripsi(jenis)
  return selesai === undefined ? null : (isi[selesai] ?? null)
}

/** The valid rows of one kind, oldest first; rows of the same day stay as they were written. */
export function listRiwayat(rekam: RekamPegawai, jenis: JenisRiwayat): BarisRiwayat[] {
  return rekam.baris
    .filter((satu) => satu.jenis === jenis && satu.status === 'valid')
    .toSorted((a, b) => {
      const [satu, dua] = [getMulai(a) ?? '', getMulai(b) ?? '']
      return satu < dua ? -1 : Number(satu > dua)
    })
}

/** True when the row's fact has begun and has not ended on this day. */
export function isBerlaku(baris: BarisRiwayat, tanggal: string): boolean {
  return (
    baris.status === 'valid' &&
    (getMulai(baris) ?? tanggal) <= tanggal &&
    (getSelesai(baris) ?? tanggal) >= tanggal
  )
}

/** The record as of a day: what had begun and had not ended. */
export function listBerlaku(rekam: RekamPegawai, tanggal: string): BarisRiwayat[] {
  return rekam.baris.filter((satu) => isBerlaku(satu, tanggal))
}

/** The latest row of a kind that holds on this day. */
export function findBerlakuBaris(
  rekam: RekamPegawai,
  jenis: JenisRiwayat,
  tanggal: string,
): BarisRiwayat | undefined {
  return listRiwayat(rekam, jenis).findLast((satu) => isBerlaku(satu, tanggal))
}

/** Its values: current is derived, never typed. */
export function findBerlaku(
  rekam: RekamPegawai,
  jenis: JenisRiwayat,
  tanggal: string,
): IsiRiwayat | undefined {
  return findBerlakuBaris(rekam, jenis, tanggal)?.isi
}

/** A row's value; undefined where the record says nothing. */
export function getNilai(isi: IsiRiwayat | undefined, kunci: string): string | undefined {
  return isi?.[kunci] ?? undefined
}
