import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getUsulan, postUsulan } from '@meja/core/api/usulan.ts'
import { getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { buildPermintaan, propose, verify } from '../../support/permintaan-usulan.ts'
import {
  addBaris,
  fillIsi,
  isiFungsional,
  isiPangkat,
  isiStruktural,
} from '../../support/riwayat.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { buildKeputusanKasus } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Ubah = Parameters<typeof buildPermintaan>[2]

async function refuse(siapa: Akun, pemilik: Akun, ubah: Ubah) {
  const body = await buildPermintaan(server, pemilik, ubah)
  return server.getPenolakan(siapa, postUsulan, { body })
}

const getTemuan = async (siapa: Akun, usulanId: string) =>
  (await server.getJawaban(siapa, getKasus, { params: { usulanId } })).temuan

async function countUsulan({ pegawaiId }: Akun): Promise<number> {
  const { rows } = await server.owner.query<{ n: number }>(
    'select count(*)::int as n from usulan where pegawai_id = $1',
    [pegawaiId],
  )
  return rows[0]?.n ?? 0
}

describe('what the record contradicts is refused at the proposal, with the rule and the field', () => {
  test('a second open functional post (invariant 2)', async () => {
    const muda = isiFungsional('Analis Ahli Muda', 'MUDA', '2015-01-01')
    await addBaris(server, akun.wulan, 'jabatan', muda)
    const sebelum = await countUsulan(akun.wulan)
    const penolakan = await refuse(akun.wulan, akun.wulan, {
      jenis: 'jabatan',
      sesudah: isiFungsional('Analis Ahli Madya', 'MADYA', '2024-01-01'),
    })
    expect(penolakan).toMatchObject({
      kode: 'rekam_bertentangan',
      rincian: {
        temuan: [
          {
            kode: 'JABATAN-01',
            tingkat: 'tolak',
            pesan: 'Lebih dari satu jabatan struktural atau fungsional yang belum berakhir',
            kunci: ['tmtJabatan', 'selesai'],
          },
        ],
      },
    })
    expect(await countUsulan(akun.wulan)).toBe(sebelum)
  })

  test.each([
    [
      'a history that ends before it begins',
      'RIWAYAT-01',
      {
        jenis: 'diklat',
        sesudah: fillIsi('diklat', {
          jenisDiklat: 'TEKNIS',
          nama: 'Arsip',
          tanggalMulai: '2024-05-05',
          tanggalSelesai: '2024-05-01',
        }),
      },
    ],
    [
      'a graduation that has not come',
      'PENDIDIKAN-03',
      {
        jenis: 'pendidikan',
        sesudah: fillIsi('pendidikan', {
          tingkat: '40',
          programStudi: 'Hukum',
          namaSekolah: 'Universitas Uji',
          nomorIjazah: 'X-1',
          tahunLulus: '2099',
        }),
      },
    ],
    [
      'one who appraises oneself',
      'KINERJA-03',
      {
        jenis: 'kinerja',
        sesudah: fillIsi('kinerja', {
          tahun: '2024',
          predikat: 'BAIK',
          penilaiNip: akun.wulan.nip,
        }),
      },
    ],
  ] as const)('%s (%s)', async (_, kode, ubah) => {
    const { rincian } = await refuse(akun.wulan, akun.wulan, ubah)
    expect(rincian).toMatchObject({ temuan: [{ kode, tingkat: 'tolak' }] })
  })

  test('an appointment as PNS before the one as CPNS (NIP-16)', async () => {
    const cpns = fillIsi('cpns', {
      nomorSk: '813/1/UJI/2010',
      tanggalSk: '2009-12-01',
      tmtCpns: '2010-01-01',
      golongan: 'III/a',
    })
    await addBaris(server, akun.wulan, 'cpns', cpns)
    const { rincian } = await refuse(akun.wulan, akun.wulan, {
      jenis: 'pns',
      sesudah: fillIsi('pns', {
        nomorSk: '821/1/UJI/2009',
        tanggalSk: '2009-02-01',
        tmtPns: '2009-03-01',
      }),
    })
    expect(rincian).toMatchObject({ temuan: [{ kode: 'NIP-16', kunci: ['tmtPns'] }] })
  })
})

describe('what needs a look goes along with the proposal', () => {
  test('to whoever verifies and to the employee, and what was wrong before does not', async () => {
    await addBaris(server, akun.bagus, 'pangkat', isiPangkat('III/a', '2010-04-15'))
    const { id } = await propose(server, akun.bagus, akun.bagus, {
      jenis: 'pangkat',
      sesudah: isiPangkat('III/b', '2011-04-01', { nomorSk: 'NOMOR LAMA' }),
    })
    const temuan = await getTemuan(akun.rina, id)
    // Not PANGKAT-05 of the row of 2010, which this proposal did not cause.
    expect(temuan.map(({ kode, tingkat }) => [kode, tingkat])).toEqual([
      ['RIWAYAT-03', 'peringatan'],
      ['PANGKAT-03', 'peringatan'],
    ])
    const milik = await server.getJawaban(akun.bagus, getUsulan, { params: { usulanId: id } })
    expect(milik.temuan).toEqual(temuan)
    const { rows } = await server.owner.query('select temuan from usulan where id = $1', [id])
    expect(rows).toEqual([{ temuan }])
  })

  test('a structural post of the same name and unit held by somebody else (TIM_4)', async () => {
    await server.owner.query(
      `update pegawai set data_utama = '{"jabatan":"Kepala Subbagian Umum","jenisJabatan":"1"}' where id = $1`,
      [akun.rina.pegawaiId],
    )
    const { id } = await propose(server, akun.rina, akun.tono, {
      jenis: 'jabatan',
      sesudah: isiStruktural('Kepala Subbagian Umum', '2024-01-01'),
    })
    expect((await getTemuan(akun.bagus, id)).map(({ kode }) => kode)).toContain('JABATAN-02')
  })
})

describe('the rules are asked again at the decision', () => {
  test('two proposals that were sound alone: the second is refused, and waits as it was', async () => {
    const sesudah = isiPangkat('III/c', '2023-04-01')
    const lain = isiPangkat('III/c', '2023-04-01', { nomorSk: '823/9/UJI/2023' })
    const pertama = await propose(server, akun.rina, akun.yanti, { jenis: 'pangkat', sesudah })
    const kedua = await propose(server, akun.rina, akun.yanti, { jenis: 'pangkat', sesudah: lain })
    for (const siapa of [akun.bagus, akun.dewi]) await verify(server, siapa, pertama.id)
    const kasus = await server.getJawaban(akun.bagus, getKasus, { params: { usulanId: kedua.id } })
    expect(kasus.temuan[0]).toMatchObject({ kode: 'PANGKAT-02', tingkat: 'tolak' })
    const body = buildKeputusanKasus(kasus)
    expect(await server.getPenolakan(akun.bagus, postKeputusan, { body })).toMatchObject({
      kode: 'rekam_bertentangan',
      rincian: { temuan: [{ kode: 'PANGKAT-02' }] },
    })
    expect(
      await server.getJawaban(akun.bagus, getKasus, { params: { usulanId: kedua.id } }),
    ).toEqual(kasus)
    // It can still go back to the employee with its reason.
    const kembali = {
      ...body,
      hasil: 'dikembalikan' as const,
      asli: null,
      penilaian: [
        {
          kunci: 'tmtGolongan',
          nilai: 'tidak_sesuai' as const,
          alasan: 'lainnya' as const,
          catatan: 'TMT sama',
        },
      ],
    }
    expect((await server.getJawaban(akun.bagus, postKeputusan, { body: kembali })).status).toBe(
      'dikembalikan',
    )
  })
})

describe('a lower grade may rest on a disciplinary measure, which only administrators read (P10.2c)', () => {
  const turun = isiPangkat('III/a', '2021-04-01')
  async function buildTurun(pemilik: Akun) {
    await addBaris(server, pemilik, 'pangkat', isiPangkat('III/b', '2016-04-01'))
    return propose(server, akun.rina, pemilik, { jenis: 'pangkat', sesudah: turun })
  }

  const getTingkat = async (siapa: Akun, usulanId: string) =>
    (await getTemuan(siapa, usulanId))
      .filter(({ kode }) => kode === 'PANGKAT-01')
      .map(({ tingkat }) => tingkat)

  async function countBacaan({ pegawaiId }: Akun): Promise<number> {
    const { rows } = await server.owner.query<{ n: number }>(
      `select count(*)::int as n from audit where aksi = 'rahasia.baca' and objek = $1`,
      [`pegawai:${pegawaiId}`],
    )
    return rows[0]?.n ?? 0
  }

  test('so a fasilitator reads the same warning whether there is one or not', async () => {
    const hukuman = fillIsi('hukuman_disiplin', {
      jenisHukuman: 'PP53-B1',
      pelanggaran: 'Uji',
      nomorSk: '862/1/UJI/2021',
      tanggalSk: '2021-03-01',
      tmt: '2021-04-01',
    })
    await addBaris(server, akun.wulan, 'hukuman_disiplin', hukuman)
    const dengan = await buildTurun(akun.wulan)
    const tanpa = await buildTurun(akun.yanti)
    expect(await getTingkat(akun.bagus, dengan.id)).toEqual(['peringatan'])
    expect(await getTingkat(akun.bagus, tanpa.id)).toEqual(['peringatan'])

    // The administrator's decision reads the confidential rows, says so, and finds the reason.
    const sebelum = await countBacaan(akun.wulan)
    await verify(server, akun.bagus, dengan.id)
    expect(await countBacaan(akun.wulan)).toBe(sebelum)
    expect((await verify(server, akun.dewi, dengan.id)).status).toBe('valid')
    expect(await countBacaan(akun.wulan)).toBe(sebelum + 1)
    expect(await getTingkat(akun.bagus, dengan.id)).toEqual(['peringatan'])
  })

  test('and without one the administrator is refused', async () => {
    const { id } = await buildTurun(akun.tono)
    await verify(server, akun.bagus, id)
    const kasus = await server.getJawaban(akun.dewi, getKasus, { params: { usulanId: id } })
    const body = buildKeputusanKasus(kasus)
    expect(await server.getPenolakan(akun.dewi, postKeputusan, { body })).toMatchObject({
      kode: 'rekam_bertentangan',
      rincian: { temuan: [{ kode: 'PANGKAT-01', tingkat: 'tolak' }] },
    })
  })
})
