import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { umumErrors } from '@meja/core/api/endpoint.ts'
import { endpoints } from '@meja/core/api/endpoints.ts'
import { getStatusHttp } from '@meja/core/api/errors.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** The rules of OpenAPI 3.1 that our document can break: names, places, references, schemas. */
const Schema = z.record(z.string(), z.unknown())
const Isi = z.record(z.string(), z.strictObject({ schema: Schema.optional() }))
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean(),
  schema: Schema,
  description: z.string().optional(),
})
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: z.string().min(10),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content: Isi }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: Isi.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
})
const OpenApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string() }),
  components: z.record(z.string(), z.record(z.string(), Schema)),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), Operation)),
})

let server: TestServer
let dokumen: z.infer<typeof OpenApi>
let teks: string
beforeAll(async () => {
  server = await startTestServer()
  const jawaban = await server.app.inject({ method: 'GET', url: '/api/openapi.json' })
  teks = jawaban.body
  dokumen = OpenApi.parse(jawaban.json())
})
afterAll(() => server.close())

const getJalur = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

test('the document is open to everybody and says OpenAPI 3.1', () => {
  expect(dokumen.openapi).toMatch(/^3\.1/)
})

test('it lists every endpoint of the contract and no others', () => {
  const ada = Object.entries(dokumen.paths).flatMap(([jalur, operasi]) =>
    Object.keys(operasi).map((metode) => `${metode.toUpperCase()} ${jalur}`),
  )
  const seharusnya = endpoints.map((satu) => `${satu.method} ${getJalur(satu.path)}`)
  expect(ada.toSorted()).toEqual(seharusnya.toSorted())
})

test('every reference leads somewhere', () => {
  for (const [, tujuan = ''] of teks.matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(tujuan).toMatch(/^#\//)
    const bagian = tujuan.slice(2).split('/')
    const isi = bagian.reduce<unknown>(
      (nilai, kunci) => z.looseObject({}).parse(nilai)[kunci],
      dokumen,
    )
    expect({ tujuan, isi }).toEqual({ tujuan, isi: expect.anything() })
  }
})

describe.each(endpoints.map((satu) => [satu.name, satu] as const))('%s', (nama, endpoint) => {
  const getOperasi = () => {
    const operasi =
      dokumen.paths[getJalur(endpoint.path)]?.[endpoint.method === 'GET' ? 'get' : 'post']
    if (operasi === undefined) throw new Error(`${nama} tidak ada`)
    return operasi
  }

  test('has its name, its parameters and the token that it needs', () => {
    const operasi = getOperasi()
    expect(operasi.operationId).toBe(nama)
    const jalur = (operasi.parameters ?? []).filter((satu) => satu.in === 'path')
    const nama2 = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, satu]) => satu)
    expect(jalur.map((satu) => satu.name)).toEqual(nama2)
    expect(jalur.every((satu) => satu.required)).toBe(true)
    expect(operasi.security).toEqual(
      endpoint.roles === 'umum' ? undefined : [{ bearer: [] }, { cookie: [] }],
    )
    expect(operasi.requestBody !== undefined).toBe(endpoint.body !== undefined)
  })

  test('names every code that it may answer, under its status', () => {
    const { responses } = getOperasi()
    for (const kode of [...umumErrors, ...endpoint.errors]) {
      expect(responses[String(getStatusHttp(kode))]?.description.split(', ')).toContain(kode)
    }
    expect(responses['200']).toBeDefined()
  })
})
