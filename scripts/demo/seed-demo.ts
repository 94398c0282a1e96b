import { link, mkdir, readFile, copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createHash, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { Client } from 'pg'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { FileStore } from '../../api-server/features/dokumen/file-store.ts'
import type { Dokumen, Pegawai, Provinsi, Usulan } from './provinsi.ts'

export type SeedOptions = {
  /** Connection of the role that owns the tables. */
  readonly ownerUrl: string
  /** Output folder of generateProvince. */
  readonly provinceDir: string
  /** The server's FILES_DIR. */
  readonly filesDir: string
}

/** The demo account that has yet to sign the integrity pact (P30.1a). */
const tanpaPakta = 'administrator3'

type Baris = Record<string, unknown>

/** One statement per table: rows travel as JSON and PostgreSQL types them by the table itself. */
async function insertAll(client: Client, tabel: string, baris: Baris[]): Promise<void> {
  const kolom = Object.keys(baris[0] ?? {})
  if (kolom.length === 0) return
  await client.query(
    `insert into ${tabel} (${kolom.join(', ')})
     select ${kolom.join(', ')} from jsonb_populate_recordset(null::${tabel}, $1)`,
    [JSON.stringify(baris)],
  )
}

/** NIK and family-card number wait for the field encryption of their own issue. */
function getDataUtama(pegawai: Pegawai): Baris {
  const {
    nik: _nik,
    nomorKk: _nomorKk,
    nip: _nip,
    nama: _nama,
    gelarDepan: _d,
    gelarBelakang: _b,
    ...sisa
  } = pegawai.dataUtama
  return sisa
}

async function insertPeople(client: Client, provinsi: Provinsi, sandi: string): Promise<void> {
  await insertAll(
    client,
    'perangkat_daerah',
    provinsi.perangkatDaerah.map(({ kode, nama }) => ({ kode, nama })),
  )
  await insertAll(
    client,
    'unit_kerja',
    provinsi.unitKerja.map(({ kode, perangkatDaerah, nama }) => ({
      kode,
      perangkat_daerah: perangkatDaerah,
      nama,
    })),
  )
  await insertAll(
    client,
    'pegawai',
    provinsi.pegawai.map((satu) => ({
      id: satu.id,
      nip: satu.nip,
      nama: satu.dataUtama.nama,
      gelar_depan: satu.dataUtama.gelarDepan,
      gelar_belakang: satu.dataUtama.gelarBelakang,
      perangkat_daerah: satu.perangkatDaerah,
      unit_kerja: satu.unitKerja,
      data_utama: getDataUtama(satu),
      versi: 1,
    })),
  )
  const kataSandiHash = await hash(sandi)
  await insertAll(
    client,
    'akun',
    provinsi.akun.map((satu) => ({
      id: satu.id,
      pegawai_id: satu.pegawaiId,
      nama_pengguna: satu.username,
      kata_sandi_hash: kataSandiHash,
      peran: satu.peran,
      aktif: true,
    })),
  )
  await insertAll(
    client,
    'penugasan_fasilitator',
    provinsi.akun
      .filter((satu) => satu.peran === 'fasilitator')
      .map((satu) => ({
        akun_id: satu.id,
        perangkat_daerah: satu.perangkatDaerah,
        nomor_keputusan: '188/1/KPTS/013/2026 (contoh)',
        berlaku: '[2026-01-01,)',
      })),
  )
  // Whoever heads an office is an employee with a dated task (P8).
  await client.query(
    `insert into penugasan (id, akun_id, jenis, perangkat_daerah, dasar, berlaku)
     select gen_random_uuid(), a.id, 'kepala_pd', p.perangkat_daerah,
       'SK 821/1/204/2026 (contoh)', '[2026-01-01,)'
     from akun a join pegawai p on p.id = a.pegawai_id where a.nama_pengguna like 'pimpinan%'`,
  )
  // One request waits, so that the list of administrators shows what it is for.
  await client.query(
    `insert into permohonan_akses (id, akun_id, pegawai_id, nama, jalur, hak, perangkat_daerah,
       berlaku, nomor_surat, tanggal_surat, alasan, diajukan_oleh, pegawai_pemohon, nama_pemohon)
     select gen_random_uuid(), a.id, p.id, p.nama, 'kantor', 'tim', p.perangkat_daerah,
       '[2026-12-01,2027-11-30]', '800/412/101.1/2026 (contoh)', '2026-11-20',
       'Tim pemutakhiran data pegawai kantor', k.id, kp.id, kp.nama
     from akun a join pegawai p on p.id = a.pegawai_id, akun k join pegawai kp on kp.id = k.pegawai_id
     where a.nama_pengguna = 'pegawai2' and k.nama_pengguna = 'pimpinan1'`,
  )
  // The demo opens at the desk: its pengelola have signed, all but one, who shows the gate.
  await client.query(
    `insert into tanda_tangan_pakta (akun_id, peran, versi, sidik)
     select a.id, a.peran, n.versi, n.sidik from akun a, naskah_pakta n
     where a.peran <> 'user_personal' and n.versi = naskah_pakta_kini()
       and a.nama_pengguna <> $1`,
    [tanpaPakta],
  )
}

function buildKeputusan(
  usulan: Usulan,
  pegawai: Pegawai,
  dokumen: Dokumen[],
  pemutus: string,
): Baris[] {
  const lama = usulan.keputusan
  if (lama === null) return []
  const isi = {
    transactionId: randomUUID(),
    usulanId: usulan.id,
    versiDilihat: { usulan: 1, riwayat: usulan.aksi === 'koreksi' ? 1 : null },
    hasil: lama.hasil,
    penilaian: lama.penilaian,
    asli: lama.asliDilihatDi === null ? null : { metode: 'asli', tempat: lama.asliDilihatDi },
    bukti: dokumen.map((satu) => ({
      dokumenId: satu.id,
      sha256: satu.sha256,
      halamanDilihat: Array.from({ length: satu.halaman }, (_, nol) => nol + 1),
    })),
    diputuskanPada: lama.diputusPada,
  }
  const sidik = createHash('sha256').update(writeJsonKanonik(isi)).digest('hex')
  const id = randomUUID()
  const resi = {
    keputusanId: id,
    transactionId: isi.transactionId,
    usulanId: usulan.id,
    hasil: isi.hasil,
    status: usulan.status,
    versi: 2,
    diterimaPada: lama.diputusPada,
    sidik,
  }
  return [
    {
      id,
      transaction_id: isi.transactionId,
      usulan_id: usulan.id,
      versi_usulan: 1,
      perangkat_daerah: pegawai.perangkatDaerah,
      akun_id: lama.akunId,
      pegawai_pemutus: pemutus,
      pegawai_pengusul: pegawai.id,
      hasil: isi.hasil,
      asli_metode: isi.asli?.metode ?? null,
      asli_tempat: isi.asli?.tempat ?? null,
      isi,
      sidik,
      resi,
      diputuskan_pada: lama.diputusPada,
      diterima_pada: lama.diputusPada,
    },
  ]
}

async function insertWork(client: Client, provinsi: Provinsi): Promise<void> {
  const pegawai = new Map(provinsi.pegawai.map((satu) => [satu.id, satu]))
  const akun = new Map(provinsi.akun.map((satu) => [satu.id, satu]))
  const dokumen = new Map(provinsi.dokumen.map((satu) => [satu.id, satu]))
  const getPegawai = (id: string): Pegawai => {
    const satu = pegawai.get(id)
    if (satu === undefined) throw new Error('pegawai tidak ada di provinsi')
    return satu
  }
  await insertAll(
    client,
    'riwayat',
    provinsi.pegawai.flatMap((satu) =>
      satu.riwayat.map(({ id, jenis, isi }) => ({
        id,
        pegawai_id: satu.id,
        jenis,
        isi,
        status: 'valid',
        sumber: 'impor',
        versi: 1,
        dibuat_pada: provinsi.hariIni,
      })),
    ),
  )
  await insertAll(
    client,
    'dokumen',
    provinsi.dokumen.map(
      ({ id, pegawaiId, jenis, namaAsli, tipeMedia, ukuran, sha256, halaman }) => ({
        id,
        pegawai_id: pegawaiId,
        jenis,
        nama_berkas: namaAsli,
        tipe_media: tipeMedia,
        ukuran,
        sha256,
        halaman,
        diunggah_pada: provinsi.hariIni,
      }),
    ),
  )
  await insertAll(
    client,
    'usulan',
    provinsi.usulan.map((satu) => ({
      id: satu.id,
      pegawai_id: satu.pegawaiId,
      perangkat_daerah: getPegawai(satu.pegawaiId).perangkatDaerah,
      jenis: satu.jenis,
      aksi: satu.aksi,
      riwayat_id: satu.aksi === 'koreksi' ? satu.riwayatId : null,
      sebelum: satu.sebelum,
      sesudah: satu.sesudah,
      status: satu.status,
      versi: satu.keputusan === null ? 1 : 2,
      diajukan_pada: satu.diajukanPada,
    })),
  )
  await insertAll(
    client,
    'usulan_dokumen',
    provinsi.usulan.flatMap((satu) =>
      satu.dokumenIds.map((id, urutan) => ({ usulan_id: satu.id, dokumen_id: id, urutan })),
    ),
  )
  const keputusan = provinsi.usulan.flatMap((satu) => {
    const bukti = satu.dokumenIds.flatMap((id) => dokumen.get(id) ?? [])
    const pemutus = akun.get(satu.keputusan?.akunId ?? '')?.pegawaiId ?? ''
    return buildKeputusan(satu, getPegawai(satu.pegawaiId), bukti, pemutus)
  })
  await insertAll(client, 'keputusan_verifikasi', keputusan)
}

async function placeFiles(options: SeedOptions, provinsi: Provinsi): Promise<void> {
  const files = new FileStore(options.filesDir)
  for (const { sha256, ekstensi } of provinsi.dokumen) {
    const asal = join(options.provinceDir, 'berkas', `${sha256}.${ekstensi}`)
    const tujuan = files.getPath(sha256)
    await mkdir(dirname(tujuan), { recursive: true })
    // A link where the disk allows it: the province is read only.
    await link(asal, tujuan).catch((error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? undefined : copyFile(asal, tujuan),
    )
  }
}

/**
 * Everybody in the demo has the same published password, and drivers have no phone: here the second
 * step is offered and not asked for (decision 0033). Set again each time, because a migration brings
 * the rule to demos that were filled before it.
 */
async function relaxFaktor(client: Client): Promise<void> {
  await client.query(
    `insert into kebijakan_akun values ('2020-11-24', false, 14, 'Provinsi contoh')
     on conflict do nothing`,
  )
}

/** Fills an empty, migrated database with the demo province; a filled one is left alone. */
export async function seedDemo(options: SeedOptions): Promise<{ dilewati: boolean }> {
  const client = new Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await relaxFaktor(client)
    const { rowCount } = await client.query('select from perangkat_daerah limit 1')
    if (rowCount !== 0) return { dilewati: true }
    const teks = await readFile(join(options.provinceDir, 'provinsi.json'), 'utf8')
    // Our own generator wrote it a moment ago; its types are the contract.
    const provinsi = JSON.parse(teks) as Provinsi
    const akun = JSON.parse(await readFile(join(options.provinceDir, 'akun.json'), 'utf8')) as {
      kataSandi: string
    }
    await placeFiles(options, provinsi)
    await client.query('BEGIN')
    await insertPeople(client, provinsi, akun.kataSandi)
    await insertWork(client, provinsi)
    await client.query('COMMIT')
    return { dilewati: false }
  } finally {
    await client.end()
  }
}
