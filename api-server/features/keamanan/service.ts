import type { z } from 'zod'
import type {
  changeKontak,
  changeSandi,
  Keamanan,
  savePasskey as savePasskeyEndpoint,
} from '@meja/core/api/keamanan.ts'
import { checkSandi } from '@meja/core/domain/sandi.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { endSesi } from '../../database/sesi.ts'
import { hasFaktor, readFaktor } from '../../faktor/daftar-faktor.ts'
import { countKodeCadangan, renewKodeCadangan } from '../../faktor/kode-cadangan.ts'
import { buildPilihanDaftar, buildPilihanMasuk, savePasskey } from '../../faktor/passkey.ts'
import { hashSandi } from '../../faktor/sandi.ts'
import { keepSementara, takeSementara } from '../../faktor/sementara.ts'
import { createRahasiaTotp, findLangkah, getUriTotp, saveTotp } from '../../faktor/totp.ts'
import { MejaError } from '../../meja-error.ts'
import { proveOwner, type KeamananParts } from './bukti.ts'
import {
  addPesan,
  deleteCadangan,
  deletePasskey,
  deleteTotp,
  listSesiLain,
  readKontak,
  readNip,
  updateAkun,
} from './queries.ts'

export async function readKeamanan(
  transaksi: Transaksi,
  { pihak }: KeamananParts,
  { akunId, namaPengguna }: Identity,
): Promise<Keamanan> {
  const faktor = await readFaktor(transaksi, akunId)
  return {
    namaPengguna,
    ...(await readKontak(transaksi)),
    totpSejak: faktor.totpSejak?.toISOString() ?? null,
    passkey: faktor.passkey.map((satu) => ({
      ...satu,
      dibuatPada: satu.dibuatPada.toISOString(),
      dipakaiPada: satu.dipakaiPada?.toISOString() ?? null,
    })),
    sisaCadangan: await countKodeCadangan(transaksi, akunId),
    wajib: faktor.wajib,
    alamatPasskey: pihak?.asal ?? null,
  }
}

export async function replaceSandi(
  transaksi: Transaksi,
  parts: KeamananParts,
  identity: Identity,
  { bukti, kataSandi }: z.output<typeof changeSandi.body>,
): Promise<number> {
  const { akunId, pegawaiId, sesiId } = identity
  await proveOwner(transaksi, parts, identity, bukti)
  const pemilik = { ...identity, nip: await readNip(transaksi, pegawaiId) }
  const kelemahan = checkSandi(kataSandi, pemilik)
  if (kelemahan.length > 0) throw new MejaError('sandi_lemah', { kelemahan })
  await updateAkun(transaksi, akunId, { kataSandiHash: await hashSandi(kataSandi) })
  // Whoever was signed in with the old password is not any more.
  const sesi = await listSesiLain(transaksi, akunId, sesiId)
  const jumlah = sesi.length === 0 ? 0 : await endSesi(transaksi, akunId, akunId, { sesi })
  await addPesan(transaksi, 'sandi_diubah')
  await writeAudit(transaksi, akunId, 'akun.sandi', `akun:${akunId}`, { sesi: jumlah })
  return jumlah
}

export async function replaceKontak(
  transaksi: Transaksi,
  parts: KeamananParts,
  identity: Identity,
  { bukti, surel, nomorHp }: z.output<typeof changeKontak.body>,
): Promise<void> {
  const { akunId } = identity
  await proveOwner(transaksi, parts, identity, bukti)
  const lama = await readKontak(transaksi)
  const ubah = { surel: surel !== lama.surel, nomorHp: nomorHp !== lama.nomorHp }
  if (ubah.surel) await addPesan(transaksi, 'surel_diubah')
  if (ubah.nomorHp) await addPesan(transaksi, 'nomor_hp_diubah')
  await updateAkun(transaksi, akunId, { surel, nomorHp })
  // That it changed, never from what to what.
  await writeAudit(transaksi, akunId, 'akun.kontak', `akun:${akunId}`, ubah)
}

export async function beginTotp(
  transaksi: Transaksi,
  { kunci }: KeamananParts,
  { akunId, namaPengguna }: Identity,
) {
  const rahasia = createRahasiaTotp()
  await keepSementara(transaksi, 'TotpBaru', akunId, kunci.seal(akunId, rahasia))
  return { rahasia, uri: getUriTotp(rahasia, namaPengguna) }
}

/** Recovery codes come with the first factor, and with one that finds none left. */
async function addCadangan(
  transaksi: Transaksi,
  { kunci }: KeamananParts,
  akunId: string,
): Promise<string[]> {
  if ((await countKodeCadangan(transaksi, akunId)) > 0) return []
  return renewKodeCadangan(transaksi, kunci, akunId)
}

export async function finishTotp(
  transaksi: Transaksi,
  parts: KeamananParts,
  { akunId }: Identity,
  kode: string,
): Promise<string[]> {
  const { kunci, percobaan } = parts
  if (!percobaan.tryOnce(akunId)) throw new MejaError('terlalu_sering')
  const tersegel = await takeSementara(transaksi, 'TotpBaru', akunId)
  if (tersegel === null) throw new MejaError('kode_kedua_salah')
  const rahasia = kunci.open(akunId, tersegel)
  const langkah = findLangkah(rahasia, kode.replaceAll(/\s/g, ''), Date.now())
  // The refusal undoes the taking: the same picture may be tried again.
  if (langkah === null) throw new MejaError('kode_kedua_salah')
  await saveTotp(transaksi, kunci, akunId, rahasia, langkah)
  const cadangan = await addCadangan(transaksi, parts, akunId)
  await writeAudit(transaksi, akunId, 'akun.faktor_pasang', `akun:${akunId}`, { cara: 'totp' })
  return cadangan
}

export async function beginPasskey(
  transaksi: Transaksi,
  { pihak }: KeamananParts,
  identity: Identity,
) {
  if (pihak === null) throw new MejaError('passkey_ditolak')
  const pilihan = await buildPilihanDaftar(transaksi, pihak, identity)
  await keepSementara(transaksi, 'TantanganPasskey', identity.akunId, pilihan.challenge)
  return pilihan
}

export async function finishPasskey(
  transaksi: Transaksi,
  parts: KeamananParts,
  { akunId }: Identity,
  { jawaban, nama }: z.output<typeof savePasskeyEndpoint.body>,
): Promise<string[]> {
  const { pihak } = parts
  const tantangan = await takeSementara(transaksi, 'TantanganPasskey', akunId)
  if (pihak === null || tantangan === null) throw new MejaError('passkey_ditolak')
  if (!(await savePasskey(transaksi, pihak, akunId, { jawaban, tantangan, nama }))) {
    throw new MejaError('passkey_ditolak')
  }
  const cadangan = await addCadangan(transaksi, parts, akunId)
  await writeAudit(transaksi, akunId, 'akun.faktor_pasang', `akun:${akunId}`, { cara: 'passkey' })
  return cadangan
}

export async function beginBukti(
  transaksi: Transaksi,
  { pihak }: KeamananParts,
  { akunId }: Identity,
) {
  if (pihak === null) throw new MejaError('passkey_ditolak')
  const pilihan = await buildPilihanMasuk(pihak)
  await keepSementara(transaksi, 'TantanganBukti', akunId, pilihan.challenge)
  return pilihan
}

export async function dropFaktor(
  transaksi: Transaksi,
  { akunId }: Identity,
  faktor: { readonly cara: 'totp' } | { readonly cara: 'passkey'; readonly id: string },
): Promise<void> {
  if (faktor.cara === 'totp') await deleteTotp(transaksi, akunId)
  else await deletePasskey(transaksi, akunId, faktor.id)
  // Recovery codes stand in for a factor; without one there is nothing to stand in for.
  if (!hasFaktor(await readFaktor(transaksi, akunId))) await deleteCadangan(transaksi, akunId)
  await writeAudit(transaksi, akunId, 'akun.faktor_hapus', `akun:${akunId}`, {
    cara: faktor.cara,
  })
}

export async function replaceCadangan(
  transaksi: Transaksi,
  { kunci }: KeamananParts,
  { akunId }: Identity,
): Promise<string[]> {
  if (!hasFaktor(await readFaktor(transaksi, akunId))) throw new MejaError('tidak_ditemukan')
  const kode = await renewKodeCadangan(transaksi, kunci, akunId)
  await writeAudit(transaksi, akunId, 'akun.cadangan_baru', `akun:${akunId}`, {})
  return kode
}
