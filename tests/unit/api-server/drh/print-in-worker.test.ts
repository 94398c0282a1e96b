import { expect, it } from 'vitest'
import type { Drh } from '../../../../api-server/features/drh/draw-drh.ts'
import { printInWorker } from '../../../../api-server/features/drh/print-in-worker.ts'
import { readPdf } from '../../../support/read-pdf.ts'

function buildContoh(nama: string): Drh {
  return {
    pegawai: {
      nip: '198001012005012003',
      nama,
      gelarDepan: null,
      gelarBelakang: 'S.AP.',
      jabatan: null,
      golongan: 'III/b',
      unitKerja: 'Sekretariat',
      perangkatDaerah: 'Dinas Uji',
    },
    bagian: [{ judul: 'Keterangan perorangan', daftar: [], kosong: ['Anak'] }],
    disamarkan: false,
    waktu: new Date('2026-11-24T06:00:00Z'),
    oleh: 'Penguji (administrator)',
    nomorCetak: '00000000-0000-4000-8000-000000000000',
    dasar: null,
  }
}

it('one print that cannot be drawn is refused, and those around it come out, each its own', async () => {
  const rusak = { ...buildContoh('Rusak'), bagian: null } as unknown as Drh
  const [satu, galat, dua] = await Promise.allSettled([
    printInWorker(buildContoh('Wulan Uji')),
    printInWorker(rusak),
    printInWorker(buildContoh('Hadi Uji')),
  ])
  expect(galat.status).toBe('rejected')
  for (const [hasil, nama] of [
    [satu, 'Wulan Uji, S.AP.'],
    [dua, 'Hadi Uji, S.AP.'],
  ] as const) {
    if (hasil.status === 'rejected') throw hasil.reason
    const { halaman } = await readPdf(hasil.value)
    expect(halaman).toHaveLength(1)
    expect(halaman[0]).toContain(nama)
    expect(halaman[0]).toContain('24 November 2026 pukul 13.00 WIB')
  }
})

it('what cannot be handed to the thread is refused and stops nobody after it', async () => {
  const takTersalin = { ...buildContoh('Asing'), bagian: [() => {}] } as unknown as Drh
  await expect(printInWorker(takTersalin)).rejects.toThrow('could not be cloned')
  expect((await printInWorker(buildContoh('Wulan Uji'))).subarray(0, 5).toString()).toBe('%PDF-')
})
