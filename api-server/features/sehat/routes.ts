import { sql } from 'kysely'
import { getSehat } from '@meja/core/api/sehat.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'

export function registerSehat(api: Api): void {
  registerEndpoint(api, getSehat, async () => {
    await sql`select 1`.execute(api.database)
    return { versi: '0.1.0', waktu: new Date().toISOString() }
  })
}
