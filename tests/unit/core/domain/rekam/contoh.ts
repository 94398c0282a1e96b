import { getDeskripsi, type JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { BarisRiwayat, RekamPegawai } from '@meja/core/domain/rekam.ts'

let urutan = 0

/** A row with every key of its description; null where nothing is said. */
export function baris(
  jenis: JenisRiwayat,
  isi: Record<string, string>,
  opsi: Partial<Pick<BarisRiwayat, 'id' | 'status'>> = {},
): BarisRiwayat {
  const kunci = getDeskripsi(jenis).isian.map((satu) => satu.kunci)
  const asing = Object.keys(isi).filter((satu) => !kunci.includes(satu))
  if (asing.length > 0) throw new Error(`${jenis} has no field ${asing.join(', ')}`)
  return {
    id: opsi.id ?? `${jenis}-${(urutan += 1)}`,
    jenis,
    isi: Object.fromEntries(kunci.map((satu) => [satu, isi[satu] ?? null])),
    status: opsi.status ?? 'valid',
  }
}

/** Amir of Perka BKN 22/2007: born 1 August 1966, appointed March 1988, male. */
export const nipAmir = '196608011988031001'
export const nipPppk = '200012312024211001'
export const hariIni = '2026-11-02'

export function rekam(...isi: readonly BarisRiwayat[]): RekamPegawai {
  return { nip: nipAmir, baris: isi }
}

export const sk = { nomorSk: '823/1023/204/2020', tanggalSk: '2020-01-15' }

export function pangkat(golongan: string, tmtGolongan: string, mkg?: number): BarisRiwayat {
  const masa: Record<string, string> = mkg === undefined ? {} : { masaKerjaGolongan: String(mkg) }
  return baris('pangkat', { ...sk, golongan, tmtGolongan, ...masa })
}

export function fungsional(
  namaJabatan: string,
  jenjang: string,
  tmtJabatan: string,
  selesai?: string,
): BarisRiwayat {
  const akhir: Record<string, string> = selesai === undefined ? {} : { selesai }
  const isi = { jenisJabatan: '2', namaJabatan, jenjang, tmtJabatan, unitKerja: 'Bidang Mutasi' }
  return baris('jabatan', { ...sk, ...isi, ...akhir })
}

export function struktural(
  namaJabatan: string,
  eselon: string | undefined,
  tmtJabatan: string,
  isi: Record<string, string> = {},
): BarisRiwayat {
  const pokok = { jenisJabatan: '1', namaJabatan, tmtJabatan, unitKerja: 'Sekretariat' }
  const tingkat: Record<string, string> = eselon === undefined ? {} : { eselon }
  return baris('jabatan', { ...sk, ...pokok, ...tingkat, ...isi })
}

export function pelaksana(namaJabatan: string, tmtJabatan: string): BarisRiwayat {
  const isi = { jenisJabatan: '3', namaJabatan, tmtJabatan, unitKerja: 'Subbagian Umum' }
  return baris('jabatan', { ...sk, ...isi })
}

export function pendidikan(
  tingkat: string,
  tahunLulus: string,
  isi: Record<string, string> = {},
): BarisRiwayat {
  const pokok = { programStudi: 'Hukum', namaSekolah: 'Sekolah Contoh', nomorIjazah: 'UN-1' }
  return baris('pendidikan', { tingkat, tahunLulus, ...pokok, diakui: 'ya', ...isi })
}

export function identitas(isi: Record<string, string> = {}): BarisRiwayat {
  return baris('identitas', {
    nama: 'Amir',
    tempatLahir: 'Surabaya',
    tanggalLahir: '1966-08-01',
    jenisKelamin: 'L',
    agama: '1',
    statusPerkawinan: '1',
    ...isi,
  })
}

export function cpns(tmtCpns: string, golongan = 'II/a'): BarisRiwayat {
  return baris('cpns', { ...sk, tmtCpns, golongan })
}

export function pns(tmtPns: string): BarisRiwayat {
  return baris('pns', { ...sk, tmtPns })
}
