import { randomUUID } from 'node:crypto'
import type { IsiRiwayat, JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { getRekam } from '@meja/core/api/rekam.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import type { Akun } from './kantor.ts'
import type { TestServer } from './server.ts'
import { addDokumen, buildKeputusanKasus, contohIsi } from './usulan.ts'

type Ubahan = {
  jenis?: JenisRiwayat
  aksi?: 'tambah' | 'koreksi' | 'akhiri' | 'cabut'
  riwayatId?: string | null
  sesudah?: IsiRiwayat
  alasan?: string
  memperbaiki?: string
  dokumenIds?: string[]
}

export async function buildPermintaan(server: TestServer, pemilik: Akun, ubah: Ubahan = {}) {
  return {
    transactionId: randomUUID(),
    pegawaiId: pemilik.pegawaiId,
    jenis: 'gaji' as JenisRiwayat,
    aksi: 'tambah' as const,
    riwayatId: null,
    sesudah: contohIsi.gaji,
    dokumenIds: [(await addDokumen(server, pemilik)).id],
    pernyataanBenar: true as const,
    ...ubah,
  }
}

export async function propose(server: TestServer, siapa: Akun, pemilik: Akun, ubah: Ubahan = {}) {
  return server.getJawaban(siapa, postUsulan, {
    body: await buildPermintaan(server, pemilik, ubah),
  })
}

/** "Sesuai" of everything, by somebody who opened the case. */
export async function verify(server: TestServer, siapa: Akun, usulanId: string) {
  const kasus = await server.getJawaban(siapa, getKasus, { params: { usulanId } })
  return server.getJawaban(siapa, postKeputusan, { body: buildKeputusanKasus(kasus) })
}

export function readRekam(
  server: TestServer,
  siapa: Akun,
  pemilik: Akun,
  query: { per?: string; semua?: string } = {},
) {
  return server.getJawaban(siapa, getRekam, {
    params: { pegawaiId: pemilik.pegawaiId },
    query,
  })
}
