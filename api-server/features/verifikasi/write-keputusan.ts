import { createHash, randomUUID } from 'node:crypto'
import { listKunciPenilaian } from '@meja/core/domain/jenis-riwayat.ts'
import { checkKeputusan } from '@meja/core/domain/keputusan.ts'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { isGiliran, getStatusSetelah } from '@meja/core/domain/status-usulan.ts'
import { Resi, type IsiResi } from '@meja/core/api/resi.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import {
  findKasusTerbuka,
  findKeputusanTerakhir,
  listDokumenUsulan,
  type BarisKasus,
} from '../../database/kasus.ts'
import { MejaError } from '../../meja-error.ts'
import { checkAturanKeputusan } from '../../turunan/check-aturan.ts'
import { applyUsulan } from './apply-usulan.ts'
import { hashPindaian, type PenandaResi } from './kunci-resi.ts'
import { findKeputusanByTransaksi, lockUsulan } from './queries.ts'

/** The receipt of an earlier sending of the same command; another command under its id is refused. */
async function findResi(
  transaksi: Transaksi,
  identity: Identity,
  penanda: PenandaResi,
  keputusan: Keputusan,
  sidik: string,
): Promise<Resi | undefined> {
  const lama = await findKeputusanByTransaksi(transaksi, keputusan.transactionId)
  if (lama === undefined) return undefined
  if (lama.sidik !== sidik || lama.akunId !== identity.akunId)
    throw new MejaError('transaksi_berbeda')
  // Written before receipts were signed: it says the same, and is signed now.
  const { data } = Resi.safeParse(lama.resi)
  return data ?? penanda.sign({ ...lama.resi, sidikPindaian: hashPindaian(keputusan) })
}

/** Refuses a decision on something else than what was seen; says who was first, and when. */
async function checkVersi(
  transaksi: Transaksi,
  identity: Identity,
  kasus: BarisKasus,
  keputusan: Keputusan,
): Promise<void> {
  const { usulan, riwayat } = keputusan.versiDilihat
  // Seen is what only a later server can have shown: this one was restored from a backup, and the
  // decision before this one is still on its way back from another workstation (P29.2c).
  if (kasus.versi < usulan || (kasus.versiRiwayat ?? 0) < (riwayat ?? 0)) {
    throw new MejaError('server_tertinggal', { versi: kasus.versi, status: kasus.status })
  }
  const giliran = isGiliran(identity.peran, kasus.jenis, kasus.status)
  if (giliran && kasus.versi === usulan && kasus.versiRiwayat === riwayat) return
  const terakhir = await findKeputusanTerakhir(transaksi, kasus.id)
  throw new MejaError(giliran || terakhir === undefined ? 'keputusan_usang' : 'sudah_diputuskan', {
    versi: kasus.versi,
    status: kasus.status,
    hasil: terakhir?.hasil ?? null,
    oleh: terakhir?.oleh ?? null,
    pada: terakhir?.diterimaPada.toISOString() ?? null,
  })
}

/** Evidence must be clear: each field of this case at most once, and no others. */
function checkKunci(kasus: BarisKasus, keputusan: Keputusan): void {
  const kunci = keputusan.penilaian.map((satu) => satu.kunci)
  const boleh = new Set(listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah))
  if (new Set(kunci).size !== kunci.length || kunci.some((satu) => !boleh.has(satu))) {
    throw new MejaError('permintaan_tidak_sah')
  }
}

async function checkIsi(transaksi: Transaksi, kasus: BarisKasus, keputusan: Keputusan) {
  const dokumen = await listDokumenUsulan(transaksi, kasus.id)
  const hambatan = checkKeputusan({ ...kasus, dokumen, temuan: null }, keputusan)[0]
  if (hambatan === undefined) return
  const { kode, ...rincian } = hambatan
  throw new MejaError(kode, rincian)
}

/**
 * Writes one decision: evidence, state, record change and audit entry in the caller's transaction
 * (P10.3a). Sending it twice gives the same receipt and changes nothing.
 */
export async function writeKeputusan(
  transaksi: Transaksi,
  identity: Identity,
  penanda: PenandaResi,
  keputusan: Keputusan,
): Promise<Resi> {
  const isi = writeJsonKanonik(keputusan)
  const sidik = createHash('sha256').update(isi).digest('hex')
  const { usulanId, transactionId, hasil, asli, diputuskanPada } = keputusan

  if (!(await lockUsulan(transaksi, usulanId))) throw new MejaError('tidak_ditemukan')
  const lama = await findResi(transaksi, identity, penanda, keputusan, sidik)
  if (lama !== undefined) return lama
  const kasus = await findKasusTerbuka(transaksi, usulanId)
  if (kasus === undefined) throw new MejaError('tidak_ditemukan')
  // Whoever entered a change on somebody's behalf is not the one who checks it (class F of core/domain/jenis-riwayat).
  const milikSendiri =
    kasus.pegawaiId === identity.pegawaiId || kasus.diajukanOleh === identity.akunId
  if (milikSendiri) throw new MejaError('milik_sendiri')
  await checkVersi(transaksi, identity, kasus, keputusan)
  checkKunci(kasus, keputusan)
  await checkIsi(transaksi, kasus, keputusan)
  const temuan =
    hasil === 'sesuai' ? await checkAturanKeputusan(transaksi, identity, kasus) : kasus.temuan

  const diterimaPada = new Date().toISOString()
  const versi = kasus.versi + 1
  const status = getStatusSetelah(kasus.jenis, identity.peran, hasil)
  const isiResi: IsiResi = {
    keputusanId: randomUUID(),
    transactionId,
    usulanId,
    hasil,
    status,
    versi,
    diterimaPada,
    sidik,
    sidikPindaian: hashPindaian(keputusan),
  }
  const resi = penanda.sign(isiResi)
  try {
    await transaksi
      .insertInto('keputusanVerifikasi')
      .values({
        id: resi.keputusanId,
        transactionId,
        usulanId,
        versiUsulan: kasus.versi,
        perangkatDaerah: kasus.kodePerangkatDaerah,
        akunId: identity.akunId,
        pegawaiPemutus: identity.pegawaiId,
        pegawaiPengusul: kasus.pegawaiId,
        hasil,
        asliMetode: asli?.metode ?? null,
        asliTempat: asli?.tempat ?? null,
        isi,
        sidik,
        resi: JSON.stringify(resi),
        diputuskanPada,
        diterimaPada,
      })
      .execute()
  } catch (error) {
    // The id is in use where this login cannot see it.
    if (isUniqueViolation(error, 'keputusan_verifikasi_transaction_id_key')) {
      throw new MejaError('transaksi_berbeda')
    }
    // The same person under another account: the second look must be another's (P10.2b).
    if (isUniqueViolation(error, 'keputusan_dua_orang')) throw new MejaError('tidak_berwenang')
    throw error
  }
  await transaksi
    .updateTable('usulan')
    .set({ status, versi, temuan: temuan && JSON.stringify(temuan) })
    .where('id', '=', usulanId)
    .execute()
  const turunan = status === 'valid' ? await applyUsulan(transaksi, kasus) : null
  await writeAudit(transaksi, identity.akunId, `keputusan.${hasil}`, `usulan:${usulanId}`, {
    keputusanId: resi.keputusanId,
    sidik,
    status,
    versi,
    ...(turunan !== null && { turunan }),
  })
  return resi
}
