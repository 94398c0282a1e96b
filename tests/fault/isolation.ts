import { join } from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import type { Endpoint } from '@meja/core/api/endpoint.ts'
import { endpoints } from '@meja/core/api/endpoints.ts'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { buildSigner, type SignToken } from '../support/sign-token.ts'
import { buildSample } from './isolation/build-sample.ts'
import { findSasaran, listPenanya, type Penanya, type Sasaran } from './isolation/people.ts'
import { walkDatabase } from './isolation/walk-database.ts'

export const needs = 'server'

/** What an attacker adds to any object, hoping that it is copied into a row. */
const tambahan = {
  peran: 'administrator',
  perangkatDaerah: '000',
  pegawaiPemutus: '00000000-0000-4000-8000-000000000000',
  status: 'valid',
  versi: 99,
  aktif: true,
  isAdmin: true,
}

type Permintaan = { params: unknown; query: unknown; body: unknown }

function buildRequest(endpoint: Endpoint, sasaran: Sasaran, seed: number): Permintaan {
  const pick = (objek: string) => {
    const ada = sasaran.objek.get(objek) ?? []
    return ada[seed % Math.max(1, ada.length)]
  }
  const build = (schema: z.ZodType | undefined) =>
    schema === undefined ? {} : buildSample(schema, pick, seed)
  return {
    params: build(endpoint.params),
    query: build(endpoint.query),
    body: endpoint.body instanceof z.ZodType ? build(endpoint.body) : undefined,
  }
}

async function send(
  serverUrl: string,
  endpoint: Endpoint,
  { params, query, body }: Permintaan,
  token: string | null,
) {
  const isi = z.record(z.string(), z.string()).parse(params)
  const jalur = endpoint.path.replaceAll(/:(\w+)/g, (_, nama: string) =>
    encodeURIComponent(isi[nama] ?? ''),
  )
  const alamat = new URL(jalur, serverUrl)
  for (const [nama, nilai] of Object.entries(z.record(z.string(), z.unknown()).parse(query))) {
    alamat.searchParams.set(nama, String(nilai))
  }
  const berkas = endpoint.body === 'berkas'
  const isiPesan = berkas ? 'bukan pindaian' : JSON.stringify(body)
  // Whatever has no body says so: an empty JSON would be refused before the endpoint is reached.
  const berisi = endpoint.method !== 'GET' && isiPesan !== undefined
  const jawaban = await fetch(alamat, {
    method: endpoint.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(berisi && { 'content-type': berkas ? 'application/octet-stream' : 'application/json' }),
    },
    ...(berisi && { body: isiPesan }),
  })
  return { status: jawaban.status, teks: await jawaban.text() }
}

/** Rows of the people asked about, and every account: nothing of it may change. */
async function readSidik(owner: Client, sasaran: Sasaran): Promise<string> {
  const bagian = [...sasaran.objek.keys()].map((tabel) =>
    tabel === 'pegawai'
      ? `select coalesce(md5(string_agg(t::text, '' order by t.id)), '') from pegawai t where id = $1`
      : `select coalesce(md5(string_agg(t::text, '' order by t.id)), '') from ${tabel} t where pegawai_id = $1`,
  )
  const { rows } = await owner.query(
    `select array[${bagian.map((satu) => `(${satu})`).join(', ')}] as baris,
       (select md5(string_agg(a.id::text || a.peran || a.aktif, '' order by a.id)) from akun a) as akun,
       (select count(*) from keputusan_verifikasi where pegawai_pengusul = $1) as keputusan`,
    [sasaran.pegawai],
  )
  return JSON.stringify(rows[0])
}

type Jalan = {
  context: FaultContext
  owner: Client
  signToken: SignToken
  failures: string[]
  tried: number
  /** Endpoints for which a request of the right form could be made. */
  terbentuk: Set<string>
}

/** Asks about somebody whom this login may not see, or writes about oneself where that is forbidden. */
async function tryForeign(
  jalan: Jalan,
  endpoint: Endpoint,
  siapa: Penanya | null,
  sasaran: Sasaran,
  seed: number,
): Promise<void> {
  const { context, owner, failures } = jalan
  const token = siapa === null ? null : await jalan.signToken(siapa)
  const sound = buildRequest(endpoint, sasaran, seed)
  const body = typeof sound.body === 'object' ? { ...sound.body, ...tambahan } : sound.body
  const nama = `${endpoint.name} sebagai ${siapa?.peran ?? 'tanpa token'}`
  const sebelum = await readSidik(owner, sasaran)
  for (const permintaan of [sound, { ...sound, body }]) {
    jalan.tried += 1
    const { status, teks } = await send(context.serverUrl, endpoint, permintaan, token)
    if (!teks.includes('permintaan_tidak_sah')) jalan.terbentuk.add(endpoint.name)
    const boleh =
      endpoint.roles === 'umum' || (siapa !== null && endpoint.roles.includes(siapa.peran))
    if (!boleh && status < 400) failures.push(`${nama}: dijawab ${status} walau tidak berwenang`)
    if (status >= 500) failures.push(`${nama}: galat server ${status}`)
    if (teks.includes(sasaran.nip)) failures.push(`${nama}: jawaban memuat NIP orang lain`)
  }
  if ((await readSidik(owner, sasaran)) !== sebelum) {
    failures.push(`${nama}: baris milik orang lain berubah`)
  }
}

/**
 * Every endpoint of the contract x every login x somebody whom it may not see, then the same straight
 * against the database. Requests come from the contract and tables from the catalogue: a new endpoint
 * or table is covered without a line here.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const owner = new Client({ connectionString: context.databaseUrl })
  await owner.connect()
  try {
    const signToken = await buildSigner(join(context.workDir, '../rahasia'), context.serverUrl)
    const jalan: Jalan = { context, owner, signToken, failures: [], tried: 0, terbentuk: new Set() }
    const penanya = await listPenanya(owner)
    const ulang = context.quick ? 2 : 12
    for (const siapa of [null, ...penanya.filter(({ peran }) => peran !== 'administrator')]) {
      const sasaran = await findSasaran(
        owner,
        siapa?.peran === 'user_personal'
          ? 'p.perangkat_daerah = $1 and p.id <> $2'
          : 'p.perangkat_daerah <> $1 and p.id <> $2',
        [siapa?.perangkatDaerah ?? '', siapa?.pegawaiId ?? '00000000-0000-4000-8000-000000000000'],
      )
      context.report(`isolasi sebagai ${siapa?.peran ?? 'siapa pun'}: ${endpoints.length} titik`)
      for (const endpoint of endpoints) {
        for (let ke = 0; ke < ulang; ke += 1) {
          await tryForeign(jalan, endpoint, siapa, sasaran, context.seed + ke)
        }
      }
    }
    for (const endpoint of endpoints) {
      if (endpoint.body === 'berkas' || jalan.terbentuk.has(endpoint.name)) continue
      jalan.failures.push(`${endpoint.name}: tidak ada permintaan yang diterima skemanya`)
    }
    const basis = await walkDatabase(owner, penanya)
    const failures = [...new Set([...jalan.failures, ...basis.leaks])]
    const tried = jalan.tried + basis.tried
    return {
      name: 'isolation',
      seed: context.seed,
      tried,
      survived: tried - failures.length,
      leaked: failures.length,
      failures: failures.slice(0, 20),
      floor: '0 leaks',
      met: failures.length === 0,
    }
  } finally {
    await owner.end()
  }
}
