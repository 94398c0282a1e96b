import { z } from 'zod'
import { AksiUsulan } from '../domain/status-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, DrafId, PegawaiId, RiwayatId, UsulanId } from './objek.ts'
import { DokumenKasus, IsiRiwayat, JenisUsulan, Teks } from './verifikasi.ts'

const semua = ['user_personal', 'fasilitator', 'administrator'] as const

/** Most drafts that one account keeps. */
export const batasDraf = 50

/** What somebody has written so far; nothing in it needs to be complete or right yet. */
const IsiDraf = z.object({
  pegawaiId: PegawaiId,
  jenis: JenisUsulan,
  aksi: AksiUsulan,
  riwayatId: RiwayatId.nullable(),
  memperbaiki: UsulanId.nullable(),
  sesudah: z.record(z.string().max(60), z.string().max(1000).nullable()),
  alasan: Teks(500),
  dokumenIds: z.array(DokumenId).max(20),
})

export const Draf = IsiDraf.omit({ dokumenIds: true }).extend({
  id: z.uuid(),
  sesudah: IsiRiwayat,
  dokumen: z.array(DokumenKasus),
  diubahPada: z.iso.datetime({ offset: true }),
})
export type Draf = z.infer<typeof Draf>

export const listDraf = defineEndpoint({
  name: 'listDraf',
  summary: 'Proposals that this account is still writing, the newest first (P9.1)',
  method: 'GET',
  path: '/api/draf',
  roles: semua,
  response: z.object({ draf: z.array(Draf) }),
  errors: [],
})

export const postDraf = defineEndpoint({
  name: 'postDraf',
  summary: 'Keeps a draft on the server; nothing of it stays in a shared browser',
  method: 'POST',
  path: '/api/draf',
  roles: semua,
  /** The id is the sender's: the same draft is written again and again. */
  body: IsiDraf.extend({ id: DrafId }),
  response: z.object({ id: z.uuid(), diubahPada: z.iso.datetime({ offset: true }) }),
  errors: ['draf_terlalu_banyak'],
})

export const deleteDraf = defineEndpoint({
  name: 'deleteDraf',
  summary: 'Throws a draft away; one that is gone already stays gone',
  method: 'POST',
  path: '/api/draf/:drafId/hapus',
  roles: semua,
  params: z.object({ drafId: DrafId }),
  response: z.object({ id: z.uuid() }),
  errors: [],
})
