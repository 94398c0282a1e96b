import { Secret, TOTP } from 'otpauth'
import type { Transaksi } from '../database/connection.ts'
import type { KunciFaktor } from './kunci-faktor.ts'

const detik = 30
/** Clocks of phones differ: the code before and the one after are good too (RFC 6238, 5.2). */
const kelonggaran = 1

function getTotp(rahasia: string, namaPengguna = ''): TOTP {
  return new TOTP({
    issuer: 'Meja ASN',
    label: namaPengguna,
    // What every authenticator app knows; others are ignored by some of them without a word.
    algorithm: 'SHA1',
    digits: 6,
    period: detik,
    secret: Secret.fromBase32(rahasia),
  })
}

/** A hundred and sixty bits, as RFC 4226 asks. */
export function createRahasiaTotp(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says to the app. */
export function getUriTotp(rahasia: string, namaPengguna: string): string {
  return getTotp(rahasia, namaPengguna).toString()
}

/** The time step that this code belongs to; null when it is none of now. */
export function findLangkah(rahasia: string, kode: string, saat: number): number | null {
  if (!/^\d{6}$/.test(kode)) return null
  const geser = getTotp(rahasia).validate({ token: kode, timestamp: saat, window: kelonggaran })
  return geser === null ? null : Math.floor(saat / 1000 / detik) + geser
}

/** Keeps the app whose first code was just seen; one that was there before ends. */
export async function saveTotp(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  akunId: string,
  rahasia: string,
  langkah: number,
): Promise<void> {
  const isi = { rahasia: kunci.seal(akunId, rahasia), langkahTerakhir: langkah }
  await transaksi
    .insertInto('faktorTotp')
    .values({ akunId, ...isi })
    .onConflict((konflik) =>
      konflik.column('akunId').doUpdateSet({ ...isi, aktifSejak: new Date() }),
    )
    .execute()
}

/** Takes a code, once: the step it belongs to has to be later than the last one that was taken. */
export async function takeTotp(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  akunId: string,
  kode: string,
  saat: number,
): Promise<boolean> {
  const baris = await transaksi
    .selectFrom('faktorTotp')
    .select('rahasia')
    .where('akunId', '=', akunId)
    .executeTakeFirst()
  if (baris === undefined) return false
  const langkah = findLangkah(kunci.open(akunId, baris.rahasia), kode, saat)
  if (langkah === null) return false
  const { numUpdatedRows } = await transaksi
    .updateTable('faktorTotp')
    .set({ langkahTerakhir: langkah })
    .where('akunId', '=', akunId)
    .where('langkahTerakhir', '<', String(langkah))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
