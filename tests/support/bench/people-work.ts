import { createHash, randomUUID } from 'node:crypto'
import { Client, Pool } from 'pg'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import type { PeopleServer } from '../../../scripts/bench/bench-contract.ts'
import { buildSigner } from '../sign-token.ts'
import { buildKeputusanKasus } from '../usulan.ts'
import { openHttp } from './http-client.ts'

export type Fasilitator = { id: string; pegawaiId: string; perangkatDaerah: string; token: string }

/** Everything that a bench on one people database works with. */
export async function openWork(server: PeopleServer) {
  const owner = new Client({ connectionString: server.ownerUrl })
  await owner.connect()
  const signToken = await buildSigner(server.secretsDir, server.url)
  // A slow machine takes longer than a token lives.
  const exp = Math.floor(Date.now() / 1000) + 7200
  const { rows } = await owner.query<Omit<Fasilitator, 'token'>>(
    `select a.id, a.pegawai_id as "pegawaiId", f.perangkat_daerah as "perangkatDaerah"
     from akun a join penugasan_fasilitator f on f.akun_id = a.id
     order by (select count(*) from pegawai p where p.perangkat_daerah = f.perangkat_daerah) desc, 1`,
  )
  const fasilitator = await Promise.all(
    rows.map(async (satu) => ({ ...satu, token: await signToken(satu, { exp }) })),
  )
  const { rows: admin } = await owner.query<{ id: string }>(
    `select id from akun where peran = 'administrator' order by nama_pengguna limit 1`,
  )
  const id = admin[0]?.id ?? ''
  return {
    owner,
    http: openHttp(server.url),
    /** The largest office first. */
    fasilitator,
    administrator: { id, token: await signToken({ id }, { exp }) },
    pool: new Pool({ connectionString: server.appUrl, max: 16 }),
  }
}

export type Work = Awaited<ReturnType<typeof openWork>>

export async function closeWork({ owner, http, pool }: Work): Promise<void> {
  http.close()
  await Promise.all([owner.end(), pool.end()])
}

/** Two neighbours in the middle of the word change places. */
function slip(nama: string): string {
  const tengah = Math.floor(nama.length / 2)
  return (
    nama.slice(0, tengah - 1) +
    nama.charAt(tengah) +
    nama.charAt(tengah - 1) +
    nama.slice(tengah + 1)
  )
}

/** What people type: whole names, names with a slip, two beginnings, one word, the head of a NIP. */
export async function listPertanyaan({ owner }: Work, jumlah: number): Promise<string[]> {
  const { rows } = await owner.query<{ nama: string; nip: string }>(
    `select nama, nip from pegawai order by md5(id::text) limit $1`,
    [jumlah],
  )
  return rows.map(({ nama, nip }, nomor) => {
    const kata = nama.split(' ')
    const akhir = kata.at(-1) ?? nama
    return (
      [
        nama,
        slip(nama),
        `${akhir.slice(0, 4)} ${nama.slice(0, 3)}`,
        kata[0] ?? nama,
        akhir,
        nip.slice(0, 10),
      ][nomor % 6] ?? nama
    )
  })
}

/** Fresh proposals, so many for each of these offices, in rounds; each its own employee. */
export async function addUsulanSegar(
  { owner }: Work,
  kepada: readonly Fasilitator[],
  jumlah: number,
): Promise<{ usulanId: string; oleh: Fasilitator; keputusan: Keputusan }[]> {
  const baru = []
  for (const oleh of kepada) {
    const { rows } = await owner.query<{ id: string }>(
      `select id from pegawai where perangkat_daerah = $1 and id <> $2 order by md5(id::text || $4) limit $3`,
      [oleh.perangkatDaerah, oleh.pegawaiId, Math.ceil(jumlah / kepada.length), randomUUID()],
    )
    for (const { id } of rows)
      baru.push({ pegawaiId: id, oleh, usulanId: randomUUID(), dokumenId: randomUUID() })
  }
  const sesudah = {
    nomorSk: '822/1/UKUR/2026',
    tanggalSk: '2026-02-01',
    golongan: 'III/b',
    masaKerjaGolongan: '72',
    gajiPokok: '3602400',
    tmtGaji: '2026-03-01',
    tmtBerikutnya: '2028-03-01',
    jenisGaji: 'KGB',
  }
  const baris = baru.map(({ pegawaiId, oleh, usulanId, dokumenId }) => ({
    usulan: usulanId,
    dokumen: dokumenId,
    pegawai: pegawaiId,
    kantor: oleh.perangkatDaerah,
    sha256: createHash('sha256').update(dokumenId).digest('hex'),
  }))
  await owner.query(
    `with b as (select * from jsonb_to_recordset($1::jsonb)
         as b (usulan uuid, dokumen uuid, pegawai uuid, kantor text, sha256 text)),
       d as (insert into dokumen (id, pegawai_id, jenis, nama_berkas, tipe_media, ukuran, sha256, halaman)
         select dokumen, pegawai, 'SK_KGB', 'sk-kgb.pdf', 'application/pdf', 100000, sha256, 1 from b),
       u as (insert into usulan (id, pegawai_id, perangkat_daerah, jenis, aksi, sesudah, status, diajukan_pada)
         select usulan, pegawai, kantor, 'gaji', 'tambah', $2::jsonb, 'diajukan', now() from b)
     insert into usulan_dokumen (usulan_id, dokumen_id, urutan) select usulan, dokumen, 0 from b`,
    [JSON.stringify(baris), JSON.stringify(sesudah)],
  )
  return baru.map(({ usulanId, oleh, dokumenId }, nomor) => ({
    usulanId,
    oleh,
    keputusan: buildKeputusanKasus(
      buildKasus(usulanId, dokumenId, baris[nomor]?.sha256 ?? '', sesudah),
    ),
  }))
}

function buildKasus(
  id: string,
  dokumenId: string,
  sha256: string,
  sesudah: Kasus['sesudah'],
): Parameters<typeof buildKeputusanKasus>[0] {
  const dokumen = { id: dokumenId, sha256, halaman: 1 }
  return {
    id,
    versi: 1,
    versiRiwayat: null,
    jenis: 'gaji',
    sebelum: null,
    sesudah,
    dokumen: [dokumen],
  }
}
