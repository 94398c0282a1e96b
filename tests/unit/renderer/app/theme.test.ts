import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getContrast } from '../../../support/color-contrast.ts'

const css = readFileSync(new URL('../../../../renderer/app/theme.css', import.meta.url), 'utf8')

function readVariables(blok: string): Record<string, string> {
  return Object.fromEntries(
    [...blok.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, nama = '', nilai = '']) => [nama, nilai]),
  )
}

const [palet = '', terang = '', gelap = ''] = [
  ...css.matchAll(/(?::root,\s*:host|:root,\s*:host,\s*\.light|\.dark) \{([^}]+)\}/g),
].map(([, isi = '']) => isi)

const tema = {
  terang: { ...readVariables(palet), ...readVariables(terang) },
  gelap: { ...readVariables(palet), ...readVariables(gelap) },
}

function getColor(variabel: Record<string, string>, nama: string): string {
  const nilai = variabel[nama]
  if (nilai === undefined) throw new Error(`${nama} is not in theme.css`)
  const rujukan = /^var\((--[\w-]+)\)$/.exec(nilai)?.[1]
  return rujukan === undefined ? nilai : getColor(variabel, rujukan)
}

const tulisan = ['highlighted', 'toned', 'muted', 'dimmed'].map((satu) => `--ui-text-${satu}`)
const arti = ['primary', 'success', 'warning', 'error', 'info'].map((satu) => `--ui-${satu}`)
const kertas = ['--ui-bg', '--ui-bg-muted', '--ui-bg-elevated']

describe.each(Object.entries(tema))('theme %s', (_, variabel) => {
  it.each(
    [...tulisan, '--ui-text', ...arti].flatMap((tinta) => kertas.map((alas) => [tinta, alas])),
  )('lets %s be read on %s (WCAG 1.4.3)', (tinta = '', alas = '') => {
    expect(getContrast(getColor(variabel, tinta), getColor(variabel, alas))).toBeGreaterThanOrEqual(
      4.5,
    )
  })

  it.each(['--ui-primary', '--ui-error', '--meja-primary-hover', '--meja-error-hover'])(
    'lets the label of a filled button be read on %s',
    (alas) => {
      const label = getColor(variabel, '--ui-text-inverted')
      expect(getContrast(label, getColor(variabel, alas))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['--ui-border-accented', '--ui-primary'])(
    'shows the edge of a field and the ring of the focus in %s (WCAG 1.4.11)',
    (garis) => {
      for (const alas of ['--ui-bg', '--ui-bg-muted']) {
        expect(
          getContrast(getColor(variabel, garis), getColor(variabel, alas)),
        ).toBeGreaterThanOrEqual(3)
      }
    },
  )
})
