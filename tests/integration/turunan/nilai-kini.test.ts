import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { getKasus } from '@meja/core/api/verifikasi.ts'
import { addBulan, getHariSebelum, getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { propose, readRekam, verify } from '../../support/permintaan-usulan.ts'
import {
  addBaris,
  fillIsi,
  isiFungsional,
  isiPangkat,
  isiPenempatan,
  readTurunan,
} from '../../support/riwayat.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat } from '../../support/usulan.ts'

const hariIni = getTanggalJakarta(new Date())

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.owner.query('begin')
  await server.owner.query('set constraints all immediate')
  await server.owner.query(
    'truncate riwayat, usulan, usulan_dokumen, keputusan_verifikasi, draf_usulan, impor_baris cascade',
  )
  await server.owner
    .query(`update pegawai set data_utama = '{"jabatan":"Analis","golongan":"III/b"}',
    turunan_per = null, turunan_sampai = null`)
  await server.owner.query('commit')
})

type Perubahan = Parameters<typeof propose>[3]

/** A change that the employee proposes and everybody whose turn it is finds right. */
async function change(pemilik: Akun, ubah: Perubahan): Promise<string> {
  const { id } = await propose(server, pemilik, pemilik, ubah)
  const pertama = await verify(server, akun.rina, id)
  if (pertama.status === 'terverifikasi_1') await verify(server, akun.joko, id)
  return id
}

describe('what is current follows from the histories at the decision', () => {
  test('a rank in force is the grade that the case, the search and its filter show (invariant 1)', async () => {
    await addBaris(server, akun.wulan, 'pangkat', isiPangkat('III/b', '2018-04-01'))
    await change(akun.wulan, { jenis: 'pangkat', sesudah: isiPangkat('III/c', '2022-04-01') })
    const { pegawai } = await server.getJawaban(akun.dewi, searchPegawai, {
      body: { teks: 'Wulan', golongan: 'III/c' },
    })
    expect(pegawai).toMatchObject([{ nip: akun.wulan.nip, golongan: 'III/c' }])
    const { id } = await propose(server, akun.wulan, akun.wulan)
    const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: id } })
    expect(kasus.pegawai.golongan).toBe('III/c')
    expect(await readTurunan(server, akun.wulan)).toMatchObject({
      nilai: { golongan: 'III/c', pangkat: 'Penata', tmtGolongan: '2022-04-01' },
      per: hariIni,
    })
  })

  test('the first look at a key field changes nothing yet', async () => {
    const { id } = await propose(server, akun.wulan, akun.wulan, {
      jenis: 'pangkat',
      sesudah: isiPangkat('III/c', '2022-04-01'),
    })
    await verify(server, akun.rina, id)
    expect(await readTurunan(server, akun.wulan)).toMatchObject({
      nilai: { golongan: 'III/b' },
      per: null,
    })
  })

  test('a higher tier moves the day of retirement from 58 to 60 years (invariant 3)', async () => {
    const muda = await addBaris(
      server,
      akun.wulan,
      'jabatan',
      isiFungsional('Analis Ahli Muda', 'MUDA', '2015-01-01'),
    )
    await change(akun.wulan, {
      jenis: 'jabatan',
      aksi: 'koreksi',
      riwayatId: muda,
      alasan: 'Tanda tangan kedua',
      sesudah: isiFungsional('Analis Ahli Muda', 'MUDA', '2015-01-01', { selesai: '2023-12-31' }),
    })
    // Born on 17 March 1985, as the NIP says.
    await change(akun.wulan, {
      jenis: 'jabatan',
      sesudah: isiFungsional('Analis Ahli Madya', 'MADYA', '2024-01-01'),
    })
    const { nilai } = await readTurunan(server, akun.wulan)
    expect(nilai).toMatchObject({
      jabatan: 'Analis Ahli Madya',
      bup: '60',
      tmtPensiun: '2045-04-01',
    })
  })

  test('a correction that takes effect in 2010 counts time in grade and the next rise anew (invariant 6)', async () => {
    const lama = isiPangkat('III/a', '2012-04-01', { masaKerjaGolongan: '0' })
    const riwayatId = await addBaris(server, akun.wulan, 'pangkat', lama)
    await change(akun.wulan, {
      jenis: 'kartu_keluarga',
      sesudah: fillIsi('kartu_keluarga', {
        nomorKk: '3578000000000001',
        nik: '3578000000000002',
        jalan: 'Jalan Uji 1',
      }),
    })
    const sebelum = (await readTurunan(server, akun.wulan)).nilai
    await change(akun.wulan, {
      jenis: 'pangkat',
      aksi: 'koreksi',
      riwayatId,
      alasan: 'TMT salah dibaca',
      sesudah: isiPangkat('III/a', '2010-10-01', { masaKerjaGolongan: '0' }),
    })
    const sesudah = (await readTurunan(server, akun.wulan)).nilai
    expect(sebelum).toMatchObject({ mkgTanggal: '2012-04-01', mkgBulan: '0' })
    expect(sesudah).toMatchObject({ mkgTanggal: '2010-10-01', mkgBulan: '0' })
    // Steps of the table are two years apart: half a year later in the cycle is another day.
    expect(sebelum['tmtKgbBerikutnya']).toMatch(/^\d{4}-04-01$/)
    expect(sesudah['tmtKgbBerikutnya']).toMatch(/^\d{4}-10-01$/)
  })

  test('what begins later is not current yet, and it is known until when today holds', async () => {
    const nanti = `${Number(hariIni.slice(0, 4)) + 1}-04-01`
    await addBaris(server, akun.wulan, 'pangkat', isiPangkat('III/b', '2018-04-01'))
    await change(akun.wulan, { jenis: 'pangkat', sesudah: isiPangkat('III/c', nanti) })
    const { nilai, sampai } = await readTurunan(server, akun.wulan)
    expect(nilai['golongan']).toBe('III/b')
    expect([getHariSebelum(nanti), getHariSebelum(nilai['tmtKgbBerikutnya'] ?? nanti)]).toContain(
      sampai,
    )
    expect(sampai !== null && sampai < nanti).toBe(true)
  })

  test('with the only rank withdrawn there is none; what a migration brought elsewhere stays', async () => {
    const riwayatId = await addBaris(
      server,
      akun.wulan,
      'pangkat',
      isiPangkat('III/c', '2022-04-01'),
    )
    await change(akun.wulan, {
      jenis: 'pangkat',
      aksi: 'cabut',
      riwayatId,
      sesudah: {},
      alasan: 'Milik orang lain',
    })
    expect((await readTurunan(server, akun.wulan)).nilai).toMatchObject({
      golongan: null,
      jabatan: 'Analis',
    })
  })

  test('a verified name is the name everywhere', async () => {
    await change(akun.wulan, {
      jenis: 'identitas',
      sesudah: fillIsi('identitas', {
        nama: 'Wulan Uji Kencana',
        tempatLahir: 'Surabaya',
        tanggalLahir: '1985-03-17',
        jenisKelamin: Number(akun.wulan.nip.charAt(14)) === 1 ? 'L' : 'P',
        agama: '1',
        statusPerkawinan: '1',
      }),
    })
    const { pegawai } = await server.getJawaban(akun.rina, searchPegawai, {
      body: { teks: 'Kencana' },
    })
    expect(pegawai.map(({ nip }) => nip)).toEqual([akun.wulan.nip])
  })

  test('the audit entry of the decision says for which day and until when', async () => {
    const id = await change(akun.wulan, {
      jenis: 'pangkat',
      sesudah: isiPangkat('III/c', '2022-04-01'),
    })
    const { rows } = await server.owner.query<{ rincian: Record<string, unknown> }>(
      `select rincian from audit where objek = $1 and aksi = 'keputusan.sesuai' order by urutan`,
      [`usulan:${id}`],
    )
    expect(rows.map(({ rincian }) => 'turunan' in rincian)).toEqual([false, true])
    expect(rows[1]?.rincian['turunan']).toMatchObject({ per: hariIni })
  })

  test('the confidential legal position stands nowhere beside the person (P10.2c)', async () => {
    await addBaris(
      server,
      akun.wulan,
      'kedudukan',
      fillIsi('kedudukan', { kedudukanHukum: '02', tmt: '2024-01-01' }),
    )
    await change(akun.wulan, { jenis: 'pangkat', sesudah: isiPangkat('III/c', '2022-04-01') })
    const { nilai } = await readTurunan(server, akun.wulan)
    expect(Object.keys(nilai)).not.toContain('kedudukanHukum')
    expect((await readRekam(server, akun.wulan, akun.wulan)).kini).not.toHaveProperty(
      'kedudukanHukum',
    )
  })
})

describe('a placement in another office', () => {
  const pindah = {
    jenis: 'penempatan' as const,
    sesudah: isiPenempatan(perangkatDaerah.utara.unit, '2024-01-01'),
  }
  const back = async () => {
    await server.owner.query(
      'update pegawai set perangkat_daerah = $2, unit_kerja = $3 where id = $1',
      [akun.wulan.pegawaiId, perangkatDaerah.selatan.kode, perangkatDaerah.selatan.unit],
    )
  }

  test('takes the person, and what still waits, out of the sight of the old office into the new one', async () => {
    const menunggu = await propose(server, akun.wulan, akun.wulan)
    const { id } = await propose(server, akun.wulan, akun.wulan, pindah)
    await verify(server, akun.rina, id)
    const params = { params: { usulanId: menunggu.id } }
    expect(await server.getPenolakan(akun.rina, getKasus, params)).toMatchObject({
      kode: 'tidak_ditemukan',
    })
    expect((await server.getJawaban(akun.sari, getKasus, params)).pegawai.perangkatDaerah).toBe(
      perangkatDaerah.utara.nama,
    )
    await back()
  })

  test('moves one from the count of one unit to that of the other', async () => {
    const count = async () => {
      const { perangkatDaerah: kantor } = await server.getJawaban(akun.dewi, getOrganisasi)
      return kantor.map(({ kode, jumlah }) => [kode, jumlah])
    }
    const sebelum = new Map((await count()) as [string, number][])
    const { id } = await propose(server, akun.wulan, akun.wulan, pindah)
    await verify(server, akun.rina, id)
    const sesudah = new Map((await count()) as [string, number][])
    expect(sesudah.get('901')).toBe((sebelum.get('901') ?? 0) - 1)
    expect(sesudah.get('902')).toBe((sebelum.get('902') ?? 0) + 1)
    await back()
    expect(new Map((await count()) as [string, number][])).toEqual(sebelum)
  })

  test('that begins later moves nobody yet', async () => {
    const nanti = addBulan(hariIni, 2)
    const { id } = await propose(server, akun.wulan, akun.wulan, {
      ...pindah,
      sesudah: isiPenempatan(perangkatDaerah.utara.unit, nanti),
    })
    await verify(server, akun.rina, id)
    const { unit, sampai } = await readTurunan(server, akun.wulan)
    expect(unit).toBe(perangkatDaerah.selatan.unit)
    expect(sampai).toBe(getHariSebelum(nanti))
  })

  test('in a unit that does not exist is refused at the proposal', async () => {
    const sesudah = isiPenempatan('999.9', '2024-01-01')
    await expect(
      propose(server, akun.wulan, akun.wulan, { jenis: 'penempatan', sesudah }),
    ).rejects.toThrow('isian_tidak_sah')
  })
})

test('the record as of an instant tells the current values of that instant', async () => {
  await addRiwayat(server, akun.wulan, 'pangkat')
  const { kini } = await readRekam(server, akun.wulan, akun.wulan)
  expect(kini).toMatchObject({ golongan: 'III/c', pangkat: 'Penata' })
  const dulu = await readRekam(server, akun.wulan, akun.wulan, { per: '2020-01-01T00:00:00+07:00' })
  expect(dulu.kini.golongan).toBeNull()
})
