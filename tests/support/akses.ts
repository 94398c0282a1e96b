import { approveAkses, requestAkses } from '@meja/core/api/akses.ts'
import type { BodyOf } from '@meja/core/api/endpoint.ts'
import { connect } from './database.ts'
import { akun, type Akun } from './kantor.ts'
import type { TestServer } from './server.ts'

type Isi = BodyOf<typeof requestAkses>

/** A letter that asks for a task of Hadi's team. */
export const permohonanTim: Isi = {
  akunId: akun.hadi.id,
  hak: 'tim',
  perangkatDaerah: '902',
  mulai: '2026-01-01',
  sampai: null,
  nomorSurat: '800/7/UJI/2026',
  tanggalSurat: '2026-01-02',
  alasan: 'Tim pemutakhiran data',
}

/** Joko enters the letter, Dewi approves; the id of the right. */
export async function giveHak(
  server: TestServer,
  untuk: Akun,
  isi: Pick<Isi, 'hak' | 'perangkatDaerah'>,
): Promise<string> {
  const { id } = await server.getJawaban(akun.joko, requestAkses, {
    body: { ...permohonanTim, akunId: untuk.id, ...isi },
  })
  await server.getJawaban(akun.dewi, approveAkses, { params: { permohonanAksesId: id } })
  return isi.hak === 'administrator' ? untuk.id : id
}

/** One statement to the database as this account, past the server's own checks; nothing of it stays. */
export async function sendAs(
  server: TestServer,
  siapa: Akun,
  kalimat: string,
  nilai: unknown[] = [],
) {
  const app = await connect(server.environment.DATABASE_URL)
  try {
    await app.query('begin')
    await app.query(
      `select set_config('meja.akun_id', $1, true), set_config('meja.pegawai_id', $2, true),
         set_config('meja.peran', $3, true)`,
      [siapa.id, siapa.pegawaiId, siapa.peran],
    )
    return await app.query(kalimat, nilai)
  } finally {
    await app.end()
  }
}
