import { describe, expect, it } from 'vitest'
import {
  getDeskripsi,
  kodeJenisRiwayat,
  kunciPemilik,
  listKunciPenilaian,
} from '@meja/core/domain/jenis-riwayat.ts'
import jenisDokumen from '@meja/core/reference/jenis-dokumen.json' with { type: 'json' }

const kodeDokumen = new Set(jenisDokumen.baris.map((baris) => baris.kode))

describe.each(kodeJenisRiwayat)('the description of %s', (jenis) => {
  const deskripsi = getDeskripsi(jenis)
  const kunci = deskripsi.isian.map((satu) => satu.kunci)

  it('has each key once, none of them the owner row', () => {
    expect(new Set(kunci).size).toBe(kunci.length)
    expect(kunci).not.toContain(kunciPemilik)
  })

  it('names proofs that are kinds of document', () => {
    expect(deskripsi.bukti.length > 0 || !deskripsi.wajibBukti).toBe(true)
    expect(deskripsi.bukti.filter((kode) => !kodeDokumen.has(kode))).toEqual([])
  })

  it('has words in both languages for itself and every field', () => {
    for (const { id, en } of [deskripsi.label, ...deskripsi.isian.map((satu) => satu.label)]) {
      expect(id.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
    }
  })

  it('names a table exactly for the fields that hold a code of one', () => {
    const salah = deskripsi.isian.filter(
      ({ rujukan, tipe }) => (rujukan !== undefined) !== (tipe === 'rujukan'),
    )
    expect(salah).toEqual([])
  })

  it('asks for at least one field, or a row could be empty; main data may be', () => {
    expect(deskripsi.tunggal || deskripsi.isian.some((satu) => satu.wajib)).toBe(true)
  })

  it('names its days and its summary among its fields', () => {
    const { mulai, selesai, ringkas } = deskripsi
    const disebut = [...ringkas, ...(mulai ? [mulai] : []), ...(selesai ? [selesai] : [])]
    expect(disebut.filter((satu) => !kunci.includes(satu))).toEqual([])
    expect(ringkas.length).toBeGreaterThan(1)
  })

  it('has a short list exactly for the fields that are chosen from one', () => {
    const salah = deskripsi.isian.filter(
      (satu) => (satu.pilihan !== undefined) !== (satu.tipe === 'pilihan'),
    )
    expect(salah).toEqual([])
  })

  it('is the administrators\u2019 own when it is confidential (P10.2c)', () => {
    if (!deskripsi.rahasia) return
    expect(deskripsi).toMatchObject({ kelas: 'A', perluAdministrator: true, wajibBukti: true })
  })
})

describe('the fields to judge', () => {
  it('are the owner first, then what has a value before or after, in their order', () => {
    expect(
      listKunciPenilaian(
        'pasangan',
        { nama: 'SRI', pekerjaan: 'Guru', nomorAkta: null },
        { nama: 'SRI', tanggalNikah: '2001-02-03', pekerjaan: null, nomorAkta: null },
      ),
    ).toEqual([kunciPemilik, 'nama', 'tanggalNikah', 'pekerjaan'])
  })

  it('leave nothing to judge but the owner when no field is filled', () => {
    expect(listKunciPenilaian('pasangan', null, {})).toEqual([kunciPemilik])
  })
})
