import type {
  CatatanLayar,
  getCatatanLayar,
  postBukaKunci,
  postCatatanLayar,
} from '@meja/core/api/kunci.ts'
import type { z } from 'zod'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import type { KunciPemulihan } from './kunci-server.ts'
import { findTersimpan, insertCatatan, listCatatan, noteDilepas } from './queries.ts'

/** What an administrator should see without looking for it. */
const patutDiaudit = new Set(['pin_habis', 'keadaan_mundur', 'dilepas'])

export async function openKunci(
  transaksi: Transaksi,
  { akunId }: Identity,
  kunci: KunciPemulihan,
  { idKunci, bungkus, komputer }: z.output<typeof postBukaKunci.body>,
): Promise<z.input<typeof postBukaKunci.response>> {
  const isi = kunci.findKunciData(akunId, idKunci, bungkus)
  if (isi === null) throw new MejaError('kunci_tidak_sah')
  await writeAudit(transaksi, akunId, 'kunci.dibuka', `komputer/${komputer}`, { idKunci })
  return { kunci: isi.toString('base64') }
}

type Tersimpan = Awaited<ReturnType<typeof findTersimpan>>

/**
 * A number that was given before, with other content, or one below the newest that was never given:
 * somebody has put old files back, or has taken them away (D7). The workstation itself cannot know. The
 * same words once more are only an answer that was lost.
 */
function isMundur(catatan: readonly CatatanLayar[], { sama, terakhir }: Tersimpan): boolean {
  const dulu = new Map(sama.map((satu) => [satu.urutan, satu]))
  return catatan.some(({ urutan, peristiwa, pada }) => {
    const lama = dulu.get(urutan)
    if (lama === undefined) return urutan < terakhir
    return lama.peristiwa !== peristiwa || lama.pada.getTime() !== Date.parse(pada)
  })
}

export async function writeCatatan(
  transaksi: Transaksi,
  { akunId }: Identity,
  { komputer, catatan }: z.output<typeof postCatatanLayar.body>,
): Promise<z.input<typeof postCatatanLayar.response>> {
  const urutan = catatan.map((satu) => satu.urutan)
  const tersimpan = await findTersimpan(transaksi, akunId, komputer, urutan)
  const diterima = await insertCatatan(transaksi, akunId, komputer, catatan)
  const objek = `komputer/${komputer}`
  const dulu = new Set(tersimpan.sama.map((satu) => satu.urutan))
  const baru = catatan.filter((satu) => !dulu.has(satu.urutan))
  for (const satu of baru.filter(({ peristiwa }) => patutDiaudit.has(peristiwa))) {
    await writeAudit(transaksi, akunId, `layar.${satu.peristiwa}`, objek, { urutan: satu.urutan })
  }
  // Said again after the person came back, the old word must not take the desk away once more.
  if (baru.at(-1)?.peristiwa === 'dilepas') {
    await noteDilepas(transaksi, akunId, komputer)
  }
  if (isMundur(catatan, tersimpan)) {
    await writeAudit(transaksi, akunId, 'layar.keadaan_mundur', objek, {
      terakhir: tersimpan.terakhir,
    })
  }
  return { diterima }
}

export async function listCatatanLayar(
  transaksi: Transaksi,
): Promise<z.input<typeof getCatatanLayar.response>> {
  const baris = await listCatatan(transaksi)
  return {
    catatan: baris.map((satu) => ({
      ...satu,
      pada: satu.pada.toISOString(),
      diterimaPada: satu.diterimaPada.toISOString(),
    })),
  }
}
