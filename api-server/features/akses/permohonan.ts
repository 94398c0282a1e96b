import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { CalonAkses, PermohonanAkses, requestAkses } from '@meja/core/api/akses.ts'
import { normalizeNip } from '@meja/core/domain/nip.ts'
import { checkPermohonan, isPemutusLain } from '@meja/core/domain/permohonan-akses.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { writeAudit } from '../../database/audit.ts'
import { isUniqueViolation, type Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  findPermohonan,
  hasPenugasan,
  isKantor,
  listHakBerlaku,
  listPermohonan,
  setPeran,
} from './queries.ts'

export async function readPermohonan(
  transaksi: Transaksi,
  { pegawaiId, peran }: Identity,
): Promise<PermohonanAkses[]> {
  const baris = await listPermohonan(transaksi)
  return baris.map(
    ({ diajukanPada, diputuskanPada, pegawaiPemohon, pegawaiId: untuk, ...satu }) => ({
      ...satu,
      diajukanPada: diajukanPada.toISOString(),
      diputuskanPada: diputuskanPada?.toISOString() ?? null,
      milikSaya: pegawaiPemohon === pegawaiId,
      untukSaya: untuk === pegawaiId,
      bolehDiputus:
        peran === 'administrator' && isPemutusLain({ pegawaiId: untuk, pegawaiPemohon }, pegawaiId),
    }),
  )
}

export async function findCalon(transaksi: Transaksi, nip: string): Promise<CalonAkses | null> {
  const { rows } = await sql<CalonAkses>`
    select * from calon_akses(${normalizeNip(nip)})`.execute(transaksi)
  return rows[0] ?? null
}

type Dimohon = { pegawaiId: string; nama: string; jalur: PermohonanAkses['jalur'] }

export async function addPermohonan(
  transaksi: Transaksi,
  identity: Identity,
  body: z.output<typeof requestAkses.body>,
): Promise<string> {
  const { mulai, sampai, ...isi } = body
  const { rows } = await sql<Dimohon>`
    select pegawai_id, nama, jalur from akun_dimohon(${body.akunId}::uuid)`.execute(transaksi)
  const untuk = rows[0]
  if (untuk === undefined) throw new MejaError('tidak_ditemukan')
  await checkIsian(transaksi, body, untuk.jalur)
  await checkBelumAda(transaksi, body)
  const id = randomUUID()
  await transaksi
    .insertInto('permohonanAkses')
    .values({
      ...isi,
      ...untuk,
      id,
      berlaku: sql<string>`daterange(${mulai}::date, ${sampai}::date, '[]')`,
      diajukanOleh: identity.akunId,
      pegawaiPemohon: identity.pegawaiId,
      namaPemohon: identity.nama,
    })
    .execute()
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'permohonan_akses_terbuka')) throw new MejaError('hak_sudah_ada')
      throw error
    })
  const { hak, perangkatDaerah, nomorSurat, akunId } = body
  await writeAudit(transaksi, identity.akunId, 'akses.mohon', `permohonan_akses:${id}`, {
    akun: akunId,
    jalur: untuk.jalur,
    hak,
    perangkatDaerah,
    nomorSurat,
  })
  return id
}

async function checkIsian(
  transaksi: Transaksi,
  body: z.output<typeof requestAkses.body>,
  jalur: PermohonanAkses['jalur'],
): Promise<void> {
  const cacat = checkPermohonan(body, jalur, getTanggalJakarta(new Date()))
  if (cacat.length > 0) throw new MejaError('isian_tidak_sah')
  const { perangkatDaerah } = body
  // A head asks for the own office alone; the policy of the table says the same.
  if (perangkatDaerah !== null && !(await isKantor(transaksi, perangkatDaerah, jalur))) {
    throw new MejaError('isian_tidak_sah')
  }
}

type Diminta = {
  readonly akunId: string
  readonly hak: PermohonanAkses['hak']
  readonly perangkatDaerah: string | null
  readonly mulai: string
  readonly sampai: string | null
}

/** The same right on overlapping days; a head sees the rights of others only once they are decided on. */
async function checkBelumAda(transaksi: Transaksi, diminta: Diminta): Promise<void> {
  const ada = (await listHakBerlaku(transaksi)).some(
    (satu) =>
      satu.akunId === diminta.akunId &&
      satu.hak === diminta.hak &&
      satu.kantor === diminta.perangkatDaerah &&
      (satu.sampai === null || diminta.mulai <= satu.sampai) &&
      (diminta.sampai === null || satu.mulai === null || satu.mulai <= diminta.sampai),
  )
  if (ada) throw new MejaError('hak_sudah_ada')
}

type Putusan = {
  readonly status: 'disetujui' | 'ditolak'
  readonly alasan: string | null
}

/** The first decision stands: whoever comes second changes no row. */
async function decide(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
  { status, alasan }: Putusan,
) {
  const permohonan = await findPermohonan(transaksi, id)
  if (permohonan === undefined) throw new MejaError('tidak_ditemukan')
  if (!isPemutusLain(permohonan, identity.pegawaiId)) {
    throw new MejaError('pengelola_lain_diperlukan')
  }
  const { numUpdatedRows } = await transaksi
    .updateTable('permohonanAkses')
    .set({
      status,
      alasanPutusan: alasan,
      diputuskanOleh: identity.akunId,
      pegawaiPemutus: identity.pegawaiId,
      namaPemutus: identity.nama,
    })
    .where('id', '=', id)
    .where('status', '=', 'diajukan')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new MejaError('permohonan_usang')
  return permohonan
}

type Permohonan = NonNullable<Awaited<ReturnType<typeof findPermohonan>>>

/** In the transaction that approved the request: the database gives no right in another. */
async function giveHak(
  transaksi: Transaksi,
  identity: Identity,
  permohonan: Permohonan,
): Promise<void> {
  const { id, akunId, hak, nomorSurat, alasan } = permohonan
  const akun = await transaksi
    .selectFrom('akun')
    .select(['peran', 'aktif'])
    .where('id', '=', akunId)
    .forUpdate()
    .executeTakeFirst()
  if (akun?.aktif !== true) throw new MejaError('calon_tanpa_akun')
  if (hak !== 'administrator') {
    const { perangkatDaerah, berlaku } = permohonan
    await transaksi
      .insertInto('penugasan')
      .values({ id, akunId, jenis: hak, perangkatDaerah, dasar: nomorSurat, berlaku })
      .execute()
    await writeAudit(transaksi, identity.akunId, 'penugasan.beri', `akun:${akunId}`, {
      penugasan: id,
      jenis: hak,
      dasar: nomorSurat,
    })
    return
  }
  if (await hasPenugasan(transaksi, akunId)) throw new MejaError('peran_oleh_keputusan')
  await setPeran(transaksi, akunId, hak)
  await writeAudit(transaksi, identity.akunId, 'akun.peran', `akun:${akunId}`, {
    permohonan: id,
    dari: akun.peran,
    ke: hak,
    nomorKeputusan: nomorSurat,
    alasan,
  })
}

export async function approvePermohonan(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
): Promise<void> {
  const putusan = { status: 'disetujui', alasan: null } as const
  const permohonan = await decide(transaksi, identity, id, putusan)
  await checkBelumAda(transaksi, permohonan)
  await giveHak(transaksi, identity, permohonan)
}

export async function refusePermohonan(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
  alasan: string,
): Promise<void> {
  await decide(transaksi, identity, id, { status: 'ditolak', alasan })
  await writeAudit(transaksi, identity.akunId, 'akses.tolak', `permohonan_akses:${id}`, { alasan })
}

export async function withdrawPermohonan(
  transaksi: Transaksi,
  { akunId, pegawaiId }: Identity,
  id: string,
  alasan: string,
): Promise<void> {
  const permohonan = await findPermohonan(transaksi, id)
  // Whoever reads a request of somebody else has nothing to take back.
  if (permohonan?.pegawaiPemohon !== pegawaiId) throw new MejaError('tidak_ditemukan')
  const { numUpdatedRows } = await transaksi
    .updateTable('permohonanAkses')
    .set({ status: 'dicabut', alasanPutusan: alasan })
    .where('id', '=', id)
    .where('status', '=', 'diajukan')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new MejaError('permohonan_usang')
  await writeAudit(transaksi, akunId, 'akses.batal', `permohonan_akses:${id}`, { alasan })
}
