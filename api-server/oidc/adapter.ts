import type { Adapter, AdapterPayload } from 'oidc-provider'
import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'

/** The issuer's state in PostgreSQL, so that API nodes hold none (D14). */
export function createAdapter(database: Database): (jenis: string) => Adapter {
  return (jenis) => {
    const find = async (kolom: 'id' | 'uid', nilai: string) => {
      const baris = await database
        .selectFrom('oidcPayload')
        .select(['isi', 'dipakaiPada'])
        .where('jenis', '=', jenis)
        .where(kolom, '=', nilai)
        .where((eb) => eb.or([eb('kedaluwarsa', 'is', null), eb('kedaluwarsa', '>', new Date())]))
        .executeTakeFirst()
      if (baris === undefined) return undefined
      const consumed = baris.dipakaiPada && {
        consumed: Math.floor(baris.dipakaiPada.getTime() / 1000),
      }
      return { ...baris.isi, ...consumed } as AdapterPayload
    }
    return {
      async upsert(id, payload, expiresIn) {
        const isi = {
          isi: JSON.stringify(payload),
          grantId: payload.grantId ?? null,
          uid: payload.uid ?? null,
          kedaluwarsa: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
        }
        await database
          .insertInto('oidcPayload')
          .values({ id, jenis, ...isi })
          .onConflict((konflik) => konflik.columns(['jenis', 'id']).doUpdateSet(isi))
          .execute()
      },
      find: (id) => find('id', id),
      findByUid: (uid) => find('uid', uid),
      // The device flow is off; nothing has a user code.
      findByUserCode: () => Promise.resolve(undefined),
      async consume(id) {
        await database
          .updateTable('oidcPayload')
          .set({ dipakaiPada: new Date() })
          .where('jenis', '=', jenis)
          .where('id', '=', id)
          .execute()
      },
      async destroy(id) {
        await database
          .deleteFrom('oidcPayload')
          .where('jenis', '=', jenis)
          .where('id', '=', id)
          .execute()
      },
      async revokeByGrantId(grantId) {
        await database.deleteFrom('oidcPayload').where('grantId', '=', grantId).execute()
        await sql`select tutup_sesi_grant(${grantId})`.execute(database)
      },
    }
  }
}

export async function deleteExpired(database: Database): Promise<void> {
  await database.deleteFrom('oidcPayload').where('kedaluwarsa', '<', new Date()).execute()
}
