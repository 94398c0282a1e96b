import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const AkunDemo = z.object({
  kataSandi: z.string(),
  akun: z.array(
    z.object({
      username: z.string(),
      peran: z.string(),
      nama: z.string(),
      perangkatDaerah: z.string().nullable(),
    }),
  ),
})
export type AkunDemo = z.infer<typeof AkunDemo>

export type Masuk = { username: string; kataSandi: string }

export function readDemoAccounts(provinceDir: string): AkunDemo {
  return AkunDemo.parse(JSON.parse(readFileSync(join(provinceDir, 'akun.json'), 'utf8')))
}

export function getDemoFasilitator(provinceDir: string): Masuk {
  const { akun, kataSandi } = readDemoAccounts(provinceDir)
  const found = akun.find(({ peran }) => peran === 'fasilitator')
  if (!found) throw new Error('the demo province has no fasilitator')
  return { username: found.username, kataSandi }
}
