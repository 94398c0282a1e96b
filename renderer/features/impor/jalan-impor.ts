import type { Impor } from '@meja/core/api/impor.ts'

/** How far an import is: rows of the record by now, of all that may go in. */
export function getKemajuan({ jumlah }: Impor): { masuk: number; semua: number; bagian: number } {
  const semua = jumlah.siap + jumlah.peringatan
  const { masuk } = jumlah
  return { masuk, semua, bagian: semua === 0 ? 1 : masuk / semua }
}

export type TindakanImpor = 'terapkan' | 'lanjutkan' | 'batalkan' | 'unduhDitolak'

/** What may be done with an import as it stands. */
export function listTindakan(impor: Impor): TindakanImpor[] {
  const { status, jumlah } = impor
  const { semua, masuk } = getKemajuan(impor)
  const terapkan: TindakanImpor[] =
    status === 'pratinjau' && semua > 0
      ? ['terapkan']
      : status === 'berjalan' && masuk < semua
        ? ['lanjutkan']
        : []
  return [
    ...terapkan,
    ...(status === 'dibatalkan' ? [] : (['batalkan'] as const)),
    ...(jumlah.ditolak > 0 ? (['unduhDitolak'] as const) : []),
  ]
}

type Langkah = { readonly impor: Impor; readonly sisa: number }

/**
 * Takes the rows in step by step until none is left or the hand says stop; each step is whole on the
 * server, so that stopping, an outage or a lock between two loses nothing.
 */
export async function runLangkah(
  step: () => Promise<Langkah>,
  onLangkah: (impor: Impor) => void,
  isBerhenti: () => boolean,
): Promise<void> {
  while (!isBerhenti()) {
    const { impor, sisa } = await step()
    onLangkah(impor)
    if (sisa === 0) return
  }
}
