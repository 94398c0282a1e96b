import { sql } from 'kysely'
import { writeAudit } from './audit.ts'
import type { Transaksi } from './connection.ts'
import { MejaError } from '../meja-error.ts'

type Penanda = { readonly akunId: string; readonly peran: string }

export async function readPakta(transaksi: Transaksi, penanda: Penanda) {
  const naskah = await transaksi
    .selectFrom('naskahPakta')
    .select(['versi', 'teks', 'sidik'])
    .select(sql<string>`berlaku_mulai::text`.as('berlakuMulai'))
    .select(sql<boolean>`pakta_sah(${penanda.akunId}::uuid, ${penanda.peran})`.as('ditandatangani'))
    .where('versi', '=', sql<number>`naskah_pakta_kini()`)
    .executeTakeFirstOrThrow()
  const terakhir = await transaksi
    .selectFrom('tandaTanganPakta')
    .select(['versi', 'pada'])
    .where('akunId', '=', penanda.akunId)
    .orderBy('pada', 'desc')
    .executeTakeFirst()
  return {
    ...naskah,
    terakhir:
      terakhir === undefined ? null : { versi: terakhir.versi, pada: terakhir.pada.toISOString() },
  }
}

/** Evidence: which text, by its hash, in which role, at what time. Signing twice changes nothing. */
export async function signNaskah(
  transaksi: Transaksi,
  penanda: Penanda,
  dibaca: { readonly versi: number; readonly sidik: string },
): Promise<void> {
  const naskah = await readPakta(transaksi, penanda)
  if (naskah.versi !== dibaca.versi || naskah.sidik !== dibaca.sidik) {
    throw new MejaError('pakta_usang')
  }
  if (naskah.ditandatangani) return
  const { akunId, peran } = penanda
  const { versi, sidik } = naskah
  await transaksi.insertInto('tandaTanganPakta').values({ akunId, peran, versi, sidik }).execute()
  await writeAudit(transaksi, akunId, 'pakta.tanda_tangan', `pakta:${versi}`, { sidik, peran })
}
