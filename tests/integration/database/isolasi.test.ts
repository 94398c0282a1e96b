import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../support/database.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat, addUsulan, buildKeputusan } from '../../support/usulan.ts'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'

/** Tables that tell of a person; what the application role sees of them is the test. */
const tabelPribadi = [
  'pegawai',
  'riwayat',
  'dokumen',
  'usulan',
  'usulan_dokumen',
  'keputusan_verifikasi',
]

let server: TestServer
let app: Client
beforeAll(async () => {
  server = await startTestServer()
  app = await connect(server.environment.DATABASE_URL)
  await addRiwayat(server, akun.hadi, 'gaji')
  const usulan = await addUsulan(server, akun.hadi)
  await server.getJawaban(akun.sari, postKeputusan, { body: buildKeputusan(usulan) })
  await addUsulan(server, akun.wulan)
})
afterAll(async () => {
  await app.end()
  await server.close()
})

/** One transaction as this account, as the server opens it; always rolled back. */
async function asAkun<T>(satu: Akun | null, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    if (satu !== null) {
      await app.query(
        `select set_config('meja.akun_id', $1, true), set_config('meja.pegawai_id', $2, true),
           set_config('meja.peran', $3, true), set_config('meja.perangkat_daerah', $4, true),
           set_config('meja.unit', '*', true)`,
        [
          satu.id,
          satu.pegawaiId,
          satu.peran,
          satu.peran === 'fasilitator' ? perangkatDaerah[satu.kantor].kode : '',
        ],
      )
    }
    return await work()
  } finally {
    await app.query('rollback')
  }
}

async function count(tabel: string): Promise<number> {
  const { rows } = await app.query<{ n: string }>(`select count(*) as n from ${tabel}`)
  return Number(rows[0]?.n)
}

describe('the application role', () => {
  test('owns nothing and may not pass row-level security', async () => {
    const { rows } = await server.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit,
         (select count(*) from pg_class where relowner = r.oid) as milik
       from pg_roles r where rolname = 'meja_app'`,
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolinherit: false,
        milik: '0',
      },
    ])
  })

  test.each(tabelPribadi)('sees nothing of %s before it is said who asks', async (tabel) => {
    const { rows } = await server.owner.query<{ n: string }>(`select count(*) as n from ${tabel}`)
    expect(Number(rows[0]?.n)).toBeGreaterThan(0)
    expect(await asAkun(null, () => count(tabel))).toBe(0)
  })

  test.each(tabelPribadi)('sees of %s only the own office, even without a WHERE', async (tabel) => {
    const milikUtara = await asAkun(akun.sari, () => count(tabel))
    const milikSelatan = await asAkun(akun.rina, () => count(tabel))
    const semua = await asAkun(akun.dewi, () => count(tabel))
    expect(milikUtara).toBeGreaterThan(0)
    expect(milikUtara + milikSelatan).toBe(semua)
  })

  test('sees of an employee only the own rows', async () => {
    const { rows } = await asAkun(akun.hadi, () => app.query('select id from pegawai'))
    expect(rows).toEqual([{ id: akun.hadi.pegawaiId }])
  })

  test.each([
    ['a password hash', 'select kata_sandi_hash from akun'],
    ['values of the record', "update riwayat set isi = '{}'"],
    ['the words of a decision', "update keputusan_verifikasi set hasil = 'sesuai'"],
    ['an employee', 'delete from pegawai'],
    ['a proposal', 'delete from usulan'],
    ['a whole table', 'truncate usulan cascade'],
    ['the migrations', 'delete from migrasi'],
    ['a table of its own', 'create table public.milikku (x int)'],
    ['a temporary table that could stand in for ours', 'create temporary table audit (x int)'],
  ])('may not touch %s', async (_, kalimat) => {
    await expect(asAkun(akun.dewi, () => app.query(kalimat))).rejects.toThrow(/permission denied/)
  })

  test('cannot move a proposal of the own office into another, nor decide in its name', async () => {
    await expect(
      asAkun(akun.rina, () =>
        app.query(
          `insert into keputusan_verifikasi (id, transaction_id, usulan_id, versi_usulan,
             perangkat_daerah, akun_id, pegawai_pemutus, pegawai_pengusul, hasil, isi, sidik, resi,
             diputuskan_pada, diterima_pada)
           select gen_random_uuid(), gen_random_uuid(), id, versi, '902', $1, $2, pegawai_id,
             'dikembalikan', '{}', repeat('0', 64), '{}', now(), now() from usulan`,
          [akun.rina.id, akun.rina.pegawaiId],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('the database itself refuses', () => {
  async function insertKeputusan(kolom: Record<string, unknown>) {
    const usulan = await addUsulan(server, akun.wulan)
    const isi = {
      pegawai_pemutus: akun.rina.pegawaiId,
      hasil: 'sesuai',
      asli_metode: 'asli',
      asli_tempat: 'Loket',
      ...kolom,
    }
    return server.owner.query(
      `insert into keputusan_verifikasi (id, transaction_id, usulan_id, versi_usulan,
         perangkat_daerah, akun_id, pegawai_pemutus, pegawai_pengusul, hasil, asli_metode, asli_tempat,
         isi, sidik, resi, diputuskan_pada, diterima_pada)
       values (gen_random_uuid(), gen_random_uuid(), $1, 1, '901', $2, $3, $4, $5, $6, $7, '{}',
         repeat('0', 64), '{}', now(), now())`,
      [
        usulan.id,
        akun.rina.id,
        isi.pegawai_pemutus,
        akun.wulan.pegawaiId,
        isi.hasil,
        isi.asli_metode,
        isi.asli_tempat,
      ],
    )
  }

  test('a decision about oneself', async () => {
    await expect(insertKeputusan({ pegawai_pemutus: akun.wulan.pegawaiId })).rejects.toThrow(
      /check/,
    )
  })

  test('a "sesuai" without the statement where the original was seen', async () => {
    await expect(insertKeputusan({ asli_metode: null, asli_tempat: null })).rejects.toThrow(/check/)
  })

  test.each(['valid', 'terverifikasi_1', 'dikembalikan'])(
    'a proposal that is %s although nobody decided',
    async (status) => {
      const usulan = await addUsulan(server, akun.wulan)
      await expect(
        server.owner.query('update usulan set status = $1, versi = 2 where id = $2', [
          status,
          usulan.id,
        ]),
      ).rejects.toThrow(/tanpa keputusan/)
    },
  )
})

test('every table with rows of people is under row-level security with FORCE', async () => {
  const { rows } = await server.owner.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity) order by relname`,
  )
  // Offices and descriptions are public knowledge; the issuer's state and the migrations have no office.
  expect(rows.map((satu) => satu.relname)).toEqual([
    'jenis_dokumen_rahasia',
    'jenis_riwayat',
    'kebijakan_akun',
    'migrasi',
    'naskah_pakta',
    'oidc_payload',
    'perangkat_daerah',
    'unit_kerja',
    'zaman_server',
  ])
})

test('every function that runs with the rights of the owner looks temporary tables up last', async () => {
  const { rows } = await server.owner.query(
    `select proname, proconfig from pg_proc where prosecdef
       and pronamespace = 'public'::regnamespace
       and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`,
  )
  expect(rows).toEqual([])
})
