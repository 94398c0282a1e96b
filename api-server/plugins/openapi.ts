import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ErrorBody } from '@meja/core/api/endpoint.ts'

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>
type Hasil = ReturnType<Transform>

const Jawaban = z.looseObject({ description: z.string().optional() })
const Terubah = z.looseObject({
  consumes: z.array(z.string()).optional(),
  produces: z.array(z.string()).optional(),
  response: z.record(z.string(), Jawaban).optional(),
})

const berkas = { schema: { type: 'string', contentEncoding: 'binary' } }
const rujukanGalat = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }

function describeJawaban(status: string, jawaban: z.infer<typeof Jawaban>, media?: string) {
  const description = jawaban.description ?? 'Berhasil'
  if (Number(status) >= 400) return { description, content: rujukanGalat }
  return media === undefined
    ? { ...jawaban, description }
    : { description, content: { [media]: berkas } }
}

/** What zod cannot say: raw bytes in and out, and one shape for everything that is no success. */
const transform: Transform = (document) => {
  const hasil = jsonSchemaTransform(document)
  const terurai = Terubah.safeParse(hasil.schema)
  if (!terurai.success || terurai.data.response === undefined) return hasil as Hasil
  const { consumes, produces, response, ...sisa } = terurai.data
  const [masuk] = consumes ?? []
  const [keluar] = produces ?? []
  const schema = {
    ...sisa,
    ...(masuk !== undefined && { body: { content: { [masuk]: berkas } } }),
    response: Object.fromEntries(
      Object.entries(response).map(([status, isi]) => [
        status,
        describeJawaban(status, isi, keluar),
      ]),
    ),
  }
  return { ...hasil, schema } as Hasil
}

/** GET /api/openapi.json, from the same constants as the routes (D3). */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: { title: 'Meja ASN', version: '0.1.0' },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-meja_sesi' },
      },
      schemas: {
        // Any JSON may stand in the details; spelled recursively it would need a name of its own.
        ErrorBody: z.toJSONSchema(
          ErrorBody.extend({ rincian: z.record(z.string(), z.unknown()).optional() }),
        ) as object,
      },
    },
  },
  transform,
}
