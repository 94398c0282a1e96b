import { describe, expect, it } from 'vitest'
import { kunciPemilik, listKunciPenilaian } from '@meja/core/domain/jenis-riwayat.ts'
import {
  checkKeputusan,
  type DasarKeputusan,
  type IsiKeputusan,
  type PenilaianIsian,
} from '@meja/core/domain/keputusan.ts'

const sidikSk = 'a'.repeat(64)
const sidikSkp = 'b'.repeat(64)

const dasar: DasarKeputusan = {
  jenis: 'gaji',
  sebelum: null,
  sesudah: {
    nomorSk: '822/10143/042/2021',
    tanggalSk: '2021-03-12',
    golongan: 'III/d',
    masaKerjaGolongan: null,
    gajiPokok: '4181300',
    tmtGaji: '2021-04-01',
    tmtBerikutnya: null,
  },
  dokumen: [
    { id: 'sk', sha256: sidikSk, halaman: 2 },
    { id: 'skp', sha256: sidikSkp, halaman: 1 },
  ],
}

const semuaSesuai: PenilaianIsian[] = listKunciPenilaian('gaji', null, dasar.sesudah).map(
  (kunci) => ({ kunci, nilai: 'sesuai' }),
)

const sesuai: IsiKeputusan = {
  hasil: 'sesuai',
  penilaian: semuaSesuai,
  asli: { tempat: 'loket 2' },
  bukti: [
    { dokumenId: 'sk', sha256: sidikSk, halamanDilihat: [2, 1] },
    { dokumenId: 'skp', sha256: sidikSkp, halamanDilihat: [1] },
  ],
}

function judge(kunci: string, satu: Omit<PenilaianIsian, 'kunci'>): PenilaianIsian[] {
  return semuaSesuai.map((lama) => (lama.kunci === kunci ? { kunci, ...satu } : lama))
}

describe('"sesuai" is a verification (P1.17)', () => {
  it('when every page was shown, every field judged equal and the original seen', () => {
    expect(checkKeputusan(dasar, sesuai)).toEqual([])
  })

  it('but not where a rule holds the record against it; a warning leaves it to the person', () => {
    const withTemuan = (tingkat: 'tolak' | 'peringatan') =>
      checkKeputusan({ ...dasar, temuan: [{ tingkat }] }, sesuai)
    expect(withTemuan('tolak')).toEqual([{ kode: 'rekam_bertentangan' }])
    expect(withTemuan('peringatan')).toEqual([])
  })

  it('but not while a page of any document has not been shown', () => {
    const bukti = [{ dokumenId: 'sk', sha256: sidikSk, halamanDilihat: [1, 7] }]
    expect(checkKeputusan(dasar, { ...sesuai, bukti })).toEqual([
      { kode: 'halaman_belum_dilihat', dokumenId: 'sk', halaman: [2] },
      { kode: 'halaman_belum_dilihat', dokumenId: 'skp', halaman: [1] },
    ])
  })

  it('but not when the bytes shown are not the bytes stored', () => {
    const bukti = sesuai.bukti.map((satu) => ({ ...satu, sha256: 'c'.repeat(64) }))
    expect(checkKeputusan(dasar, { ...sesuai, bukti }).map((satu) => satu.kode)).toEqual([
      'pindaian_berubah',
      'pindaian_berubah',
    ])
  })

  it('but not while a field with a value, or the owner, has not been judged', () => {
    const penilaian = semuaSesuai.filter(
      ({ kunci }) => kunci !== 'gajiPokok' && kunci !== kunciPemilik,
    )
    expect(checkKeputusan(dasar, { ...sesuai, penilaian })).toEqual([
      { kode: 'penilaian_belum_lengkap', kunci: [kunciPemilik, 'gajiPokok'] },
    ])
  })

  it.each(['tidak_sesuai', 'tidak_terbaca'] as const)('but not with a field judged %s', (nilai) => {
    expect(checkKeputusan(dasar, { ...sesuai, penilaian: judge('golongan', { nilai }) })).toEqual([
      { kode: 'ada_yang_tidak_sesuai', kunci: ['golongan'] },
    ])
  })

  it('but not with a field judged both ways', () => {
    const penilaian: PenilaianIsian[] = [
      { kunci: 'golongan', nilai: 'tidak_sesuai' },
      ...semuaSesuai,
    ]
    expect(checkKeputusan(dasar, { ...sesuai, penilaian })).toEqual([
      { kode: 'ada_yang_tidak_sesuai', kunci: ['golongan'] },
    ])
  })

  it.each([null, { tempat: '' }, { tempat: '   ' }])(
    'but not without the paper original and its place: %j',
    (asli) => {
      expect(checkKeputusan(dasar, { ...sesuai, asli })).toEqual([
        { kode: 'asli_belum_dinyatakan' },
      ])
    },
  )

  it('and says everything that is missing at once', () => {
    const kosong: IsiKeputusan = { hasil: 'sesuai', penilaian: [], asli: null, bukti: [] }
    expect(checkKeputusan(dasar, kosong).map((satu) => satu.kode)).toEqual([
      'halaman_belum_dilihat',
      'halaman_belum_dilihat',
      'penilaian_belum_lengkap',
      'asli_belum_dinyatakan',
    ])
  })
})

describe('a return (P10.3a)', () => {
  const kembali = (penilaian: PenilaianIsian[]): IsiKeputusan => ({
    hasil: 'dikembalikan',
    penilaian,
    asli: null,
    bukti: [],
  })

  it('needs neither original nor every page, only a reason on each field that fails', () => {
    const penilaian = judge('golongan', {
      nilai: 'tidak_sesuai',
      alasan: 'berbeda_dengan_pindaian',
    })
    expect(checkKeputusan(dasar, kembali(penilaian))).toEqual([])
  })

  it('may concern nothing but whose paper it is', () => {
    const penilaian: PenilaianIsian[] = [
      { kunci: kunciPemilik, nilai: 'tidak_sesuai', alasan: 'bukan_milik_pegawai' },
    ]
    expect(checkKeputusan(dasar, kembali(penilaian))).toEqual([])
  })

  it('is refused when no field of this case fails', () => {
    const lain: PenilaianIsian = { kunci: 'predikat', nilai: 'tidak_sesuai', alasan: 'lainnya' }
    for (const penilaian of [semuaSesuai, [], [lain]]) {
      expect(checkKeputusan(dasar, kembali(penilaian))).toEqual([
        { kode: 'alasan_belum_lengkap', kunci: [kunciPemilik] },
      ])
    }
  })

  it('is refused while a failing field has no reason', () => {
    const penilaian = judge('golongan', { nilai: 'tidak_terbaca' })
    expect(checkKeputusan(dasar, kembali(penilaian))).toEqual([
      { kode: 'alasan_belum_lengkap', kunci: ['golongan'] },
    ])
  })

  it('for another reason ("lainnya") needs it in words', () => {
    const tanpa = judge('golongan', { nilai: 'tidak_sesuai', alasan: 'lainnya', catatan: '  ' })
    const dengan = judge('golongan', { nilai: 'tidak_sesuai', alasan: 'lainnya', catatan: 'buram' })
    expect(checkKeputusan(dasar, kembali(tanpa))).toEqual([
      { kode: 'alasan_belum_lengkap', kunci: ['golongan'] },
    ])
    expect(checkKeputusan(dasar, kembali(dengan))).toEqual([])
  })
})
