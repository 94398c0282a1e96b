import { describe, expect, it } from 'vitest'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { buildDrh, listSusunan } from '../../../../api-server/features/drh/build-drh.ts'

const tanpaUnit = new Map<string, string>()

describe('the parts of the daftar riwayat hidup', () => {
  it('hold every open kind of history once, whatever is described later', () => {
    const disebut = listSusunan().flatMap(({ jenis }) => jenis)
    const terbuka = kodeJenisRiwayat.filter((jenis) => !getDeskripsi(jenis).rahasia)
    expect(disebut.toSorted()).toEqual(terbuka.toSorted())
  })

  it('name no confidential kind, not even as empty (P10.2c)', () => {
    const rahasia = kodeJenisRiwayat.filter((jenis) => getDeskripsi(jenis).rahasia)
    expect(rahasia.length).toBeGreaterThan(0)
    const semua = JSON.stringify(buildDrh([], tanpaUnit))
    for (const jenis of rahasia) expect(semua).not.toContain(getDeskripsi(jenis).label.id)
  })

  it('say of which kinds the record holds nothing', () => {
    const bagian = buildDrh([{ jenis: 'organisasi', isi: { nama: 'Korpri' } }], tanpaUnit)
    expect(bagian.find(({ judul }) => judul === 'Keterangan organisasi')?.kosong).toEqual([])
    expect(bagian.find(({ judul }) => judul === 'Keterangan keluarga')?.kosong).toEqual([
      'Suami/istri',
      'Anak',
      'Orang tua, mertua, saudara',
    ])
  })
})

describe('a row of the print', () => {
  function buildSatu(
    jenis: 'penempatan' | 'anak' | 'identitas',
    isi: Record<string, string | null>,
  ) {
    const unit = new Map([['101.2', 'Bidang Mutasi']])
    return buildDrh([{ jenis, isi }], unit).flatMap(({ daftar }) => daftar)[0]
  }

  it('writes dates, codes and yes or no as words, and leaves out what is empty', () => {
    expect(
      buildSatu('anak', {
        nama: 'Anak Uji',
        nik: null,
        tanggalLahir: '2015-02-03',
        hubungan: 'kandung',
        sekolah: 'ya',
        pekerjaan: '',
      }),
    ).toEqual({
      judul: 'Anak',
      bentuk: 'tabel',
      kepala: ['Nama', 'Tanggal lahir', 'Hubungan'],
      baris: [
        {
          kolom: ['Anak Uji', '3 Februari 2015', 'Anak kandung'],
          rincian: 'Masih sekolah/kuliah: Ya',
        },
      ],
    })
  })

  it('names a work unit instead of its code, and keeps a code that no unit has', () => {
    const kenal = buildSatu('penempatan', { unit: '101.2', tmt: '2020-01-01' })
    const asing = buildSatu('penempatan', { unit: '999', tmt: '2020-01-01' })
    expect(kenal).toMatchObject({ baris: [{ kolom: ['Bidang Mutasi', '1 Januari 2020'] }] })
    expect(asing).toMatchObject({ baris: [{ kolom: ['999', '1 Januari 2020'] }] })
  })

  it('of main data is a label and a value', () => {
    expect(buildSatu('identitas', { nama: 'Wulan', agama: '1' })).toEqual({
      judul: 'Identitas',
      bentuk: 'pasangan',
      isi: [
        ['Nama (tanpa gelar)', 'Wulan'],
        ['Agama', 'Islam'],
      ],
    })
  })
})
