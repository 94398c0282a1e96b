import eselon from '../../reference/eselon.json' with { type: 'json' }
import kedudukanHukum from '../../reference/kedudukan-hukum.json' with { type: 'json' }
import type { Konteks } from '../aturan/aturan.ts'
import { getUrutanPendidikan, isNamaFungsional, isPendidikanJfKurang } from '../aturan/jabatan.ts'
import { isCltnLewat } from '../aturan/keluarga-status.ts'
import { findUrutanGolongan, hitungMasaKerja } from '../masa-kerja.ts'
import {
  deriveNilai,
  findJabatan,
  findPendidikanTerakhir,
  getJenisPegawai,
} from '../nilai-turunan.ts'
import { findBerlaku, getNilai, listRiwayat, type RekamPegawai } from '../rekam.ts'
import { addBulan } from '../tanggal.ts'

const isPppk = ({ rekam, hariIni }: Konteks) => getJenisPegawai(rekam, hariIni).startsWith('PPPK')

function findTmt(rekam: RekamPegawai, jenis: 'cpns' | 'pns', kunci: string): string | undefined {
  return getNilai(listRiwayat(rekam, jenis).at(-1)?.isi, kunci)
}

/** A functional post is promised by name: "Calon Auditor" in a pelaksana post. */
function isCalonJfLama({ rekam, hariIni }: Konteks): boolean {
  const jabatan = findJabatan(rekam, hariIni)
  const calon = jabatan?.['jenisJabatan'] === '3' && /^calon\b/i.test(jabatan['namaJabatan'] ?? '')
  return calon && addBulan(jabatan['tmtJabatan'] ?? hariIni, 24) < hariIni
}

function isCpnsLama({ rekam, hariIni }: Konteks): boolean {
  const tmt = findTmt(rekam, 'cpns', 'tmtCpns')
  const cpns = getJenisPegawai(rekam, hariIni) === 'CPNS'
  return cpns && tmt !== undefined && addBulan(tmt, 12) < hariIni
}

/** Past the date of retirement, neither released nor in a legal position that is not active. */
function isBupMasihAktif({ rekam, hariIni }: Konteks): boolean {
  const { tmtPensiun, kedudukanHukum: kode } = deriveNilai(rekam, hariIni)
  const aktif = kedudukanHukum.baris.find((satu) => satu.kode === kode)?.aktif !== false
  const berhenti = findBerlaku(rekam, 'pemberhentian', hariIni) !== undefined
  return tmtPensiun !== null && tmtPensiun <= hariIni && aktif && !berhenti
}

/** True when the record and the law of the day have drifted apart (BKN, dimension of time). */
export const indikatorWaktu = {
  TIM_1: ({ fakta }: Konteks) => fakta.unitAktif === false,
  TIM_2: isCalonJfLama,
  TIM_3: isCpnsLama,
  TIM_4: ({ rekam, hariIni, fakta }: Konteks) =>
    findJabatan(rekam, hariIni)?.['jenisJabatan'] === '1' && (fakta.pemangkuLain ?? 0) > 0,
  TIM_5: isBupMasihAktif,
  TIM_6: ({ rekam, hariIni }: Konteks) =>
    listRiwayat(rekam, 'cltn').some((satu) => isCltnLewat(satu, hariIni)),
} as const

/** Works elsewhere without a decree that lends the person, or is lent and works at home. */
function isDiperbantukanJanggal({ rekam, hariIni }: Konteks): boolean {
  const kepegawaian = findBerlaku(rekam, 'kepegawaian', hariIni)
  const [induk, kerja] = [kepegawaian?.['instansiInduk'], kepegawaian?.['instansiKerja']]
  if (!induk || !kerja) return false
  const mutasi = findBerlaku(rekam, 'mutasi', hariIni)?.['jenisMutasi'] ?? ''
  return (induk !== kerja) !== /\b(diperbantukan|dipekerjakan|dpk|dpb)\b/i.test(mutasi)
}

/** Legal positions that only a PNS can be in. */
const kedudukanPns = new Set(['02', '03', '05', '06', '08', '11', '13'])

function isKedudukanPppkSalah(konteks: Konteks): boolean {
  const kedudukan = findBerlaku(konteks.rekam, 'kedudukan', konteks.hariIni)
  return isPppk(konteks) && kedudukanPns.has(kedudukan?.['kedudukanHukum'] ?? '')
}

/** Pengawas D-III, administrator and JPT S-1 or D-IV (PP 11/2017 Pasal 54 and 107). */
function isPendidikanStrukturalKurang({ rekam, hariIni }: Konteks): boolean {
  const jabatan = findJabatan(rekam, hariIni)
  const tingkat = findPendidikanTerakhir(rekam, hariIni)?.['tingkat']
  const golongan = (jabatan?.['eselon'] ?? '').charAt(0)
  if (jabatan?.['jenisJabatan'] !== '1' || !tingkat || !/[1-4]/.test(golongan)) return false
  return getUrutanPendidikan(tingkat) < getUrutanPendidikan(golongan === '4' ? '30' : '35')
}

/** PPPK are appointed since 2019. */
function isTahunPppkSalah(konteks: Konteks): boolean {
  const [tahun, tahunIni] = [konteks.rekam.nip.slice(8, 12), konteks.hariIni.slice(0, 4)]
  return isPppk(konteks) && (tahun < '2019' || tahun > tahunIni)
}

function isPangkatJptKurang({ rekam, hariIni }: Konteks): boolean {
  const baris = eselon.baris.find(({ kode }) => kode === findJabatan(rekam, hariIni)?.['eselon'])
  const golongan = findBerlaku(rekam, 'pangkat', hariIni)?.['golongan']
  if (baris?.subjenisJabatan !== 'JPT' || !golongan) return false
  const minimal = findUrutanGolongan(baris.pangkatTerendah ?? '') ?? 0
  return (findUrutanGolongan(golongan) ?? 0) < minimal
}

/** True when the record says what cannot be right (BKN, dimension of accuracy). */
export const indikatorAkurasi = {
  ACC_1: ({ rekam }: Konteks) =>
    (findTmt(rekam, 'cpns', 'tmtCpns') ?? '') > (findTmt(rekam, 'pns', 'tmtPns') ?? '9999'),
  ACC_2: isDiperbantukanJanggal,
  ACC_3: ({ rekam, hariIni }: Konteks) =>
    findJabatan(rekam, hariIni)?.['jenisJabatan'] === '1' &&
    (hitungMasaKerja(rekam, hariIni) ?? 24) < 24,
  ACC_4: isKedudukanPppkSalah,
  ACC_5: ({ fakta }: Konteks) => fakta.nikTervalidasi === false,
  ACC_6: isPendidikanStrukturalKurang,
  ACC_7: isTahunPppkSalah,
  ACC_8: ({ rekam, hariIni }: Konteks) =>
    isPendidikanJfKurang(rekam, findJabatan(rekam, hariIni) ?? {}, hariIni),
  ACC_9: ({ rekam, hariIni }: Konteks) => isNamaFungsional(findJabatan(rekam, hariIni) ?? {}),
  ACC_10: isPangkatJptKurang,
} as const
