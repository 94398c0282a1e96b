import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { kodeAturan } from '@meja/core/domain/aturan-rekam.ts'
import { kodeIndikator } from '@meja/core/domain/kualitas-data.ts'
import { kodeTemuanImpor } from '@meja/core/domain/temuan-impor.ts'
import { pesanNik, pesanNip } from '@meja/core/domain/temuan.ts'

const folder = fileURLToPath(new URL('../../', import.meta.url))
const uji = globSync('{unit,integration,fault}/**/*.ts', { cwd: folder })
  .filter((berkas) => basename(berkas) !== basename(import.meta.filename))
  .map((berkas) => readFileSync(`${folder}${berkas}`, 'utf8'))
  .join('\n')

/** A code counts when it stands for itself, not as the beginning of another. */
const isDisebut = (kode: string) => new RegExp(String.raw`\b${kode}\b`).test(uji)

it.each([
  ['the rules of the record', kodeAturan],
  [
    'the rules of NIP and NIK',
    [...Object.keys(pesanNip), ...Object.keys(pesanNik), 'NIP-08', 'NIK-07'],
  ],
  ['the verdicts of an import', kodeTemuanImpor],
  ['the indicators of data quality', kodeIndikator],
])('%s are each named by a test', (_, kode) => {
  expect(kode.filter((satu) => !isDisebut(satu))).toEqual([])
})

it('every invariant of the record is named by a test', () => {
  // The fifth is a gate of a service (P11.3); it comes with the services.
  const invarian = [1, 2, 3, 4, 6, 7, 8]
  expect(invarian.filter((nomor) => !isDisebut(`invariant ${nomor}`))).toEqual([])
})
