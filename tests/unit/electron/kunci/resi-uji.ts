import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Keputusan } from '../../../../core/api/verifikasi.ts'
import { writeJsonKanonik } from '../../../../core/domain/json-kanonik.ts'
import {
  hashPindaian,
  type PenandaResi,
} from '../../../../api-server/features/verifikasi/kunci-resi.ts'

export const getId = (nomor: number) => `00000000-0000-4000-8000-${String(nomor).padStart(12, '0')}`

export function buildKunci(nomor: number) {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { id: String(nomor).padStart(16, '0'), kunci: privateKey }
}

export function buildKeputusan(nomor: number): Keputusan {
  return {
    transactionId: getId(nomor),
    usulanId: getId(nomor + 5000),
    versiDilihat: { usulan: 1, riwayat: null },
    hasil: 'sesuai',
    penilaian: [{ kunci: 'nomorSk', nilai: 'sesuai' }],
    asli: { metode: 'asli', tempat: 'Loket 2' },
    bukti: [{ dokumenId: getId(nomor + 9000), sha256: 'a'.repeat(64), halamanDilihat: [1] }],
    diputuskanPada: '2026-11-24T08:00:00+07:00',
  }
}

/** A decision as the desk hands it to main, with the receipt that a server with this signer gives. */
export function buildDijawab(
  nomor: number,
  penanda: PenandaResi,
  diterimaPada = '2026-11-24T09:00:00.000Z',
) {
  const keputusan = buildKeputusan(nomor)
  const resi = penanda.sign({
    keputusanId: getId(nomor + 7000),
    transactionId: keputusan.transactionId,
    usulanId: keputusan.usulanId,
    hasil: keputusan.hasil,
    status: 'valid',
    versi: 2,
    diterimaPada,
    sidik: createHash('sha256').update(writeJsonKanonik(keputusan)).digest('hex'),
    sidikPindaian: hashPindaian(keputusan),
  })
  return { id: keputusan.transactionId, isi: JSON.stringify({ keputusan }), resi }
}
