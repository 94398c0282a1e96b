import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '@meja/core/api/errors.ts'
import { errorSentences } from '@meja/core/api/error-sentences.ts'

const renderer = fileURLToPath(new URL('../../../../renderer/', import.meta.url))
const bagian = globSync('locales/id/*.json', { cwd: renderer }).map((berkas) =>
  berkas.replaceAll('\\', '/').slice('locales/id/'.length),
)

type Pesan = { [kunci: string]: string | Pesan }

function flatten(pesan: Pesan, awalan = ''): Map<string, string> {
  return new Map(
    Object.entries(pesan).flatMap(([kunci, isi]) =>
      typeof isi === 'string'
        ? [[`${awalan}${kunci}`, isi] as const]
        : [...flatten(isi, `${awalan}${kunci}.`)],
    ),
  )
}

function readLocale(bahasa: string, berkas: string): Map<string, string> {
  return flatten(
    JSON.parse(readFileSync(`${renderer}locales/${bahasa}/${berkas}`, 'utf8')) as Pesan,
  )
}

const semua = new Map(
  [
    ...bagian.map((berkas) => readLocale('id', berkas)),
    flatten({ galat: errorSentences.id as unknown as Pesan }),
  ].flatMap((satu) => [...satu]),
)
const sumber = globSync('{app,ui,features,portal}/**/*.{vue,ts}', { cwd: renderer }).map(
  (berkas) => ({
    berkas,
    isi: readFileSync(`${renderer}${berkas}`, 'utf8'),
  }),
)
const layar = sumber.filter(({ berkas }) => berkas.endsWith('.vue'))

function listPlaceholders(kalimat: string): string[] {
  return [...kalimat.matchAll(/\{(\w+)\}/g)].map(([satu]) => satu).toSorted()
}

describe('the two languages', () => {
  it.each(bagian)('have the same sentences in %s, each with the same gaps', (berkas) => {
    const id = readLocale('id', berkas)
    const en = readLocale('en', berkas)
    expect([...en.keys()].toSorted()).toEqual([...id.keys()].toSorted())
    for (const [kunci, kalimat] of id) {
      expect(kalimat.trim(), kunci).not.toBe('')
      expect(listPlaceholders(en.get(kunci) ?? ''), kunci).toEqual(listPlaceholders(kalimat))
    }
  })

  it.each(errorCodes)('say of %s what happened, what is safe and what to do next', (kode) => {
    for (const bahasa of ['id', 'en'] as const) {
      for (const kalimat of Object.values(errorSentences[bahasa][kode])) {
        expect(kalimat).toMatch(/\p{L}.*[.)]$/u)
      }
    }
  })
})

describe('sentences that the screens ask for', () => {
  it.each(sumber.map(({ berkas, isi }) => [berkas, isi]))('all exist: %s', (_, isi = '') => {
    const utuh = [...isi.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, kunci = '']) => kunci)
    expect(utuh.filter((kunci) => !semua.has(kunci))).toEqual([])
    // A key with a gap (`app.tema.${tema}`) must lead to something on both sides of the gap.
    const bercelah = [...isi.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, kunci = '']) => kunci)
    const takAda = bercelah.filter((kunci) => {
      const pola = new RegExp(
        `^${kunci
          .split(/\$\{[^}]+\}/)
          .map((satu) => satu.replaceAll('.', '\\.'))
          .join('[\\w.]+')}$`,
      )
      return ![...semua.keys()].some((satu) => pola.test(satu))
    })
    expect(takAda).toEqual([])
  })
})

/** Attributes that a person reads or hears. */
const terbaca = new Set(['title', 'label', 'placeholder', 'alt', 'aria-label', 'description'])

type Simpul = {
  readonly type: number
  readonly content?: unknown
  readonly name?: unknown
  readonly tag?: string
  readonly value?: { readonly content: string } | undefined
  readonly children?: readonly unknown[]
  readonly props?: readonly unknown[]
  readonly branches?: readonly unknown[]
}

const simpulTeks = 2
const simpulAtribut = 6

/** Keys of the keyboard are drawn as they stand on it, in every language. */
function collectRawText(simpul: Simpul): string[] {
  if (simpul.tag === 'kbd') return []
  const teks =
    simpul.type === simpulTeks && typeof simpul.content === 'string' ? [simpul.content] : []
  const atribut = ((simpul.props ?? []) as Simpul[])
    .filter(({ type, name }) => type === simpulAtribut && terbaca.has(String(name)))
    .map(({ value }) => value?.content ?? '')
  return [
    ...[...teks, ...atribut].filter((satu) => /\p{L}/u.test(satu)),
    ...((simpul.children ?? []) as Simpul[]).flatMap(collectRawText),
  ]
}

describe('templates', () => {
  it.each(layar.map(({ berkas, isi }) => [berkas, isi]))(
    'hold no sentence of their own: %s',
    (_, isi = '') => {
      const { descriptor, errors } = parse(isi)
      expect(errors).toEqual([])
      const akar = descriptor.template?.ast
      expect(akar).toBeDefined()
      expect(collectRawText(akar as unknown as Simpul)).toEqual([])
    },
  )

  it('are really searched', () => {
    const { descriptor } = parse('<template><p title="Judul">Halo</p><kbd>R</kbd></template>')
    expect(collectRawText(descriptor.template?.ast as unknown as Simpul)).toEqual(['Judul', 'Halo'])
  })

  it.each(layar.map(({ berkas, isi }) => [berkas, isi]))(
    'write no style attribute, which the policy refuses: %s',
    (_, isi = '') => {
      expect(isi).not.toMatch(/\sstyle="/)
    },
  )
})
