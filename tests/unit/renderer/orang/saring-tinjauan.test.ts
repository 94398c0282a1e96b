import { expect, it } from 'vitest'
import type { BarisTinjauan } from '@meja/core/api/tinjauan.ts'
import {
  getKeadaanBaris,
  saringanAwal,
  saringBaris,
} from '../../../../renderer/features/orang/saring-tinjauan.ts'

const baris: BarisTinjauan = {
  id: '1',
  nama: 'Rina Uji Lestari',
  namaPengguna: 'fasilitator.rina',
  hak: 'fasilitator',
  perangkatDaerah: 'Dinas Uji Selatan',
  jumlahUnit: 1,
  mulai: '2026-01-01',
  sampai: null,
  dasar: '188/1/UJI',
  temuan: null,
  alasan: null,
  namaPeninjau: null,
  ditemukanPada: null,
  masihAda: true,
  sebabGugur: null,
  milikSaya: false,
}
const semua: BarisTinjauan[] = [
  baris,
  { ...baris, id: '2', temuan: 'cabut', masihAda: false },
  { ...baris, id: '3', masihAda: false },
  { ...baris, id: '4', hak: 'administrator', perangkatDaerah: null, temuan: 'tetap' },
]
const saring = (isi: Partial<typeof saringanAwal>) =>
  saringBaris(semua, { ...saringanAwal, ...isi }).map(({ id }) => id)

it('a right that ended by itself is not among those that wait, nor among the withdrawn', () => {
  expect(semua.map(getKeadaanBaris)).toEqual(['belum', 'cabut', 'berakhir', 'tetap'])
  expect(saring({ keadaan: 'belum' })).toEqual(['1'])
  expect(saring({ keadaan: 'berakhir' })).toEqual(['3'])
})

it('rows are narrowed by right and by office together; nothing chosen shows all', () => {
  expect(saring({})).toEqual(['1', '2', '3', '4'])
  expect(saring({ hak: 'administrator' })).toEqual(['4'])
  expect(saring({ hak: 'administrator', kantor: 'Dinas Uji Selatan' })).toEqual([])
  expect(saring({ kantor: 'Dinas Uji Selatan' })).toEqual(['1', '2', '3'])
})
