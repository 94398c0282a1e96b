import { z } from 'zod'
import { errorCodes } from '@meja/core/api/errors.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { findGudang } from '../../offline/use-gudang.ts'
import type { Kiriman, KirimanDisimpan } from './kiriman.ts'

/** A decision as it lies in store and journal: enough to send it, and to recognise it in the tray. */
const KirimanTersimpan = z.object({
  keputusan: Keputusan,
  kasus: z.object({
    id: z.uuid(),
    jenis: Kasus.shape.jenis,
    aksi: Kasus.shape.aksi,
    nama: z.string(),
    nip: z.string(),
  }),
  /** Waits for a person; null while it only waits for the server. */
  ditolak: z
    .object({
      kode: z.enum(errorCodes),
      rincian: z.record(z.string(), z.unknown()),
      pada: z.string(),
    })
    .nullable(),
})

export type Pemulihan = {
  readonly kiriman: readonly KirimanDisimpan[]
  /** Entries that could not be read: announced, never skipped in silence. */
  readonly rusak: number
}

function take({ keputusan, kasus, keadaan, galat, ditolakPada }: Kiriman): KirimanDisimpan {
  const ditolak = keadaan === 'ditolak' && galat !== null
  return {
    // Copied out of Vue's proxies, with exactly the fields that go to the server.
    keputusan: Keputusan.parse(structuredClone(keputusan)),
    kasus: { ...kasus },
    ditolak: ditolak
      ? { kode: galat.kode, rincian: { ...galat.rincian }, pada: ditolakPada ?? '' }
      : null,
  }
}

/**
 * Store and journal, each written before the other is waited for; true only when the journal, which
 * nothing but a person can take away, has it on the disk (D6).
 */
export async function saveKiriman(kiriman: Kiriman): Promise<boolean> {
  const isi = take(kiriman)
  const id = isi.keputusan.transactionId
  const [jurnal] = await Promise.all([
    window.meja.addJurnal({ id, isi: JSON.stringify(isi) }).catch(() => null),
    findGudang()
      ?.saveKiriman(id, isi)
      .catch(() => {}),
  ])
  return jurnal?.ok === true
}

/** Its state changed: the journal keeps the decision, the store what became of it. */
export async function updateKiriman(kiriman: Kiriman): Promise<void> {
  const isi = take(kiriman)
  await findGudang()?.saveKiriman(isi.keputusan.transactionId, isi)
}

/**
 * Whether each receipt is the server's own word about this very decision: main looks, and keeps what is
 * beside its receipt (P29.2b). What could not be kept is not receipted either: it is sent again.
 */
export async function acceptResi(
  semua: readonly { kiriman: Kiriman; resi: Resi }[],
): Promise<readonly boolean[]> {
  const jawaban = await window.meja.acceptResi(
    semua.map(({ kiriman, resi }) => ({
      id: kiriman.transactionId,
      isi: JSON.stringify(take(kiriman)),
      resi,
    })),
  )
  const sah = jawaban.ok ? jawaban.value : semua.map(() => false)
  const ids = semua.flatMap(({ kiriman }, nomor) => (sah[nomor] ? [kiriman.transactionId] : []))
  await findGudang()
    ?.deleteKiriman(...ids)
    .catch(() => {})
  return sah
}

/** Given up with a reason, or decided anew: neither place needs it any more. */
export async function closeKiriman(transactionId: string): Promise<void> {
  await window.meja.closeJurnal(transactionId)
  await findGudang()?.deleteKiriman(transactionId)
}

function parseJurnal(isi: string): KirimanDisimpan | undefined {
  try {
    return KirimanTersimpan.safeParse(JSON.parse(isi)).data
  } catch {
    return undefined
  }
}

/**
 * What both places hold, brought to agreement: the journal decides what there is, the store adds what
 * became of it, and each gets back what only the other has.
 */
export async function reconcileKiriman(): Promise<Pemulihan> {
  const jawaban = await window.meja.listJurnal()
  const { terbuka, rusak } = jawaban.ok ? jawaban.value : { terbuka: [], rusak: 0 }
  const dariJurnal = terbuka.map(({ isi }) => parseJurnal(isi))
  const gudang = findGudang()
  const dariGudang = ((await gudang?.listKiriman().catch(() => [])) ?? []).map(
    (satu) => KirimanTersimpan.safeParse(satu).data,
  )
  const semua = new Map<string, KirimanDisimpan>()
  for (const satu of [...dariJurnal, ...dariGudang]) {
    if (satu !== undefined) semua.set(satu.keputusan.transactionId, satu)
  }
  const adaDi = (daftar: readonly (KirimanDisimpan | undefined)[]) =>
    new Set(daftar.map((satu) => satu?.keputusan.transactionId))
  const [jurnal, simpanan] = [adaDi(dariJurnal), adaDi(dariGudang)]
  for (const [id, isi] of semua) {
    if (!jurnal.has(id)) await window.meja.addJurnal({ id, isi: JSON.stringify(isi) })
    if (!simpanan.has(id)) await gudang?.saveKiriman(id, isi).catch(() => {})
  }
  const takTerbaca = [...dariJurnal, ...dariGudang].filter((satu) => satu === undefined).length
  return { kiriman: [...semua.values()], rusak: rusak + takTerbaca }
}
