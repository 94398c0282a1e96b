import type { IsiRiwayat } from './jenis-riwayat.ts'
import {
  findGajiPokok,
  findPangkat,
  findTmtKgbBerikutnya,
  hitungMasaKerja,
  hitungMkg,
} from './masa-kerja.ts'
import { findBup, findJenjang } from './pensiun.ts'
import {
  findBerlaku,
  getMulai,
  getNilai,
  isBerlaku,
  listRiwayat,
  type BarisRiwayat,
  type RekamPegawai,
} from './rekam.ts'
import { hitungTahun, hitungTmtPensiun } from './tanggal.ts'

/** Current values (record model, section 2, class X): computed, never typed; null when unknown. */
export type NilaiTurunan = {
  readonly jenisPegawai: string | null
  readonly kedudukanHukum: string | null
  readonly golongan: string | null
  readonly pangkat: string | null
  readonly tmtGolongan: string | null
  /** Months. */
  readonly masaKerjaGolongan: number | null
  readonly jabatan: string | null
  readonly jenisJabatan: string | null
  readonly eselon: string | null
  readonly jenjang: string | null
  readonly kelasJabatan: string | null
  readonly tmtJabatan: string | null
  /** Code in the organisation tree, and the words of the post's decree. */
  readonly unit: string | null
  readonly unitKerja: string | null
  readonly pendidikanTerakhir: string | null
  /** Whole rupiah. */
  readonly gajiPokok: number | null
  readonly tmtKgbBerikutnya: string | null
  readonly usia: number | null
  readonly bup: number | null
  readonly tmtPensiun: string | null
  /** Months, from the first day in service with PMK. */
  readonly masaKerja: number | null
  readonly jumlahPasangan: number
  readonly jumlahAnak: number
}

/** The paper's date, else the NIP's: only BKN mends a NIP, and only paper overrules it here. */
export function getTanggalLahir(rekam: RekamPegawai): string {
  const { nip } = rekam
  return (
    getNilai(listRiwayat(rekam, 'identitas').at(-1)?.isi, 'tanggalLahir') ??
    `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  )
}

/** As the record says; where it is silent, by the appointments, and at last by digit 13 of the NIP. */
export function getJenisPegawai(rekam: RekamPegawai, tanggal: string): string {
  const tercatat = getNilai(findBerlaku(rekam, 'kepegawaian', tanggal), 'jenisPegawai')
  if (tercatat !== undefined) return tercatat
  if (findBerlaku(rekam, 'pns', tanggal) !== undefined) return 'PNS'
  if (findBerlaku(rekam, 'cpns', tanggal) !== undefined) return 'CPNS'
  return rekam.nip.charAt(12) === '2' ? 'PPPK' : 'PNS'
}

export function isPelaksanaTugas({ isi }: BarisRiwayat): boolean {
  return isi['jenisMutasi'] === 'plt' || isi['jenisMutasi'] === 'plh'
}

/** The post really held; acting holders are flagged and not counted. */
export function findJabatan(rekam: RekamPegawai, tanggal: string): IsiRiwayat | undefined {
  return listRiwayat(rekam, 'jabatan').findLast(
    (satu) => isBerlaku(satu, tanggal) && !isPelaksanaTugas(satu),
  )?.isi
}

/** The highest level that the personnel office has recognised; of equals the later. */
export function findPendidikanTerakhir(
  rekam: RekamPegawai,
  tanggal: string,
): IsiRiwayat | undefined {
  // Order by code, not by label (tingkat-pendidikan); toSorted keeps the order of years.
  return listRiwayat(rekam, 'pendidikan')
    .filter((satu) => satu.isi['diakui'] === 'ya' && isBerlaku(satu, tanggal))
    .toSorted((a, b) => Number(a.isi['tingkat'] ?? 0) - Number(b.isi['tingkat'] ?? 0))
    .at(-1)?.isi
}

function isMenikahPada({ isi }: BarisRiwayat, tanggal: string): boolean {
  const berakhir = getNilai(isi, 'tanggalBerakhir')
  if ((isi['tanggalNikah'] ?? '') > tanggal) return false
  if (berakhir !== undefined) return berakhir > tanggal
  return isi['status'] !== 'cerai' && isi['status'] !== 'meninggal'
}

/** Spouses on this day; a marriage that has ended on an unknown day has ended. */
export function listPasangan(rekam: RekamPegawai, tanggal: string): BarisRiwayat[] {
  return listRiwayat(rekam, 'pasangan').filter((satu) => isMenikahPada(satu, tanggal))
}

/** What the latest decree on pay or grade says, where no table is known for the day. */
function findGajiTercatat(rekam: RekamPegawai, tanggal: string): number | undefined {
  const rupiah = [...listRiwayat(rekam, 'pangkat'), ...listRiwayat(rekam, 'gaji')]
    .filter((satu) => isBerlaku(satu, tanggal) && getNilai(satu.isi, 'gajiPokok') !== undefined)
    .toSorted((a, b) => ((getMulai(a) ?? '') < (getMulai(b) ?? '') ? -1 : 1))
    .at(-1)?.isi['gajiPokok']
  return rupiah ? Number(rupiah) : undefined
}

function deriveGajiPokok(
  rekam: RekamPegawai,
  golongan: string | undefined,
  tanggal: string,
): number | null {
  const penuh = findGajiPokok(golongan ?? '', hitungMkg(rekam, tanggal) ?? 0, tanggal)
  if (penuh === undefined) return findGajiTercatat(rekam, tanggal) ?? null
  // CPNS are paid 80 % (PP 7/1977 Pasal 5(1)).
  return getJenisPegawai(rekam, tanggal) === 'CPNS' ? Math.round(penuh * 0.8) : penuh
}

function deriveJabatan(jabatan: IsiRiwayat | undefined, tanggalLahir: string) {
  const bup = jabatan && findBup(jabatan)
  return {
    jabatan: jabatan?.['namaJabatan'] ?? null,
    jenisJabatan: jabatan?.['jenisJabatan'] ?? null,
    eselon: jabatan?.['eselon'] ?? null,
    jenjang: (jabatan?.['jenisJabatan'] === '2' ? findJenjang(jabatan) : undefined) ?? null,
    kelasJabatan: jabatan?.['kelasJabatan'] ?? null,
    tmtJabatan: jabatan?.['tmtJabatan'] ?? null,
    unitKerja: jabatan?.['unitKerja'] ?? null,
    bup: bup ?? null,
    tmtPensiun: bup === undefined ? null : hitungTmtPensiun(tanggalLahir, bup),
  }
}

function deriveGolongan(rekam: RekamPegawai, tanggal: string) {
  const pangkat = findBerlaku(rekam, 'pangkat', tanggal)
  // PPPK have a grade by contract, neither rank nor MKG.
  const pppk = pangkat ?? findBerlaku(rekam, 'pppk', tanggal)
  const golongan = getNilai(pppk, 'golongan')
  return {
    golongan: golongan ?? null,
    pangkat: findPangkat(golongan ?? '') ?? null,
    tmtGolongan: pppk?.['tmtGolongan'] ?? pppk?.['tmtPppk'] ?? null,
    masaKerjaGolongan: hitungMkg(rekam, tanggal) ?? null,
    gajiPokok: deriveGajiPokok(rekam, golongan, tanggal),
    tmtKgbBerikutnya: findTmtKgbBerikutnya(rekam, tanggal) ?? null,
  }
}

/** Every current value of a person as of a day, from the valid rows and the law of that day. */
export function deriveNilai(rekam: RekamPegawai, tanggal: string): NilaiTurunan {
  const tanggalLahir = getTanggalLahir(rekam)
  return {
    ...deriveGolongan(rekam, tanggal),
    ...deriveJabatan(findJabatan(rekam, tanggal), tanggalLahir),
    jenisPegawai: getJenisPegawai(rekam, tanggal),
    kedudukanHukum: getNilai(findBerlaku(rekam, 'kedudukan', tanggal), 'kedudukanHukum') ?? null,
    unit: getNilai(findBerlaku(rekam, 'penempatan', tanggal), 'unit') ?? null,
    pendidikanTerakhir: findPendidikanTerakhir(rekam, tanggal)?.['tingkat'] ?? null,
    usia: hitungTahun(tanggalLahir, tanggal),
    masaKerja: hitungMasaKerja(rekam, tanggal) ?? null,
    jumlahPasangan: listPasangan(rekam, tanggal).length,
    jumlahAnak: listRiwayat(rekam, 'anak').filter((satu) => isBerlaku(satu, tanggal)).length,
  }
}
