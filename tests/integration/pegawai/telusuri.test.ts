import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import type { BodyOf } from '@meja/core/api/endpoint.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { connect } from '../../support/database.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  const nama = ['Ma’ruf Uji Amin', 'André Uji Pelealu', 'Sri Uji Rahayu', 'Rahayu Uji Sri']
  for (const [nomor, satu] of nama.entries()) {
    await server.owner.query(
      `insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
       values ($1, $2, $3, '902', '902.1', '{"jabatan":"Guru Ahli Muda","golongan":"III/c"}')`,
      [`00000000-0000-4000-8000-00000000300${nomor}`, `19790101200501200${nomor + 1}`, satu],
    )
  }
})
afterAll(() => server.close())

async function listNama(siapa: Akun, body: BodyOf<typeof searchPegawai>): Promise<string[]> {
  const { pegawai } = await server.getJawaban(siapa, searchPegawai, { body })
  return pegawai.map(({ nama }) => nama.replace(', S.AP.', ''))
}

describe('people are found', () => {
  test('by words of the name in any order, and by their beginnings', async () => {
    for (const teks of ['wulan rahayu', 'rahayu WULAN', 'wul uji rah']) {
      expect(await listNama(akun.dewi, { teks }), teks).toEqual([akun.wulan.nama])
    }
  })

  test('whose name begins so before those who carry the word elsewhere', async () => {
    expect(await listNama(akun.dewi, { teks: 'rahayu' })).toEqual([
      'Rahayu Uji Sri',
      'Sri Uji Rahayu',
      akun.wulan.nama,
    ])
  })

  test.each(['Wulna Rahayu', 'Wulan Rahau', 'Qulan Rahayu', 'wuulan rahayuu'])(
    'through a slip of the hand, and it is said so: %s',
    async (teks) => {
      const { pegawai, mirip } = await server.getJawaban(akun.dewi, searchPegawai, {
        body: { teks },
      })
      expect(pegawai[0]?.id).toBe(akun.wulan.pegawaiId)
      expect(mirip).toBe(true)
    },
  )

  test.each([
    ['maruf amin', 'Ma’ruf Uji Amin'],
    ["ma'ruf", 'Ma’ruf Uji Amin'],
    ['andre', 'André Uji Pelealu'],
  ])('without regard to accents and apostrophes: %s', async (teks, nama) => {
    expect(await listNama(akun.dewi, { teks })).toEqual([nama])
  })

  test('by a NIP or its first digits, however they are grouped', async () => {
    expect(await listNama(akun.dewi, { teks: '19790101 2005' })).toHaveLength(4)
    expect(await listNama(akun.dewi, { teks: akun.hadi.nip })).toEqual([akun.hadi.nama])
  })

  test('by grade, part of the position, office and unit', async () => {
    const { utara } = perangkatDaerah
    expect(await listNama(akun.dewi, { golongan: 'III/c', jabatan: 'GURU' })).toHaveLength(4)
    expect(await listNama(akun.dewi, { jabatan: 'g%u' })).toEqual([])
    expect(await listNama(akun.dewi, { unitKerja: utara.unit, teks: 'wulan' })).toEqual([])
    expect(await listNama(akun.dewi, { perangkatDaerah: utara.kode, teks: 'sri' })).toEqual([
      'Sri Uji Rahayu',
      'Rahayu Uji Sri',
    ])
  })

  test('under a new name as soon as it is changed', async () => {
    await server.owner.query(`update pegawai set nama = 'Bagaskara Uji Baru' where id = $1`, [
      akun.yanti.pegawaiId,
    ])
    expect(await listNama(akun.dewi, { teks: 'bagaskra' })).toEqual(['Bagaskara Uji Baru'])
  })

  test.each([{}, { teks: 'uji' }, { teks: 'ujii' }, { teks: '19' }])(
    'page by page, everybody once: %o',
    async (body) => {
      const semua = await listNama(akun.dewi, body)
      const perHalaman: string[] = []
      let setelah: BodyOf<typeof searchPegawai>['setelah']
      do {
        const { pegawai, berikut } = await server.getJawaban(akun.dewi, searchPegawai, {
          body: { ...body, batas: 2, ...(setelah && { setelah }) },
        })
        perHalaman.push(...pegawai.map(({ nama }) => nama.replace(', S.AP.', '')))
        setelah = berikut ?? undefined
      } while (setelah !== undefined)
      expect(semua).toHaveLength(13)
      expect(perHalaman).toEqual(semua)
    },
  )
})

describe('searching keeps the limits of the login', () => {
  test('a fasilitator finds nobody of another office, whatever is asked', async () => {
    const { kode, unit } = perangkatDaerah.utara
    const pertanyaan: BodyOf<typeof searchPegawai>[] = [
      { teks: 'hadi' },
      { teks: 'hdai' },
      { teks: akun.hadi.nip },
      { perangkatDaerah: kode },
      { unitKerja: unit },
      { perangkatDaerah: kode, unitKerja: unit, teks: 'uji' },
      { setelah: { tingkat: 0, kunci: '', id: akun.hadi.pegawaiId } },
    ]
    const utara = new Set(await listNama(akun.dewi, { perangkatDaerah: kode }))
    for (const body of pertanyaan) {
      for (const nama of await listNama(akun.rina, body)) expect(utara.has(nama)).toBe(false)
    }
    expect(await listNama(akun.sari, {})).toEqual([...utara])
  })

  test('the function itself answers an employee, or nobody at all, with nothing', async () => {
    const app = await connect(server.environment.DATABASE_URL)
    try {
      for (const peran of ['', 'user_personal', 'fasilitator']) {
        await app.query('begin')
        await app.query(
          `select set_config('meja.peran', $1, true), set_config('meja.pegawai_id', $2, true)`,
          [peran, akun.wulan.pegawaiId],
        )
        const { rowCount } = await app.query(
          `select from cari_pegawai('uji', null, null, null, null, null, null, null, null, 50)
           union all select from hitung_organisasi()`,
        )
        expect(rowCount).toBe(0)
        await app.query('rollback')
      }
      await expect(app.query('select from kata_nama')).rejects.toThrow('permission denied')
    } finally {
      await app.end()
    }
  })

  test('text of the question is never part of a statement', async () => {
    for (const teks of [`'; drop table audit; --`, `%L %s $1`, `{"a"}`, '\\', `"') or true --`]) {
      expect(await listNama(akun.dewi, { teks, jabatan: teks })).toEqual([])
    }
    for (const teks of [`%' or '1'='1`, `\\' or true`]) {
      expect(await listNama(akun.dewi, { jabatan: teks })).toEqual([])
      expect(await listNama(akun.dewi, { golongan: teks.slice(0, 10) })).toEqual([])
    }
  })

  test('an employee may not look others up', async () => {
    expect(
      await server.getPenolakan(akun.wulan, searchPegawai, { body: { teks: 'rina' } }),
    ).toMatchObject({ kode: 'tidak_berwenang' })
  })

  test('a NIP that a spreadsheet damaged is named as such', async () => {
    expect(
      await server.getPenolakan(akun.dewi, searchPegawai, { body: { teks: '1,98503E+17' } }),
    ).toMatchObject({ kode: 'nip_rusak' })
  })
})

describe('the organisation tree', () => {
  test('counts the people of each unit, of the own office only for a fasilitator', async () => {
    const { selatan, utara } = perangkatDaerah
    const semua = await server.getJawaban(akun.dewi, getOrganisasi, {})
    expect(semua.perangkatDaerah.map(({ kode, jumlah }) => [kode, jumlah])).toEqual([
      [selatan.kode, 6],
      [utara.kode, 7],
    ])
    const sendiri = await server.getJawaban(akun.sari, getOrganisasi, {})
    expect(sendiri.perangkatDaerah).toEqual([
      {
        kode: utara.kode,
        nama: utara.nama,
        jumlah: 7,
        unit: [
          {
            kode: utara.unit,
            nama: `Sekretariat ${utara.nama}`,
            jumlah: 7,
            ditutupPada: null,
            dasarPenutupan: null,
          },
        ],
      },
    ])
  })
})
