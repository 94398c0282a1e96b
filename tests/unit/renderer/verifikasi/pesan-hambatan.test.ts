import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import verifikasiId from '../../../../renderer/locales/id/verifikasi.json' with { type: 'json' }
import {
  addBukti,
  createDraf,
  setNilai,
  setRincian,
  type Draf,
} from '../../../../renderer/features/verifikasi/draf.ts'
import { listPesanHambatan } from '../../../../renderer/features/verifikasi/pesan-hambatan.ts'
import { buildId, buildKasus, SHA_LAIN, SHA_PINDAIAN } from './contoh-kasus.ts'

const kasus = buildKasus(1)
const dokumenId = kasus.dokumen[0]?.id ?? ''
const i18n = createI18n({ legacy: false, locale: 'id', messages: { id: verifikasiId } })

function read(draf: Draf, hasil: 'sesuai' | 'dikembalikan' = 'sesuai', satu = kasus): string[] {
  return listPesanHambatan(satu, draf, hasil).map(({ pesan, nilai }) =>
    i18n.global.t(`verifikasi.kurang.${pesan}`, { ...nilai }),
  )
}

function seeAll(draf: Draf): Draf {
  return [1, 2].reduce(
    (lama, halaman) => addBukti(lama, { dokumenId, sha256: SHA_PINDAIAN, halaman }),
    draf,
  )
}

function judgeAll(draf: Draf): Draf {
  return ['pemilik', 'nomorSk', 'golongan'].reduce(
    (lama, kunci) => setNilai(lama, kunci, 'sesuai'),
    draf,
  )
}

describe('what is still missing', () => {
  it('names pages, fields and the original of an untouched case', () => {
    expect(read(createDraf(kasus, ''))).toEqual([
      'halaman 1, 2 belum dilihat',
      '3 isian belum dinilai',
      'asli belum dinyatakan dilihat',
    ])
  })

  it('leads to the first thing that is missing', () => {
    const draf = addBukti(createDraf(kasus, ''), { dokumenId, sha256: SHA_PINDAIAN, halaman: 1 })
    const [pertama, kedua] = listPesanHambatan(kasus, setNilai(draf, 'pemilik', 'sesuai'), 'sesuai')
    expect(pertama?.sasaran).toEqual({ tempat: 'halaman', dokumenId, halaman: 2 })
    expect(kedua?.sasaran).toEqual({ tempat: 'isian', kunci: 'nomorSk' })
  })

  it('is nothing when everything was seen, judged and stated', () => {
    const draf = judgeAll(seeAll(createDraf(kasus, '')))
    expect(read({ ...draf, asli: { metode: 'asli', tempat: 'Loket 2' } })).toEqual([])
  })

  it('asks for the place once the original is stated', () => {
    const draf = judgeAll(seeAll(createDraf(kasus, '')))
    expect(read({ ...draf, asli: { metode: 'asli', tempat: ' ' } })).toEqual([
      'tempat melihat asli belum diisi',
    ])
  })

  it('points to the return, not to pages, when a field fails', () => {
    const draf = setNilai(judgeAll(createDraf(kasus, '')), 'golongan', 'tidak_sesuai')
    expect(read(draf)).toEqual(['1 isian gagal: kembalikan usulan'])
    expect(listPesanHambatan(kasus, draf, 'sesuai')[0]?.sasaran).toEqual({ tempat: 'kembalikan' })
  })

  it('says that the shown scan is not the stored one', () => {
    let draf = judgeAll(createDraf(kasus, ''))
    draf = addBukti(draf, { dokumenId, sha256: SHA_LAIN, halaman: 1 })
    draf = { ...draf, asli: { metode: 'asli', tempat: 'Loket 2' } }
    expect(read(draf)).toEqual(['pindaian berubah: muat ulang kasus'])
  })

  it('says which document when there are several, and shortens long lists of pages', () => {
    const [dokumen] = kasus.dokumen
    if (dokumen === undefined) throw new Error('no document')
    const banyak = buildKasus(2, {
      dokumen: [dokumen, { ...dokumen, id: buildId(42), halaman: 20 }],
    })
    expect(read(seeAll(createDraf(banyak, '')), 'sesuai', banyak)[0]).toBe(
      'dokumen 2 halaman 1, 2 … 20 belum dilihat',
    )
  })
})

describe('what a return still needs', () => {
  it('wants a field that fails', () => {
    expect(read(judgeAll(createDraf(kasus, '')), 'dikembalikan')).toEqual([
      'belum ada isian yang dinilai gagal',
    ])
  })

  it('wants a reason on each failing field, and a note for "lainnya"', () => {
    let draf = setNilai(createDraf(kasus, ''), 'golongan', 'tidak_sesuai')
    expect(read(draf, 'dikembalikan')).toEqual(['1 isian belum punya alasan'])
    draf = setRincian(draf, 'golongan', { alasan: 'lainnya' })
    expect(read(draf, 'dikembalikan')).toEqual(['alasan lainnya perlu catatan'])
    draf = setRincian(draf, 'golongan', { catatan: 'Stempel tidak ada' })
    expect(read(draf, 'dikembalikan')).toEqual([])
  })
})
