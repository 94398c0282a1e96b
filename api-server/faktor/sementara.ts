import type { Transaksi } from '../database/connection.ts'
import { createAdapter } from '../oidc/adapter.ts'

/** What waits for the second half of one thing that an account has begun: one of each kind. */
export async function keepSementara(
  transaksi: Transaksi,
  jenis: 'TantanganBukti' | 'TantanganPasskey' | 'TotpBaru',
  akunId: string,
  nilai: string,
): Promise<void> {
  await createAdapter(transaksi)(jenis).upsert(akunId, { params: { nilai } }, 600)
}

/** Takes it away; null when nothing was begun, or too long ago. */
export async function takeSementara(
  transaksi: Transaksi,
  jenis: 'TantanganBukti' | 'TantanganPasskey' | 'TotpBaru',
  akunId: string,
): Promise<string | null> {
  const simpanan = createAdapter(transaksi)(jenis)
  const isi = await simpanan.find(akunId)
  await simpanan.destroy(akunId)
  const nilai = isi?.params?.['nilai']
  return typeof nilai === 'string' ? nilai : null
}
