import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseBerkasAwal } from '../../../../api-server/awal/berkas-awal.ts'

const panduan = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8')

it('takes the very file that the guide for the first day shows', () => {
  const contoh = /```json\n([\s\S]*?)```/.exec(panduan)?.[1] ?? ''
  const hasil = parseBerkasAwal(contoh)
  expect(hasil).not.toHaveProperty('salah')
  expect(hasil).toMatchObject({ administrator: [{ unit: '204.01' }, { unit: '204.01' }] })
})

it('says in Indonesian what is wrong and where, a word that nobody knows too', () => {
  const isi = {
    keputusan: { nomor: '1', tanggal: '20-11-2026' },
    administrator: [],
    kataSandi: 'x',
  }
  const hasil = parseBerkasAwal(JSON.stringify(isi))
  const salah = 'salah' in hasil ? hasil.salah : []
  expect(salah.map((satu) => satu.split(':', 1)[0])).toEqual(
    expect.arrayContaining(['keputusan.nomor', 'keputusan.tanggal', 'administrator', 'berkas']),
  )
  expect(salah.join('\n')).toContain('tanggal ditulis TTTT-BB-HH')
  expect(salah.join('\n')).not.toMatch(/\b(expected|invalid|too small)\b/i)
})
