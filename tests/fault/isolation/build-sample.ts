import { sample, stringMatching, uuid } from 'fast-check'
import { z } from 'zod'

/** An identifier of this kind of thing; undefined when the province has none. */
export type PickObjek = (objek: string) => string | undefined

type Definisi = {
  type: string
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  entries?: Record<string, string>
  values?: unknown[]
  options?: z.ZodType[]
  valueType?: z.ZodType
}

/**
 * One request that a schema accepts, from the schema alone. Identifiers whose schema names what they
 * identify (core/api/objek.ts) are chosen by `pick`; the rest is any value of the right form.
 */
export function buildSample(schema: z.ZodType, pick: PickObjek, seed: number): unknown {
  const objek = schema.meta()?.['objek']
  if (typeof objek === 'string')
    return pick(objek) ?? sample(uuid({ version: 4 }), { numRuns: 1, seed })[0]
  const isi = schema.def as unknown as Definisi
  const dalam = (satu: z.ZodType) => buildSample(satu, pick, seed)
  switch (isi.type) {
    case 'object': {
      const anggota = Object.entries(isi.shape ?? {})
      const penuh = Object.fromEntries(anggota.map(([nama, satu]) => [nama, dalam(satu)]))
      if (schema.safeParse(penuh).success) return penuh
      // A rule between members is not in the form: mostly one of them must be absent.
      const kosong = anggota.filter(([, satu]) => satu.safeParse(null).success)
      return { ...penuh, ...Object.fromEntries(kosong.map(([nama]) => [nama, null])) }
    }
    case 'array':
      return isi.element === undefined ? [] : [dalam(isi.element)]
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return dalam(isi.innerType as z.ZodType)
    case 'pipe':
      return buildPipe(isi, dalam)
    case 'enum':
      return Object.values(isi.entries ?? {})[seed % Object.keys(isi.entries ?? {}).length]
    case 'literal':
      return isi.values?.[0]
    case 'union':
      return dalam(isi.options?.[seed % isi.options.length] as z.ZodType)
    case 'record':
      return {}
    default:
      return buildLeaf(schema, seed)
  }
}

/** What enters a pipe has to satisfy what comes out of it too. */
function buildPipe({ in: masuk, out }: Definisi, dalam: (satu: z.ZodType) => unknown): unknown {
  const keluar = out?.def as Definisi | undefined
  if (keluar?.type === 'boolean') return 'true'
  return dalam((keluar?.type === 'string' ? out : masuk) as z.ZodType)
}

type JsonSchema = {
  type?: string
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
}

/** Numbers, texts and truths, from what their JSON schema asks of them. */
function buildLeaf(schema: z.ZodType, seed: number): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  if (json.type === 'boolean') return true
  if (json.type === 'integer' || json.type === 'number') return Math.max(1, json.minimum ?? 1)
  if (json.format === 'uuid') return sample(uuid({ version: 4 }), { numRuns: 1, seed })[0]
  if (json.format === 'date-time') return '2026-11-02T09:30:00+07:00'
  if (json.format === 'date') return '2026-11-02'
  if (json.pattern !== undefined) {
    return sample(stringMatching(new RegExp(json.pattern)), { numRuns: 1, seed })[0]
  }
  return 'contoh'.padEnd(json.minLength ?? 0, '-')
}
