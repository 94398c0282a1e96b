import { describe, expect, it } from 'vitest'
import { Keputusan } from '@meja/core/api/verifikasi.ts'
import {
  addBukti,
  buildKeputusan,
  createDraf,
  isDrafBerlaku,
  listKunciGagal,
  setNilai,
  setRincian,
} from '../../../../renderer/features/verifikasi/draf.ts'
import { buildId, buildKasus, SHA_LAIN, SHA_PINDAIAN } from './contoh-kasus.ts'

const kasus = buildKasus(1)
const dokumenId = kasus.dokumen[0]?.id ?? ''
const perintah = { transactionId: buildId(11), pada: new Date('2026-11-24T01:00:00Z') }

describe('a draft', () => {
  it('says nothing by itself: the place is offered, the original is not stated', () => {
    const draf = createDraf(kasus, 'Loket 2')
    const keputusan = buildKeputusan(kasus, draf, 'sesuai', perintah)
    expect(keputusan.penilaian).toEqual([])
    expect(keputusan.bukti).toEqual([])
    expect(keputusan.asli).toBeNull()
  })

  it('becomes a decision with evidence, in the order of the screen', () => {
    let draf = createDraf(kasus, '')
    draf = setNilai(draf, 'golongan', 'sesuai')
    draf = setNilai(draf, 'pemilik', 'sesuai')
    draf = addBukti(draf, { dokumenId, sha256: SHA_PINDAIAN, halaman: 2 })
    draf = addBukti(draf, { dokumenId, sha256: SHA_PINDAIAN, halaman: 1 })
    draf = { ...draf, asli: { metode: 'legalisir', tempat: ' Loket 2 ' } }
    const keputusan = buildKeputusan(kasus, draf, 'sesuai', perintah)

    expect(keputusan.versiDilihat).toEqual({ usulan: 1, riwayat: 3 })
    expect(keputusan.penilaian.map(({ kunci }) => kunci)).toEqual(['pemilik', 'golongan'])
    expect(keputusan.bukti).toEqual([{ dokumenId, sha256: SHA_PINDAIAN, halamanDilihat: [1, 2] }])
    expect(keputusan.asli).toEqual({ metode: 'legalisir', tempat: 'Loket 2' })
    expect(Keputusan.safeParse(keputusan).success).toBe(true)
  })

  it('sends reason, note and spot of a field that fails, and none of one that does not', () => {
    const pin = { dokumenId, halaman: 1, x: 0.4, y: 0.6 }
    let draf = setNilai(createDraf(kasus, ''), 'golongan', 'tidak_sesuai')
    draf = setRincian(draf, 'golongan', {
      alasan: 'berbeda_dengan_pindaian',
      catatan: ' Tertulis III/c ',
      pin,
    })
    draf = setNilai(draf, 'nomorSk', 'tidak_sesuai')
    draf = setRincian(draf, 'nomorSk', { alasan: 'dokumen_salah', catatan: 'berubah pikiran', pin })
    draf = setNilai(draf, 'nomorSk', 'sesuai')
    const { penilaian } = buildKeputusan(kasus, draf, 'dikembalikan', perintah)
    expect(penilaian).toEqual([
      { kunci: 'nomorSk', nilai: 'sesuai' },
      {
        kunci: 'golongan',
        nilai: 'tidak_sesuai',
        alasan: 'berbeda_dengan_pindaian',
        catatan: 'Tertulis III/c',
        pin,
      },
    ])
  })

  it('takes "tidak terbaca" as its own reason, and only that one', () => {
    let draf = setNilai(createDraf(kasus, ''), 'golongan', 'tidak_terbaca')
    expect(draf.penilaian['golongan']?.alasan).toBe('tidak_terbaca')
    draf = setNilai(draf, 'golongan', 'tidak_sesuai')
    expect(draf.penilaian['golongan']?.alasan).toBeNull()
  })

  it('starts the evidence anew when other bytes are shown under the same document', () => {
    let draf = addBukti(createDraf(kasus, ''), { dokumenId, sha256: SHA_PINDAIAN, halaman: 1 })
    draf = addBukti(draf, { dokumenId, sha256: SHA_LAIN, halaman: 2 })
    expect(draf.bukti[dokumenId]).toEqual({ sha256: SHA_LAIN, halaman: [2] })
  })

  it('does not outlive the version that was judged', () => {
    const draf = createDraf(kasus, '')
    expect(isDrafBerlaku(draf, kasus)).toBe(true)
    expect(isDrafBerlaku(draf, { ...kasus, versi: 2 })).toBe(false)
    expect(isDrafBerlaku(draf, { ...kasus, versiRiwayat: 4 })).toBe(false)
  })

  it('lists the fields that fail in the order of the screen', () => {
    let draf = setNilai(createDraf(kasus, ''), 'golongan', 'tidak_terbaca')
    draf = setNilai(draf, 'pemilik', 'tidak_sesuai')
    draf = setNilai(draf, 'nomorSk', 'sesuai')
    expect(listKunciGagal(kasus, draf)).toEqual(['pemilik', 'golongan'])
  })
})
