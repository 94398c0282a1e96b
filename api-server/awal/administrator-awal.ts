import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { formatKode } from '@meja/core/domain/kode-sekali.ts'
import { formatTanggal } from '@meja/core/domain/tanggal.ts'
import { writeAudit } from '../database/audit.ts'
import type { Database, Transaksi } from '../database/connection.ts'
import { buildKode, findKode, hashKode } from '../faktor/kode-surat.ts'
import type { KunciFaktor } from '../faktor/kunci-faktor.ts'
import type { Surat } from '../features/undangan/surat.ts'
import type { BerkasAwal, OrangAwal } from './berkas-awal.ts'
import { removeAwalLain } from './ganti-awal.ts'
import { addKantor, getTempat, type Tempat } from './kantor-awal.ts'
import { PenolakanAwal } from './penolakan-awal.ts'

type PilihanAwal = {
  /** People of an earlier run who have not opened their letter and are not in the file are taken out. */
  readonly ganti: boolean
  /** Keeps the letters, before everything is committed: no account stands without its letter. */
  readonly keep: (surat: readonly Surat[]) => Promise<void>
}

export type HasilAwal = {
  readonly surat: number
  /** Had an account of their own already: they sign in as ever, and are administrators now. */
  readonly tanpaSurat: number
  readonly kantorBaru: number
  readonly unitBaru: number
}

async function refuseIfAktif(transaksi: Transaksi): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from akun a join pegawai p on p.id = a.pegawai_id
     where a.peran = 'administrator' and a.aktif and a.kata_sandi_hash is not null
       and sebab_gugur(p.id, p.perangkat_daerah, hari_ini(), hari_ini()) is null`.execute(transaksi)
  const jumlah = rows[0]?.n ?? 0
  if (jumlah > 0) {
    throw new PenolakanAwal(
      `Sudah ada ${jumlah} administrator yang aktif. Administrator berikutnya dan surat baru dibuat dari aplikasi: Orang, lalu Akun.`,
    )
  }
}

/** The employee of the register, or a new row with what the decree says. */
async function ensurePegawai(
  transaksi: Transaksi,
  { nip, nama, unit, tanggalLahir }: OrangAwal,
  tempat: Tempat,
): Promise<string> {
  const ada = await transaksi
    .selectFrom('pegawai')
    .select(['id', 'nama'])
    .where('nip', '=', nip)
    .executeTakeFirst()
  if (ada !== undefined) {
    if (ada.nama.toLowerCase() !== nama.toLowerCase()) {
      throw new PenolakanAwal(
        `Salah satu NIP di berkas sudah tercatat dengan nama lain (NIP yang berakhir ${nip.slice(-3)}). Periksa keputusannya.`,
      )
    }
    return ada.id
  }
  const id = randomUUID()
  const data = tanggalLahir === undefined ? {} : { tanggalLahir }
  await sql`insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
    values (${id}, ${nip}, ${nama}, ${tempat.kodeKantor}, ${unit}, ${JSON.stringify(data)}::jsonb)`.execute(
    transaksi,
  )
  await writeAudit(transaksi, null, 'pegawai.awal', `pegawai:${id}`, {})
  return id
}

type BarisAkun = { readonly id: string; readonly peran: string; readonly sudahAktif: boolean }

/** An open account of this employee: an administrator's first, then one that its owner has opened. */
async function findAkun(transaksi: Transaksi, pegawaiId: string): Promise<BarisAkun | undefined> {
  const { rows } = await sql<BarisAkun>`
    select id, peran, kata_sandi_hash is not null as sudah_aktif from akun
     where pegawai_id = ${pegawaiId}::uuid and aktif
     order by peran = 'administrator' desc, kata_sandi_hash is null, nama_pengguna limit 1`.execute(
    transaksi,
  )
  return rows[0]
}

async function insertAkun(transaksi: Transaksi, pegawaiId: string, nip: string): Promise<string> {
  const id = randomUUID()
  const { rows } = await sql`insert into akun (id, pegawai_id, nama_pengguna, peran)
    values (${id}, ${pegawaiId}, ${nip}, 'administrator')
    on conflict (nama_pengguna) do nothing returning id`.execute(transaksi)
  if (rows.length === 0) {
    throw new PenolakanAwal(
      `Akun pegawai dengan NIP yang berakhir ${nip.slice(-3)} pernah ditutup. Tetapkan orang lain; akunnya dibuka lagi dari aplikasi.`,
    )
  }
  return id
}

/** An administrator's account named by the NIP; an account that is there is raised. */
async function ensureAkun(
  transaksi: Transaksi,
  pegawaiId: string,
  nip: string,
  { keputusan }: BerkasAwal,
): Promise<{ id: string; sudahAktif: boolean }> {
  const ada = await findAkun(transaksi, pegawaiId)
  if (ada?.peran === 'administrator') return ada
  if (ada?.peran === 'fasilitator') {
    throw new PenolakanAwal(
      `Pegawai dengan NIP yang berakhir ${nip.slice(-3)} adalah fasilitator; akhiri dulu penugasannya.`,
    )
  }
  const id = ada?.id ?? (await insertAkun(transaksi, pegawaiId, nip))
  if (ada !== undefined) {
    await transaksi
      .updateTable('akun')
      .set({ peran: 'administrator' })
      .where('id', '=', id)
      .execute()
  }
  // As the review of rights reads it (P30.2a): since when, and by what.
  await writeAudit(transaksi, null, 'akun.peran', `akun:${id}`, {
    dari: ada?.peran ?? null,
    ke: 'administrator',
    nomorKeputusan: keputusan.nomor,
    tanggalKeputusan: keputusan.tanggal,
    alasan: 'Administrator pertama',
  })
  return { id, sudahAktif: ada?.sudahAktif ?? false }
}

/** The code of a letter that is still good, or a new one: running twice prints the same letter. */
async function ensureKode(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  pegawaiId: string,
  akunId: string,
  dasar: string,
): Promise<{ kode: string; kedaluwarsa: Date }> {
  const terbuka = await transaksi
    .selectFrom('kodeAkun')
    .select(['id', 'sidikPertama', 'kedaluwarsa'])
    .where('akunId', '=', akunId)
    .where('jenis', '=', 'aktivasi')
    .where('dipakaiPada', 'is', null)
    .where('dicabutPada', 'is', null)
    .where('kedaluwarsa', '>', new Date())
    .orderBy('dibuatPada', 'desc')
    .executeTakeFirst()
  const lama = terbuka && findKode(kunci, terbuka.id, 1, terbuka.sidikPertama)
  if (terbuka !== undefined && lama) return { kode: lama, kedaluwarsa: terbuka.kedaluwarsa }
  await transaksi
    .updateTable('kodeAkun')
    .set({ dicabutPada: new Date() })
    .where('akunId', '=', akunId)
    .where('dipakaiPada', 'is', null)
    .where('dicabutPada', 'is', null)
    .execute()
  const id = randomUUID()
  const kode = buildKode(kunci, id, 1)
  const { rows } = await sql<{ kedaluwarsa: Date }>`insert into kode_akun
      (id, pegawai_id, akun_id, jenis, identitas, dasar, sidik_pertama, kedaluwarsa)
    values (${id}, ${pegawaiId}, ${akunId}, 'aktivasi', 'surat', ${dasar}, ${hashKode(kode)},
      now() + make_interval(days => (kebijakan_akun_kini()).masa_kode_hari))
    returning kedaluwarsa`.execute(transaksi)
  const kedaluwarsa = rows[0]?.kedaluwarsa
  if (kedaluwarsa === undefined) throw new Error('kode tidak tersimpan')
  await writeAudit(transaksi, null, 'akun.undang', 'akun', { akun: [akunId], dasar })
  return { kode, kedaluwarsa }
}

async function invite(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  berkas: BerkasAwal,
  orang: OrangAwal,
): Promise<Surat | null> {
  const tempat = await getTempat(transaksi, orang.unit)
  const pegawaiId = await ensurePegawai(transaksi, orang, tempat)
  const akun = await ensureAkun(transaksi, pegawaiId, orang.nip, berkas)
  if (akun.sudahAktif) return null
  const { nomor, tanggal } = berkas.keputusan
  const dasar = `${nomor}, ${formatTanggal(tanggal)}`
  const { kode, kedaluwarsa } = await ensureKode(transaksi, kunci, pegawaiId, akun.id, dasar)
  await writeAudit(transaksi, null, 'akun.kode_cetak', `akun:${akun.id}`, { bagian: 1, dasar })
  return {
    nama: orang.nama,
    nip: orang.nip,
    unit: tempat.unit,
    kantor: tempat.kantor,
    kode: formatKode(kode),
    bagian: 1,
    jenis: 'aktivasi',
    kedaluwarsa,
  }
}

/**
 * The first administrators of an installation that has none, by decree: accounts that only their owners
 * open, with a code on a letter (P30.2i-j). One transaction; the same file again prints the same letters.
 */
export function establishAdministrator(
  database: Database,
  kunci: KunciFaktor,
  berkas: BerkasAwal,
  { ganti, keep }: PilihanAwal,
): Promise<HasilAwal> {
  return database.transaction().execute(async (transaksi) => {
    // Two operators at once would each find nobody.
    await sql`select pg_advisory_xact_lock(7320003)`.execute(transaksi)
    await refuseIfAktif(transaksi)
    await removeAwalLain(transaksi, berkas, ganti)
    const baru = await addKantor(transaksi, berkas)
    const surat: Surat[] = []
    for (const orang of berkas.administrator) {
      const satu = await invite(transaksi, kunci, berkas, orang)
      if (satu !== null) surat.push(satu)
    }
    await keep(surat)
    return { ...baru, surat: surat.length, tanpaSurat: berkas.administrator.length - surat.length }
  })
}
