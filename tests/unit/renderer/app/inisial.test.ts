import { expect, it } from 'vitest'
import { getInisial } from '../../../../renderer/app/inisial.ts'

it.each([
  ['Citra Laras Hasanah, S.Pd.', 'CL'],
  ['Dr. Ir. Budi Santoso, M.Si.', 'BS'],
  ['Sukarno', 'S'],
  ['  siti   nurhaliza ', 'SN'],
  ['', ''],
])('"%s" is shown as %s: titles do not count', (nama, inisial) => {
  expect(getInisial(nama)).toBe(inisial)
})
