import { sql } from 'kysely'
import type { PerubahanRekam } from '@meja/core/domain/aturan-rekam.ts'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import {
  isBersandarRahasia,
  listTemuanUsulan,
  type TemuanUsulan,
} from '@meja/core/domain/temuan-usulan.ts'
import type { Transaksi } from '../database/connection.ts'
import type { Identity } from '../database/identity.ts'
import { openRahasia } from '../database/rahasia.ts'
import { MejaError } from '../meja-error.ts'
import { readFakta } from './read-fakta.ts'
import { readRekamTersimpan } from './read-rekam.ts'

export type UsulanDiperiksa = PerubahanRekam & { readonly pegawaiId: string }

/** Others of the same unit who hold a structural post of this name now (TIM_4). */
async function countPemangkuLain(
  transaksi: Transaksi,
  { pegawaiId, sesudah }: UsulanDiperiksa,
): Promise<number> {
  const { n } = await transaksi
    .selectFrom('pegawai as p')
    .innerJoin('pegawai as saya', 'saya.unitKerja', 'p.unitKerja')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('saya.id', '=', pegawaiId)
    .where('p.id', '!=', pegawaiId)
    .where(sql<boolean>`p.data_utama ->> 'jenisJabatan' = '1'`)
    .where(sql<boolean>`p.data_utama ->> 'jabatan' = ${sesudah['namaJabatan'] ?? ''}`)
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function listTemuan(
  transaksi: Transaksi,
  usulan: UsulanDiperiksa,
  denganRahasia: boolean,
): Promise<TemuanUsulan[]> {
  const [pegawai] = await readRekamTersimpan(transaksi, [usulan.pegawaiId], { denganRahasia })
  if (pegawai === undefined) return []
  const struktural = usulan.jenis === 'jabatan' && usulan.sesudah['jenisJabatan'] === '1'
  const diketahui = (await readFakta(transaksi, [usulan.pegawaiId])).get(usulan.pegawaiId)
  const fakta = {
    ...diketahui,
    // Of the post that is proposed, not of the present one.
    ...(struktural && { pemangkuLain: await countPemangkuLain(transaksi, usulan) }),
  }
  return listTemuanUsulan(pegawai.rekam, usulan, getTanggalJakarta(new Date()), {
    tertutup: !denganRahasia,
    fakta,
  })
}

/**
 * What the rules say of this change of the record as it is now. Of an open kind they rest on open rows
 * alone, whoever asks, so that no finding tells of a confidential one (P10.2c).
 */
export function findTemuan(transaksi: Transaksi, usulan: UsulanDiperiksa): Promise<TemuanUsulan[]> {
  return listTemuan(transaksi, usulan, getDeskripsi(usulan.jenis).rahasia)
}

/** Refuses what a rule forbids, with every rule that does; gives back what remains to be looked at. */
export function refuseBertentangan(temuan: TemuanUsulan[]): TemuanUsulan[] {
  const tolak = temuan.filter((satu) => satu.tingkat === 'tolak')
  if (tolak.length > 0) throw new MejaError('rekam_bertentangan', { temuan: tolak })
  return temuan
}

/**
 * The rules once more, at the decision: the record may have changed since the proposal. A rule that
 * rests on confidential rows is asked with them by an administrator, and that reading is logged.
 */
export async function checkAturanKeputusan(
  transaksi: Transaksi,
  identity: Identity,
  usulan: UsulanDiperiksa & { readonly id: string },
): Promise<TemuanUsulan[]> {
  const temuan = refuseBertentangan(await findTemuan(transaksi, usulan))
  const ragu = temuan.find(isBersandarRahasia)
  if (ragu !== undefined && identity.peran === 'administrator') {
    await openRahasia(transaksi, usulan.pegawaiId, `aturan ${ragu.kode}, usulan ${usulan.id}`)
    refuseBertentangan(await listTemuan(transaksi, usulan, true))
  }
  return temuan
}
