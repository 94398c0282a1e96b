import { createHash, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import { buildKeputusanKasus } from '../usulan.ts'

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

/**
 * So many new employees of one office, each with a proposal that waits, and the complete "sesuai" on it.
 * The demo's own office is too small for a day of a thousand decisions.
 */
export async function addUsulanBaru(
  owner: Client,
  kantor: string,
  jumlah: number,
): Promise<Keputusan[]> {
  const { rows } = await owner.query<{ n: string }>('select count(*) as n from pegawai')
  const awal = Number(rows[0]?.n)
  const baris = Array.from({ length: jumlah }, (_, nomor) => {
    const dokumen = randomUUID()
    return {
      pegawai: randomUUID(),
      nip: `19650101199003${String(awal + nomor).padStart(4, '0')}`,
      usulan: randomUUID(),
      dokumen,
      sha256: createHash('sha256').update(dokumen).digest('hex'),
    }
  })
  await owner.query(
    `with b as (select * from jsonb_to_recordset($1::jsonb)
         as b (pegawai uuid, nip text, usulan uuid, dokumen uuid, sha256 text)),
       p as (insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
         select b.pegawai, b.nip, 'Pegawai Ukur ' || right(b.nip, 4), $2,
           (select unit_kerja from pegawai where perangkat_daerah = $2 limit 1), '{}' from b),
       d as (insert into dokumen (id, pegawai_id, jenis, nama_berkas, tipe_media, ukuran, sha256, halaman)
         select dokumen, pegawai, 'SK_KGB', 'sk-kgb.pdf', 'application/pdf', 100000, sha256, 1 from b),
       u as (insert into usulan (id, pegawai_id, perangkat_daerah, jenis, aksi, sesudah, status, diajukan_pada)
         select usulan, pegawai, $2, 'gaji', 'tambah', $3::jsonb, 'diajukan', now() from b)
     insert into usulan_dokumen (usulan_id, dokumen_id, urutan) select usulan, dokumen, 0 from b`,
    [JSON.stringify(baris), kantor, JSON.stringify(sesudah)],
  )
  return baris.map(({ usulan, dokumen, sha256 }) =>
    buildKeputusanKasus({
      id: usulan,
      versi: 1,
      versiRiwayat: null,
      jenis: 'gaji',
      sebelum: null,
      sesudah,
      dokumen: [{ id: dokumen, sha256, halaman: 1 }],
    }),
  )
}
