import { sql } from 'kysely'
import { getSehat } from '@meja/core/api/sehat.ts'
import { readKeadaanPesan } from '../../database/pesan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'

export function registerSehat(api: Api, pesanDiatur: boolean): void {
  registerEndpoint(api, getSehat, async () => {
    // Without a mail server nothing else would ask the database whether it is there.
    await sql`select 1`.execute(api.database)
    const pesan = await readKeadaanPesan(api.database, pesanDiatur)
    return { versi: '0.1.0', waktu: new Date().toISOString(), pesan }
  })
}
