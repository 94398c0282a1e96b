import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KebijakanLayar } from '@meja/core/domain/kebijakan-layar.ts'

/** The server that this workstation belongs to, until signed config names it. */
export const alamatBawaan = 'http://127.0.0.1:3030'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** An origin; without TLS only on this very machine, because the token travels there. */
export const AlamatServer = z.url().transform((teks, ctx) => {
  const url = new URL(teks)
  const aman = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))
  if (!aman) ctx.addIssue({ code: 'custom', message: 'server harus https' })
  return url.origin
})

const BerkasServer = z.object({ alamat: AlamatServer })

/** Environment, else server.json in the profile, else the demo's own server. */
export function readAlamatServer(env: NodeJS.ProcessEnv, userData: string): string {
  const dariEnv = env['MEJA_SERVER_URL']
  if (dariEnv !== undefined) return AlamatServer.parse(dariEnv)
  try {
    return BerkasServer.parse(JSON.parse(readFileSync(join(userData, 'server.json'), 'utf8')))
      .alamat
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return alamatBawaan
    throw error
  }
}

/**
 * The screen's policy from kebijakan-layar.json, until signed config brings it. Whatever stands there
 * keeps to the bounds of the schema; a file that does not is no policy at all.
 */
export function readKebijakanLayar(userData: string): KebijakanLayar {
  try {
    const isi: unknown = JSON.parse(readFileSync(join(userData, 'kebijakan-layar.json'), 'utf8'))
    return KebijakanLayar.parse(isi)
  } catch {
    return KebijakanLayar.parse({})
  }
}
