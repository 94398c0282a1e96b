import { describe, expect, it } from 'vitest'
import { getSchemaIsi } from '@meja/core/domain/isi-riwayat.ts'
import {
  kodeJenisRiwayat,
  kunciPemilik,
  listKunciPenilaian,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { checkNip } from '@meja/core/domain/nip.ts'
import { getStatusSetelah } from '@meja/core/domain/status-usulan.ts'
import { getParts } from '../../../scripts/demo/calendar.ts'
import { planProvince } from '../../../scripts/demo/province.ts'
import type { Pegawai } from '../../../scripts/demo/provinsi.ts'

const { provinsi, kebenaran, berkas } = planProvince('meja-asn', 'penuh')
const hariIni = '2026-11-02'

const schema = new Map(kodeJenisRiwayat.map((jenis) => [jenis, getSchemaIsi(jenis)]))
const checkIsi = (jenis: JenisRiwayat, isi: IsiRiwayat) => schema.get(jenis)?.safeParse(isi).error

const differ = (kiri: IsiRiwayat, kanan: IsiRiwayat): string[] =>
  Object.keys(kiri).filter((kunci) => kiri[kunci] !== kanan[kunci])

function checkIdentity({ nip, dataUtama }: Pegawai) {
  const { jenisPegawai, tanggalLahir, jenisKelamin, tmtCpns, tmtPppk } = dataUtama
  return checkNip(nip, {
    jenisPegawai,
    tanggalLahir,
    jenisKelamin,
    ...(tmtCpns === null ? {} : { tmtCpns }),
    ...(tmtPppk === null ? {} : { tmtPppk }),
    hariIni,
  })
}

describe('the people of the demo province', () => {
  it('are at least 400 in at least 12 offices, each office with units and somebody in it', () => {
    expect(provinsi.pegawai.length).toBeGreaterThanOrEqual(400)
    expect(provinsi.perangkatDaerah.length).toBeGreaterThanOrEqual(12)
    for (const { kode } of provinsi.perangkatDaerah) {
      expect(
        provinsi.unitKerja.filter((unit) => unit.perangkatDaerah === kode).length,
      ).toBeGreaterThan(2)
      expect(provinsi.pegawai.some((satu) => satu.perangkatDaerah === kode)).toBe(true)
    }
  })

  it('have a NIP without any finding, beside birth date, sex, kind and first appointment', () => {
    const findings = provinsi.pegawai.flatMap(checkIdentity)
    expect(findings).toEqual([])
  })

  it('share no NIP and no NIK', () => {
    expect(new Set(provinsi.pegawai.map((satu) => satu.nip)).size).toBe(provinsi.pegawai.length)
    const nik = provinsi.pegawai.map((satu) => satu.dataUtama.nik)
    expect(new Set(nik).size).toBe(nik.length)
  })

  it('carry their birth date in the NIK, women with the day plus forty', () => {
    for (const { dataUtama } of provinsi.pegawai) {
      const { year, month, day } = getParts(dataUtama.tanggalLahir)
      const tambah = dataUtama.jenisKelamin === 'P' ? 40 : 0
      const bagian = [day + tambah, month, year % 100].map((n) => String(n).padStart(2, '0'))
      expect(dataUtama.nik.slice(6, 12)).toBe(bagian.join(''))
      expect(Number(dataUtama.nik.slice(12))).toBeGreaterThan(0)
    }
  })

  it('were grown up at appointment and have not reached retirement', () => {
    for (const { dataUtama } of provinsi.pegawai) {
      const lahir = getParts(dataUtama.tanggalLahir).year
      const masuk = getParts(dataUtama.tmtCpns ?? dataUtama.tmtPppk ?? '').year
      expect(masuk - lahir).toBeGreaterThanOrEqual(18)
      expect(masuk - lahir).toBeLessThanOrEqual(35)
      expect(2026 - lahir).toBeLessThan(58)
    }
  })

  it('have histories that the record would accept', () => {
    for (const { riwayat } of provinsi.pegawai) {
      for (const { jenis, isi } of riwayat) {
        expect(checkIsi(jenis, isi)).toBeUndefined()
      }
    }
  })

  it('are PNS or PPPK by an appointment that stands in the record', () => {
    const bukti = { PNS: 'pns', PPPK: 'pppk' } as const
    for (const { riwayat, dataUtama } of provinsi.pegawai) {
      // What makes a candidate may still wait at a desk.
      if (dataUtama.jenisPegawai === 'CPNS') continue
      expect(riwayat.map(({ jenis }) => jenis)).toContain(bukti[dataUtama.jenisPegawai])
    }
  })

  it('climb in rank and in time', () => {
    for (const { riwayat, dataUtama } of provinsi.pegawai) {
      const pangkat = riwayat.filter((satu) => satu.jenis === 'pangkat')
      expect(pangkat.length > 0).toBe(dataUtama.jenisPegawai !== 'PPPK')
      const golongan = pangkat.map((satu) => satu.isi['golongan'] ?? '')
      expect(new Set(golongan).size).toBeGreaterThanOrEqual(golongan.length - 1)
    }
  })
})

describe('the accounts of the demo province', () => {
  it('are one fasilitator for every office, two for Dinas Pendidikan, and three administrators', () => {
    const count = (peran: string, kode?: string): number =>
      provinsi.akun.filter(
        (satu) => satu.peran === peran && (kode === undefined || satu.perangkatDaerah === kode),
      ).length
    for (const { kode } of provinsi.perangkatDaerah) {
      expect(count('fasilitator', kode)).toBe(kode === '101' ? 2 : 1)
    }
    expect(count('administrator')).toBe(3)
    expect(new Set(provinsi.akun.map((satu) => satu.username)).size).toBe(provinsi.akun.length)
  })

  it('belong to employees, a fasilitator to one of the same office', () => {
    for (const akun of provinsi.akun) {
      const pegawai = provinsi.pegawai.find((satu) => satu.id === akun.pegawaiId)
      expect(pegawai?.perangkatDaerah).toBe(akun.perangkatDaerah ?? pegawai?.perangkatDaerah ?? '-')
    }
  })
})

describe('the proposals of the demo province', () => {
  const menunggu = provinsi.usulan.filter((satu) => satu.status === 'diajukan')
  const kantor = new Map(provinsi.pegawai.map((satu) => [satu.id, satu.perangkatDaerah]))

  it('wait in every office, most of them in Dinas Pendidikan', () => {
    expect(menunggu.length).toBeGreaterThanOrEqual(72)
    const count = (kode: string): number =>
      menunggu.filter((satu) => kantor.get(satu.pegawaiId) === kode).length
    for (const { kode } of provinsi.perangkatDaerah) expect(count(kode)).toBeGreaterThanOrEqual(3)
    expect(count('101')).toBeGreaterThanOrEqual(14)
  })

  it('have waited from under two hours to weeks', () => {
    const menit = menunggu
      .map((satu) => (Date.parse(provinsi.hariIni) - Date.parse(satu.diajukanPada)) / 60_000)
      .toSorted((a, b) => a - b)
    expect(menit[0]).toBeGreaterThan(0)
    expect(menit[0]).toBeLessThan(120)
    expect(menit.at(-1)).toBeGreaterThan(28 * 1440)
  })

  it('cover every kind of history and both actions', () => {
    expect(new Set(menunggu.map((satu) => satu.jenis)).size).toBe(8)
    expect(new Set(menunggu.map((satu) => satu.aksi))).toEqual(new Set(['tambah', 'koreksi']))
  })

  it('hold values that the record would accept, before and after', () => {
    for (const { jenis, sebelum, sesudah } of provinsi.usulan) {
      for (const isi of [sesudah, sebelum ?? sesudah]) {
        expect(checkIsi(jenis, isi)).toBeUndefined()
      }
    }
  })

  it('correct a row that the employee has, or add one', () => {
    for (const { aksi, pegawaiId, riwayatId, sebelum, sesudah } of menunggu) {
      const pegawai = provinsi.pegawai.find((satu) => satu.id === pegawaiId)
      const baris = pegawai?.riwayat.find((satu) => satu.id === riwayatId)
      expect(baris?.isi ?? null).toEqual(sebelum)
      expect(sebelum === null).toBe(aksi === 'tambah')
      expect(differ(sebelum ?? {}, sesudah).length > 0).toBe(aksi === 'koreksi')
    }
  })

  it('differ from the paper in exactly one place in a third of the cases, and nowhere else', () => {
    const ditanam = kebenaran.usulan.filter((satu) => satu.ditanam !== null)
    const bagian = ditanam.length / kebenaran.usulan.length
    expect(bagian).toBeGreaterThan(0.3)
    expect(bagian).toBeLessThan(0.37)
    for (const { usulanId, kertas, ditanam: satu } of kebenaran.usulan) {
      const usulan = provinsi.usulan.find((calon) => calon.id === usulanId)
      const beda = differ(kertas, usulan?.sesudah ?? {})
      const kunci = satu === null || satu.kunci === kunciPemilik ? [] : [satu.kunci]
      expect(beda).toEqual(kunci)
    }
  })

  it('plant every kind of difference, and none where nobody could read the paper', () => {
    const jenis = new Set(kebenaran.usulan.flatMap((satu) => satu.ditanam?.jenis ?? []))
    expect(jenis).toEqual(
      new Set(['tukar', 'angka', 'jenjang', 'balik', 'tahun', 'huruf', 'jumlah', 'orang']),
    )
    const takTerbaca = kebenaran.usulan.filter((satu) => !satu.terbaca)
    expect(takTerbaca.length).toBeGreaterThanOrEqual(3)
    expect(takTerbaca.every((satu) => satu.ditanam === null)).toBe(true)
  })

  it('carry the paper of somebody else when the owner is the difference', () => {
    for (const { pemilik, ditanam, usulanId } of kebenaran.usulan) {
      const usulan = provinsi.usulan.find((satu) => satu.id === usulanId)
      const pegawai = provinsi.pegawai.find((satu) => satu.id === usulan?.pegawaiId)
      expect(pemilik.nip === pegawai?.nip).toBe(ditanam?.jenis !== 'orang')
    }
  })

  it('include one of the fasilitator’s own, which nobody may verify alone', () => {
    const milik = provinsi.usulan.find((satu) => satu.id === kebenaran.milikFasilitator)
    const akun = provinsi.akun.find((satu) => satu.username === 'fasilitator.pendidikan')
    expect(milik?.status).toBe('diajukan')
    expect(milik?.pegawaiId).toBe(akun?.pegawaiId)
  })

  it('were decided before only as the rules allow, and then stand in the record', () => {
    const diputus = provinsi.usulan.filter((satu) => satu.keputusan !== null)
    expect(diputus.length).toBeGreaterThanOrEqual(6)
    for (const usulan of diputus) {
      const { keputusan, jenis, sebelum, sesudah } = usulan
      if (keputusan === null) throw new Error('filtered above')
      expect(usulan.status).toBe(getStatusSetelah(jenis, 'fasilitator', keputusan.hasil))
      const kunci = keputusan.penilaian.map((satu) => satu.kunci)
      expect(kunci).toEqual(listKunciPenilaian(jenis, sebelum, sesudah))
      expect(Date.parse(keputusan.diputusPada)).toBeGreaterThan(Date.parse(usulan.diajukanPada))
    }
    for (const usulan of diputus.filter((satu) => satu.status === 'valid')) {
      const pegawai = provinsi.pegawai.find((satu) => satu.id === usulan.pegawaiId)
      const baris = pegawai?.riwayat.find((satu) => satu.id === usulan.riwayatId)
      expect(baris?.isi).toEqual(usulan.sesudah)
    }
  })

  it('send their scans in every kind of file that offices send', () => {
    const wadah = new Set(berkas.map((satu) => satu.pindai.wadah))
    expect(wadah.size).toBe(8)
    expect(berkas.some((satu) => satu.pindai.putar % 2 === 1)).toBe(true)
  })
})

describe('the seed', () => {
  it('makes the same province again', () => {
    const lagi = planProvince('meja-asn', 'penuh')
    expect(JSON.stringify(lagi.provinsi)).toBe(JSON.stringify(provinsi))
    expect(JSON.stringify(lagi.kebenaran)).toBe(JSON.stringify(kebenaran))
  })

  it('makes other people when it is another', () => {
    const lain = planProvince('lain', 'kecil').provinsi.pegawai.map((satu) => satu.nip)
    const nip = new Set(planProvince('meja-asn', 'kecil').provinsi.pegawai.map((satu) => satu.nip))
    expect(lain.filter((satu) => nip.has(satu)).length).toBeLessThan(3)
  })
})
