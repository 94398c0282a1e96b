import { expect, it } from 'vitest'
import { createCrashLimit } from '../../../electron/crash-loop.ts'

it('a page that dies four times within a minute is not loaded again', () => {
  let saat = 0
  const boleh = createCrashLimit(() => saat)
  expect([boleh(), boleh(), boleh(), boleh()]).toEqual([true, true, true, false])
  saat = 60_000
  expect(boleh()).toBe(true)
})
