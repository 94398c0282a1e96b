import { randomUUID } from 'node:crypto'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { Akun } from './kantor.ts'
import type { TestServer } from './server.ts'

const sk = { nomorSk: '821/1/UJI/2020', tanggalSk: '2020-01-02' }

/** Every field of the kind; null where nothing is said. */
export function fillIsi(jenis: JenisRiwayat, isi: Record<string, string>): IsiRiwayat {
  const kunci = getDeskripsi(jenis).isian.map((satu) => satu.kunci)
  return Object.fromEntries(kunci.map((satu) => [satu, isi[satu] ?? null]))
}

export const isiPangkat = (golongan: string, tmtGolongan: string, ubah = {}) =>
  fillIsi('pangkat', { ...sk, golongan, tmtGolongan, ...ubah })

export const isiFungsional = (namaJabatan: string, jenjang: string, tmt: string, ubah = {}) =>
  fillIsi('jabatan', {
    ...sk,
    jenisJabatan: '2',
    namaJabatan,
    jenjang,
    unitKerja: 'Sekretariat',
    tmtJabatan: tmt,
    ...ubah,
  })

export const isiStruktural = (namaJabatan: string, tmt: string, ubah = {}) =>
  fillIsi('jabatan', {
    ...sk,
    jenisJabatan: '1',
    namaJabatan,
    eselon: '41',
    unitKerja: 'Sekretariat',
    tmtJabatan: tmt,
    ...ubah,
  })

export const isiPenempatan = (unit: string, tmt: string, ubah = {}) =>
  fillIsi('penempatan', { ...sk, unit, tmt, ...ubah })

/** A valid row of any kind in this person's record, as an import would have left it. */
export async function addBaris(
  server: TestServer,
  pemilik: Akun,
  jenis: JenisRiwayat,
  isi: IsiRiwayat,
): Promise<string> {
  const id = randomUUID()
  await server.owner.query(
    `insert into riwayat (id, pegawai_id, jenis, isi, status, sumber)
     values ($1, $2, $3, $4, 'valid', 'impor')`,
    [id, pemilik.pegawaiId, jenis, JSON.stringify(isi)],
  )
  return id
}

/** The derived values as they stand beside the person. */
export async function readTurunan(server: TestServer, { pegawaiId }: Akun) {
  const { rows } = await server.owner.query<{
    nilai: Record<string, string | null>
    nama: string
    per: string | null
    sampai: string | null
    unit: string
  }>(
    `select data_utama as nilai, nama, turunan_per::text as per, turunan_sampai::text as sampai,
       unit_kerja as unit from pegawai where id = $1`,
    [pegawaiId],
  )
  if (rows[0] === undefined) throw new Error('no such person')
  return rows[0]
}
