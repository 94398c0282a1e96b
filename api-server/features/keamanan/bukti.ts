import type { BuktiPemilik } from '@meja/core/api/keamanan.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import type { KunciFaktor } from '../../faktor/kunci-faktor.ts'
import { findPemilik, noteDipakai, type PihakPasskey } from '../../faktor/passkey.ts'
import { verifySandi } from '../../faktor/sandi.ts'
import { takeSementara } from '../../faktor/sementara.ts'
import { MejaError } from '../../meja-error.ts'
import type { AttemptCounter } from '../../plugins/attempt-counter.ts'
import { readSandiHash } from './queries.ts'

/** What the owner's own page needs beside the database. */
export type KeamananParts = {
  readonly kunci: KunciFaktor
  readonly pihak: PihakPasskey | null
  /** Attempts to prove to be the owner, per account: an open screen is no place to guess at. */
  readonly percobaan: AttemptCounter
  /** Whether this installation sends messages at all. */
  readonly pesanDiatur: boolean
}

/** Goes on only for the owner: the password of today, or a passkey of this account. */
export async function proveOwner(
  transaksi: Transaksi,
  { pihak, percobaan }: KeamananParts,
  { akunId }: Identity,
  bukti: BuktiPemilik,
): Promise<void> {
  if (!percobaan.tryOnce(akunId)) throw new MejaError('terlalu_sering')
  if ('kataSandi' in bukti) {
    const sandi = await readSandiHash(transaksi)
    if (sandi === null || !(await verifySandi(sandi, bukti.kataSandi))) {
      throw new MejaError('sandi_salah')
    }
    return
  }
  const tantangan = await takeSementara(transaksi, 'TantanganBukti', akunId)
  if (pihak === null || tantangan === null) throw new MejaError('passkey_ditolak')
  const pemilik = await findPemilik(transaksi, pihak, bukti.passkey, tantangan)
  if (pemilik?.akunId !== akunId) throw new MejaError('passkey_ditolak')
  await noteDipakai(transaksi, bukti.passkey.id, pemilik.penghitung)
}
