import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { BarisTinjauan, judgeHak, openTinjauan, Tinjauan } from '@meja/core/api/tinjauan.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { isAlasanWajib, isMenungguTemuan } from '@meja/core/domain/tinjauan-akses.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { endHak } from './hak.ts'
import { listHakBerlaku } from './queries.ts'

function selectTinjauan(transaksi: Transaksi) {
  return transaksi
    .selectFrom('tinjauanAkses as t')
    .select(['t.id', 't.nama', 't.namaPembuka', 't.dibukaPada', 't.namaPenutup', 't.ditutupPada'])
    .select(sql<string>`t.mulai::text`.as('mulai'))
    .select(sql<string>`t.sampai::text`.as('sampai'))
    .select(sql<string>`t.tenggat::text`.as('tenggat'))
    .orderBy('t.dibukaPada', 'desc')
}

type BarisSimpan = Omit<BarisTinjauan, 'milikSaya' | 'ditemukanPada'> & {
  tinjauanId: string
  hakId: string
  pegawaiId: string
  ditemukanPada: Date | null
}

/** A right that is gone is known by its absence, so nobody has to mark it. */
async function listBaris(transaksi: Transaksi, tinjauanId?: string): Promise<BarisSimpan[]> {
  const baris = await transaksi
    .selectFrom('tinjauanHak as h')
    .select(['h.id', 'h.tinjauanId', 'h.hakId', 'h.pegawaiId', 'h.nama', 'h.namaPengguna', 'h.hak'])
    .select(['h.perangkatDaerah', 'h.jumlahUnit', 'h.dasar', 'h.temuan', 'h.alasan'])
    .select(['h.namaPeninjau', 'h.ditemukanPada'])
    .select(sql<string | null>`h.mulai::text`.as('mulai'))
    .select(sql<string | null>`h.sampai::text`.as('sampai'))
    .$if(tinjauanId !== undefined, (satu) => satu.where('h.tinjauanId', '=', tinjauanId ?? ''))
    .orderBy('h.nama')
    .orderBy('h.namaPengguna')
    .orderBy('h.hak')
    .execute()
  const ada = new Map(
    (await listHakBerlaku(transaksi)).map((satu) => [`${satu.hak}:${satu.hakId}`, satu.sebabGugur]),
  )
  return baris.map((satu) => {
    const kunci = `${satu.hak}:${satu.hakId}`
    return {
      ...satu,
      masihAda: satu.temuan === 'berakhir' ? false : ada.has(kunci),
      sebabGugur: ada.get(kunci) ?? null,
    }
  })
}

type TinjauanSimpan = Awaited<ReturnType<ReturnType<typeof selectTinjauan>['execute']>>[number]

function buildTinjauan(tinjauan: TinjauanSimpan, baris: readonly BarisSimpan[]): Tinjauan {
  return {
    ...tinjauan,
    dibukaPada: tinjauan.dibukaPada.toISOString(),
    ditutupPada: tinjauan.ditutupPada?.toISOString() ?? null,
    jumlah: baris.length,
    selesai: baris.filter((satu) => !isMenungguTemuan(satu)).length,
  }
}

export async function readSemuaTinjauan(transaksi: Transaksi): Promise<Tinjauan[]> {
  const semua = await selectTinjauan(transaksi).execute()
  const per = Map.groupBy(await listBaris(transaksi), ({ tinjauanId }) => tinjauanId)
  return semua.map((satu) => buildTinjauan(satu, per.get(satu.id) ?? []))
}

async function findTinjauan(transaksi: Transaksi, id: string): Promise<TinjauanSimpan> {
  const tinjauan = await selectTinjauan(transaksi).where('t.id', '=', id).executeTakeFirst()
  if (tinjauan === undefined) throw new MejaError('tidak_ditemukan')
  return tinjauan
}

export async function readTinjauan(transaksi: Transaksi, { pegawaiId }: Identity, id: string) {
  const tinjauan = await findTinjauan(transaksi, id)
  const baris = await listBaris(transaksi, id)
  return {
    tinjauan: buildTinjauan(tinjauan, baris),
    baris: baris.map(
      ({
        pegawaiId: milik,
        tinjauanId: _tinjauanId,
        hakId: _hakId,
        ditemukanPada,
        ...satu
      }): BarisTinjauan => ({
        ...satu,
        ditemukanPada: ditemukanPada?.toISOString() ?? null,
        milikSaya: milik === pegawaiId,
      }),
    ),
  }
}

export async function startTinjauan(
  transaksi: Transaksi,
  { akunId, nama: namaPembuka }: Identity,
  body: z.output<typeof openTinjauan.body>,
): Promise<string> {
  const { mulai, sampai, tenggat } = body
  if (sampai < mulai || tenggat < getTanggalJakarta(new Date())) {
    throw new MejaError('isian_tidak_sah')
  }
  const id = randomUUID()
  await transaksi
    .insertInto('tinjauanAkses')
    .values({ ...body, id, dibukaOleh: akunId, namaPembuka })
    .execute()
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'tinjauan_akses_satu_terbuka')) {
        throw new MejaError('tinjauan_usang')
      }
      throw error
    })
  const { numAffectedRows } = await sql`
    insert into tinjauan_hak (id, tinjauan_id, hak_id, akun_id, pegawai_id, nama, nama_pengguna, hak,
      perangkat_daerah, jumlah_unit, mulai, sampai, dasar)
    select gen_random_uuid(), ${id}::uuid, hak_id, akun_id, pegawai_id, nama, nama_pengguna, hak,
      perangkat_daerah, jumlah_unit, mulai::date, sampai::date, dasar
    from hak_berlaku()`.execute(transaksi)
  await writeAudit(transaksi, akunId, 'tinjauan.buka', `tinjauan_akses:${id}`, {
    ...body,
    jumlah: Number(numAffectedRows ?? 0n),
  })
  return id
}

/** What may be judged now: of this review, of somebody else, still there, and not withdrawn before. */
async function findBolehDinilai(
  transaksi: Transaksi,
  { pegawaiId }: Identity,
  tinjauanId: string,
  dipilih: readonly string[],
): Promise<BarisSimpan[]> {
  const semua = new Map((await listBaris(transaksi, tinjauanId)).map((satu) => [satu.id, satu]))
  return dipilih.map((id) => {
    const satu = semua.get(id)
    if (satu === undefined) throw new MejaError('tidak_ditemukan')
    if (satu.pegawaiId === pegawaiId) throw new MejaError('pengelola_lain_diperlukan')
    if (!satu.masihAda || satu.temuan === 'cabut') throw new MejaError('penunjukan_usang')
    return satu
  })
}

/** A right found wrong ends with the finding: it does not wait for the other rows of the list. */
export async function judgeBaris(
  transaksi: Transaksi,
  identity: Identity,
  tinjauanId: string,
  { baris, temuan, alasan }: z.output<typeof judgeHak.body>,
): Promise<number> {
  const { ditutupPada } = await findTinjauan(transaksi, tinjauanId)
  if (ditutupPada !== null) throw new MejaError('tinjauan_usang')
  if (isAlasanWajib(temuan) && alasan === null) throw new MejaError('isian_tidak_sah')
  const dipilih = [...new Set(baris)]
  const dinilai = await findBolehDinilai(transaksi, identity, tinjauanId, dipilih)
  const { numUpdatedRows } = await transaksi
    .updateTable('tinjauanHak')
    .set({
      temuan,
      alasan,
      ditemukanOleh: identity.akunId,
      pegawaiPeninjau: identity.pegawaiId,
      namaPeninjau: identity.nama,
      ditemukanPada: new Date(),
    })
    .where('id', 'in', dipilih)
    .executeTakeFirst()
  // Somebody else withdrew one of them meanwhile: nothing of this finding is written.
  if (numUpdatedRows !== BigInt(dipilih.length)) throw new MejaError('penunjukan_usang')
  if (temuan === 'cabut') {
    for (const satu of dinilai) await endHak(transaksi, identity, satu, alasan ?? '')
  }
  await writeAudit(transaksi, identity.akunId, 'tinjauan.temuan', `tinjauan_akses:${tinjauanId}`, {
    baris: dipilih,
    temuan,
    alasan,
  })
  return dipilih.length
}

export async function endTinjauan(
  transaksi: Transaksi,
  { akunId, nama }: Identity,
  id: string,
): Promise<void> {
  const { ditutupPada } = await findTinjauan(transaksi, id)
  if (ditutupPada !== null) throw new MejaError('tinjauan_usang')
  const baris = await listBaris(transaksi, id)
  if (baris.some(isMenungguTemuan)) throw new MejaError('tinjauan_belum_lengkap')
  const pada = new Date()
  await transaksi
    .updateTable('tinjauanHak')
    .set({ temuan: 'berakhir', ditemukanPada: pada })
    .where('tinjauanId', '=', id)
    .where('temuan', 'is', null)
    .execute()
  const { numUpdatedRows } = await transaksi
    .updateTable('tinjauanAkses')
    .set({ ditutupOleh: akunId, namaPenutup: nama, ditutupPada: pada })
    .where('id', '=', id)
    .where('ditutupPada', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new MejaError('tinjauan_usang')
  const temuan = Object.fromEntries(
    [...Map.groupBy(baris, (satu) => satu.temuan ?? 'berakhir')].map(([hasil, satu]) => [
      hasil,
      satu.length,
    ]),
  )
  await writeAudit(transaksi, akunId, 'tinjauan.tutup', `tinjauan_akses:${id}`, temuan)
}
