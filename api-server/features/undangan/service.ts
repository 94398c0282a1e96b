import { randomUUID } from 'node:crypto'
import { DatabaseError } from 'pg'
import type { Pemulihan, Undangan } from '@meja/core/api/undangan.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { buildKode, hashKode } from '../../faktor/kode-surat.ts'
import type { KunciFaktor } from '../../faktor/kunci-faktor.ts'
import { MejaError } from '../../meja-error.ts'
import {
  addSaksi,
  findKodeTerbuka,
  insertAkun,
  insertKode,
  listKeadaan,
  listNamaPencatat,
  listPegawaiAkun,
  listPemulihanTerbuka,
  readMasaKode,
  revokeKode,
  type BarisUndangan,
} from './queries.ts'

function getKeadaan(baris: BarisUndangan, kini: Date): Undangan['keadaan'] {
  if (baris.sudahAktif) return 'aktif'
  if (baris.tertutup) return 'tertutup'
  if (baris.kodeId === null || baris.kedaluwarsa === null) return 'belum_diundang'
  if (baris.dicabutPada !== null) return 'dicabut'
  return baris.kedaluwarsa > kini ? 'diundang' : 'kedaluwarsa'
}

export async function readUndangan(transaksi: Transaksi, unit: string): Promise<Undangan[]> {
  const kini = new Date()
  return (await listKeadaan(transaksi, unit)).map((baris) => ({
    pegawaiId: baris.pegawaiId,
    nama: baris.nama,
    nip: baris.nip,
    keadaan: getKeadaan(baris, kini),
    kodeId: baris.kodeId,
    dibuatPada: baris.dibuatPada?.toISOString() ?? null,
    kedaluwarsa: baris.kedaluwarsa?.toISOString() ?? null,
  }))
}

/**
 * An account named by the NIP for whoever has none, and a code for whoever has not opened theirs. What
 * comes out is on paper only: neither the administrator nor the database sets a password (P30.2i-j).
 */
export async function invite(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  identity: Identity,
  pegawai: readonly string[],
) {
  if (pegawai.includes(identity.pegawaiId)) throw new MejaError('pengelola_lain_diperlukan')
  const terlihat = await listPegawaiAkun(transaksi, pegawai)
  const diundang = terlihat
    .filter(({ sudahAktif, tertutup }) => !sudahAktif && !tertutup)
    .map(({ id, nip, akunId }) => ({
      pegawaiId: id,
      akunId: akunId ?? randomUUID(),
      baru: akunId === null,
      namaPengguna: nip,
      kodeId: randomUUID(),
    }))
  const kedaluwarsa = await readMasaKode(transaksi)
  await insertAkun(
    transaksi,
    diundang
      .filter(({ baru }) => baru)
      .map(({ akunId, pegawaiId, namaPengguna }) => ({ id: akunId, pegawaiId, namaPengguna })),
  )
  await revokeKode(transaksi, { akun: diundang.map(({ akunId }) => akunId) })
  await insertKode(
    transaksi,
    diundang.map(({ pegawaiId, akunId, kodeId }) => ({
      id: kodeId,
      pegawaiId,
      akunId,
      jenis: 'aktivasi',
      identitas: 'surat',
      dicatatOleh: identity.akunId,
      sidikPertama: hashKode(buildKode(kunci, kodeId, 1)),
      kedaluwarsa,
    })),
  )
  await writeAudit(transaksi, identity.akunId, 'akun.undang', 'akun', {
    akun: diundang.map(({ akunId }) => akunId),
  })
  return {
    dibuat: diundang.length,
    dilewati: pegawai.length - diundang.length,
    kedaluwarsa: kedaluwarsa.toISOString(),
  }
}

export async function revoke(
  transaksi: Transaksi,
  identity: Identity,
  kodeId: string,
  alasan: string,
): Promise<void> {
  const kode = await findKodeTerbuka(transaksi, kodeId)
  if (kode === undefined) throw new MejaError('tidak_ditemukan')
  await revokeKode(transaksi, { kodeId })
  await writeAudit(transaksi, identity.akunId, 'akun.kode_cabut', `akun:${kode.akunId}`, {
    kode: kodeId,
    alasan,
  })
}

/** The database refuses whoever opens a code for the own person, or witnesses the own entry. */
function toPengelolaLain(error: unknown): never {
  if (error instanceof DatabaseError && error.code === '23514') {
    throw new MejaError('pengelola_lain_diperlukan')
  }
  throw error
}

/** Recovery, first half: one pengelola has the owner and a proof of identity in front of them. */
export async function beginPemulihan(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  identity: Identity,
  { pegawaiId, identitas }: { pegawaiId: string; identitas: string },
) {
  if (pegawaiId === identity.pegawaiId) throw new MejaError('pengelola_lain_diperlukan')
  const [satu] = await listPegawaiAkun(transaksi, [pegawaiId])
  if (satu === undefined) throw new MejaError('tidak_ditemukan')
  if (satu.akunId === null || !satu.sudahAktif) throw new MejaError('akun_belum_aktif')
  const kedaluwarsa = await readMasaKode(transaksi)
  const id = randomUUID()
  await revokeKode(transaksi, { akun: [satu.akunId] })
  await insertKode(transaksi, [
    {
      id,
      pegawaiId,
      akunId: satu.akunId,
      jenis: 'pemulihan',
      identitas,
      dicatatOleh: identity.akunId,
      sidikPertama: hashKode(buildKode(kunci, id, 1)),
      kedaluwarsa,
    },
  ]).catch(toPengelolaLain)
  await writeAudit(transaksi, identity.akunId, 'akun.pulih_catat', `akun:${satu.akunId}`, {
    kode: id,
    identitas,
  })
  return { kodeId: id, kedaluwarsa: kedaluwarsa.toISOString() }
}

/** Recovery, second half: another pengelola has seen the same. */
export async function witness(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  identity: Identity,
  kodeId: string,
) {
  const kode = await findKodeTerbuka(transaksi, kodeId)
  if (kode === undefined || kode.jenis !== 'pemulihan') throw new MejaError('tidak_ditemukan')
  if (kode.dicatatOleh === identity.akunId || kode.pegawaiId === identity.pegawaiId) {
    throw new MejaError('pengelola_lain_diperlukan')
  }
  const kedaluwarsa = await readMasaKode(transaksi)
  const saksi = {
    disaksikanOleh: identity.akunId,
    sidikKedua: hashKode(buildKode(kunci, kodeId, 2)),
    kedaluwarsa,
  }
  if (!(await addSaksi(transaksi, kodeId, saksi).catch(toPengelolaLain))) {
    throw new MejaError('tidak_ditemukan')
  }
  await writeAudit(transaksi, identity.akunId, 'akun.pulih_saksi', `akun:${kode.akunId}`, {
    kode: kodeId,
  })
  return { kodeId, kedaluwarsa: kedaluwarsa.toISOString() }
}

export async function readPemulihan(
  transaksi: Transaksi,
  { akunId }: Identity,
): Promise<Pemulihan[]> {
  const terbuka = await listPemulihanTerbuka(transaksi)
  const pencatat = terbuka
    .flatMap(({ dicatatOleh, disaksikanOleh }) => [dicatatOleh, disaksikanOleh])
    .filter((id) => id !== null)
  const nama = await listNamaPencatat(transaksi, [...new Set(pencatat)])
  const sebut = (id: string | null) => nama.get(id ?? '') ?? '-'
  return terbuka.map((satu) => ({
    kodeId: satu.id,
    pegawaiId: satu.pegawaiId,
    nama: satu.nama,
    nip: satu.nip,
    dicatatOleh: sebut(satu.dicatatOleh),
    dibuatPada: satu.dibuatPada.toISOString(),
    kedaluwarsa: satu.kedaluwarsa.toISOString(),
    disaksikanOleh: satu.disaksikanOleh === null ? null : sebut(satu.disaksikanOleh),
    bagianSaya: satu.dicatatOleh === akunId ? 1 : satu.disaksikanOleh === akunId ? 2 : null,
  }))
}
