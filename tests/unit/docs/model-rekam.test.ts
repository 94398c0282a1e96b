import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { HALAMAN_MODEL, renderModelRekam } from '../../../scripts/model-rekam.ts'

it('the table of the record says what the descriptions say (node scripts/model-rekam.ts)', async () => {
  const halaman = fileURLToPath(new URL(`../../../${HALAMAN_MODEL}`, import.meta.url))
  expect(readFileSync(halaman, 'utf8')).toBe(await renderModelRekam())
})
