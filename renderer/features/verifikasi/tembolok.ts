import type { z } from 'zod'
import { ApiError } from '../../app/api-error.ts'
import { findGudang } from '../../offline/use-gudang.ts'

type Simpanan<T> = {
  readonly ask: () => Promise<T>
  readonly keep: (jawaban: T) => Promise<void> | undefined
  readonly recall: () => Promise<T | undefined>
}

/**
 * The server's answer, kept for when it cannot be reached; then what was kept. Only an outage is
 * answered from here: a refusal is the server's word.
 */
async function askOrRecall<T>({ ask, keep, recall }: Simpanan<T>): Promise<T> {
  try {
    const jawaban = await ask()
    // A cache that cannot be written costs the work without network, not the answer.
    void keep(jawaban)?.catch(() => {})
    return jawaban
  } catch (error) {
    if (!(error instanceof ApiError) || error.kode !== 'luring') throw error
    const ingatan = await recall().catch(() => undefined)
    if (ingatan === undefined) throw error
    return ingatan
  }
}

export function askKasus<T extends { pegawai: { nip: string } }>(
  usulanId: string,
  schema: z.ZodType<T>,
  ask: () => Promise<T>,
): Promise<T> {
  return askOrRecall({
    ask,
    keep: (kasus) => findGudang()?.saveIsi('kasus', usulanId, kasus, kasus.pegawai.nip),
    recall: async () => (await recallKasus(usulanId, schema)) ?? undefined,
  })
}

export async function recallKasus<T>(usulanId: string, schema: z.ZodType<T>): Promise<T | null> {
  const isi = await findGudang()
    ?.findIsi('kasus', usulanId)
    .catch(() => undefined)
  return schema.safeParse(isi).data ?? null
}

export function askLembar<T>(
  nama: string,
  schema: z.ZodType<T>,
  ask: () => Promise<T>,
): Promise<T> {
  return askOrRecall({
    ask,
    keep: (isi) => findGudang()?.saveIsi('lembar', nama, isi),
    recall: async () => schema.safeParse(await findGudang()?.findIsi('lembar', nama)).data,
  })
}

/** A scan never changes under its id: what lies here is what the server has, and is here at once. */
export async function askBerkas(
  dokumenId: string,
  ask: () => Promise<ArrayBuffer>,
): Promise<ArrayBuffer> {
  const gudang = findGudang()
  const ada = await gudang?.findBerkas(dokumenId).catch(() => undefined)
  if (ada !== undefined) return ada
  const isi = await ask()
  // The viewer hands its bytes to the drawing worker: what is sealed is a copy.
  void gudang?.saveBerkas(dokumenId, isi.slice(0)).catch(() => {})
  return isi
}
