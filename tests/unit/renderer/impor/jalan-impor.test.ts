import { describe, expect, it } from 'vitest'
import type { Impor } from '@meja/core/api/impor.ts'
import {
  getKemajuan,
  listTindakan,
  runLangkah,
} from '../../../../renderer/features/impor/jalan-impor.ts'

function buildImpor(
  status: Impor['status'],
  { siap = 3, peringatan = 1, ditolak = 0, masuk = 0 } = {},
): Impor {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    namaBerkas: 'diklat.xlsx',
    jenis: 'diklat',
    pegawaiBaru: false,
    status,
    dibuatPada: '2026-11-24T08:00:00Z',
    kolomLain: [],
    jumlah: { siap, peringatan, ditolak, masuk },
  }
}

describe('what may be done with an import', () => {
  it('is applying after the preview, and going on after a break', () => {
    expect(listTindakan(buildImpor('pratinjau'))).toEqual(['terapkan', 'batalkan'])
    expect(listTindakan(buildImpor('berjalan', { masuk: 2 }))).toEqual(['lanjutkan', 'batalkan'])
    expect(listTindakan(buildImpor('selesai', { masuk: 4 }))).toEqual(['batalkan'])
  })

  it('is fetching the rejected rows as long as there are any, also afterwards', () => {
    expect(listTindakan(buildImpor('dibatalkan', { ditolak: 2 }))).toEqual(['unduhDitolak'])
    expect(listTindakan(buildImpor('pratinjau', { siap: 0, peringatan: 0, ditolak: 2 }))).toEqual([
      'batalkan',
      'unduhDitolak',
    ])
  })

  it('has come as far as its rows that are in', () => {
    expect(getKemajuan(buildImpor('berjalan', { masuk: 1 }))).toEqual({
      masuk: 1,
      semua: 4,
      bagian: 0.25,
    })
  })
})

describe('taking rows in step by step', () => {
  function startLangkah(berhentiSetelah = Infinity) {
    let masuk = 0
    const terlihat: number[] = []
    const selesai = runLangkah(
      () => {
        masuk += 1
        return Promise.resolve({ impor: buildImpor('berjalan', { masuk }), sisa: 4 - masuk })
      },
      ({ jumlah }) => terlihat.push(jumlah.masuk),
      () => masuk >= berhentiSetelah,
    )
    return { terlihat, selesai }
  }

  it('goes on until none is left and shows each step', async () => {
    const { terlihat, selesai } = startLangkah()
    await selesai
    expect(terlihat).toEqual([1, 2, 3, 4])
  })

  it('stops between two steps when the hand says so', async () => {
    const { terlihat, selesai } = startLangkah(2)
    await selesai
    expect(terlihat).toEqual([1, 2])
  })
})
