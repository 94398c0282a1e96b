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
    expect(deskripsi.bukti.length).toBeGreaterThan(0)
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

  it('asks for at least one field, or a row could be empty', () => {
    expect(deskripsi.isian.some((satu) => satu.wajib)).toBe(true)
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
