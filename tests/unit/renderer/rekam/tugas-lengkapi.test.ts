import { describe, expect, it } from 'vitest'
import type { Kekurangan } from '@meja/core/api/kualitas.ts'
import { listTugas } from '../../../../renderer/features/rekam/tugas-lengkapi.ts'

const kurang = (ubah: Partial<Kekurangan>): Kekurangan => ({
  kelompok: 'pribadi',
  jenis: 'kartu_keluarga',
  apa: 'isian',
  kunci: 'nik',
  label: { id: 'Kartu keluarga: NIK', en: 'Family card: Citizen number' },
  olehAdministrator: false,
  riwayatId: null,
  ...ubah,
})

describe('what an employee is asked to bring', () => {
  it('a row that is missing is one task, however many fields it would have', () => {
    const { tugas } = listTugas([
      kurang({}),
      kurang({
        kunci: 'jalan',
        label: { id: 'Kartu keluarga: Alamat', en: 'Family card: Street' },
      }),
    ])
    expect(tugas).toMatchObject([
      { label: { id: 'Kartu keluarga' }, jalur: '/ajukan/kartu_keluarga', isian: [], bukti: false },
    ])
  })

  it('a row that lacks something is corrected, not added a second time', () => {
    const riwayatId = '00000000-0000-4000-8000-000000000001'
    const bukti = { id: 'Kartu keluarga: dokumen bukti', en: 'Family card: proof' }
    const { tugas } = listTugas([
      kurang({ riwayatId }),
      kurang({ riwayatId, apa: 'bukti', kunci: null, label: bukti }),
    ])
    expect(tugas).toMatchObject([
      {
        jalur: `/ajukan/kartu_keluarga?aksi=koreksi&riwayatId=${riwayatId}`,
        isian: [{ id: 'NIK' }],
        bukti: true,
      },
    ])
  })

  it('performance of two years is two tasks', () => {
    const tahun = (satu: number) =>
      kurang({
        jenis: 'kinerja',
        kunci: 'predikat',
        label: { id: `Kinerja ${satu}: Predikat`, en: `Performance ${satu}: Rating` },
      })
    expect(listTugas([tahun(2024), tahun(2025)]).tugas).toHaveLength(2)
  })

  it('leaves to administrators what only they enter, and says how much that is', () => {
    const rahasia = kurang({ jenis: 'kedudukan', olehAdministrator: true })
    expect(listTugas([rahasia, { ...rahasia, kunci: 'tmt' }, kurang({ jenis: 'akun' })])).toEqual({
      tugas: [],
      olehAdministrator: 1,
    })
  })
})
