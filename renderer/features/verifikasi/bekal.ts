import { getKasus, Kasus, type RingkasUsulan } from '@meja/core/api/verifikasi.ts'
import { callEndpoint, fetchBerkas } from '../../app/api.ts'
import { findGudang } from '../../offline/use-gudang.ts'
import { recallKasus } from './tembolok.ts'

/** Bytes of the budget that stay for what a hand opens itself. */
const CADANGAN = 80 * 1024 * 1024

/** `penuh`: no room left; `tanpa_gudang`: policy or the machine keeps nothing here. */
export type HasilBekal = 'siap' | 'penuh' | 'tanpa_gudang'

/** Case and scans, sealed on this workstation before anybody needs them without a server (P33). */
export async function bringBekal({ id, versi }: RingkasUsulan): Promise<HasilBekal> {
  const gudang = findGudang()
  if (gudang === null) return 'tanpa_gudang'
  const kasus = await findOrFetchKasus(id, versi)
  for (const dokumen of kasus.dokumen) {
    if (await gudang.hasBerkas([dokumen.id])) continue
    if ((await gudang.getSisa()) < dokumen.ukuran + CADANGAN) return 'penuh'
    await gudang.saveBerkas(dokumen.id, await fetchBerkas(dokumen.id))
  }
  // What did not fit on the disk was not kept, and says nothing.
  return (await gudang.hasBerkas(kasus.dokumen.map((satu) => satu.id))) ? 'siap' : 'penuh'
}

async function findOrFetchKasus(usulanId: string, versi: number): Promise<Kasus> {
  const ada = await recallKasus(usulanId, Kasus)
  if (ada?.versi === versi) return ada
  const kasus = await callEndpoint(getKasus, { params: { usulanId } })
  await findGudang()?.saveIsi('kasus', usulanId, kasus, kasus.pegawai.nip)
  return kasus
}
