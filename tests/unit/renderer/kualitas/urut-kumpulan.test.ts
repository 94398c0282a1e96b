import { expect, it } from 'vitest'
import type { KumpulanKualitas } from '@meja/core/api/kualitas.ts'
import {
  findTerbanyak,
  sortKumpulan,
} from '../../../../renderer/features/kualitas/urut-kumpulan.ts'

const buildSatu = (nama: string, pegawai: number, total: number | null): KumpulanKualitas => ({
  kode: nama,
  nama,
  pegawai,
  dinilai: total === null ? 0 : pegawai,
  lengkap: 0,
  kelengkapan: null,
  kualitas:
    total === null
      ? null
      : {
          total,
          dimensi: { completeness: total, timeliness: total, accuracy: total, consistency: total },
        },
  gagal: [],
})
const semua = [
  buildSatu('Badan', 5, null),
  buildSatu('Cabang', 9, 80),
  buildSatu('Asisten', 2, 80),
  buildSatu('Dinas', 7, 40),
]
const names = (urutan: Parameters<typeof sortKumpulan>[1]) =>
  sortKumpulan(semua, urutan).map(({ nama }) => nama)

it('the worst data come first, equals by name, and what nobody looked at last', () => {
  expect(names('kualitas')).toEqual(['Dinas', 'Asisten', 'Cabang', 'Badan'])
})

it('by people the largest comes first', () => {
  expect(names('pegawai')).toEqual(['Cabang', 'Dinas', 'Badan', 'Asisten'])
})

it('an office is told by the indicator that most of its people fail', () => {
  const gagal = [
    { kode: 'COM_1', jumlah: 2 },
    { kode: 'CON_1', jumlah: 5 },
  ] as const
  expect(findTerbanyak({ ...buildSatu('Dinas', 7, 40), gagal: [...gagal] })?.kode).toBe('CON_1')
  expect(findTerbanyak(buildSatu('Dinas', 7, 40))).toBeNull()
})
