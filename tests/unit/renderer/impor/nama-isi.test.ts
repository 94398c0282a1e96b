import { expect, it } from 'vitest'
import type { Impor } from '@meja/core/api/impor.ts'
import { describeIsian } from '../../../../renderer/features/impor/nama-isi.ts'

const impor: Impor = {
  id: '00000000-0000-4000-8000-000000000001',
  namaBerkas: 'pegawai-baru.csv',
  jenis: 'identitas',
  pegawaiBaru: true,
  status: 'pratinjau',
  dibuatPada: '2026-11-24T08:00:00Z',
  kolomLain: [],
  jumlah: { siap: 0, peringatan: 1, ditolak: 0, masuk: 0 },
}

it.each([
  ['agama', 'Agama'],
  ['cpns.nomorSk', 'Pengangkatan CPNS, Nomor SK'],
  ['pns.nomorSk', 'Pengangkatan PNS, Nomor SK'],
  ['lama.sekali', null],
  [undefined, null],
])('a finding on %s names its field, and the kind where another has the same', (kunci, nama) => {
  expect(describeIsian(impor, kunci, 'id')).toBe(nama)
})
