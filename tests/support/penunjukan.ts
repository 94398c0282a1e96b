import type { BodyOf } from '@meja/core/api/endpoint.ts'
import { appointFasilitator, proposeFasilitator } from '@meja/core/api/fasilitator.ts'
import { akun } from './kantor.ts'
import type { TestServer } from './server.ts'
import { addDokumen } from './usulan.ts'

/** As the end of every trial: Wulan is an employee like any other again, and nobody heads anything. */
export async function clearPenunjukan(server: TestServer): Promise<void> {
  const { owner } = server
  await owner.query('update usulan_penunjukan set menggantikan = null')
  await owner.query('delete from penugasan_fasilitator where akun_id = $1', [akun.wulan.id])
  await owner.query('delete from usulan_penunjukan')
  await owner.query('delete from penugasan')
  await owner.query('delete from permohonan_akses')
  await owner.query("delete from riwayat where jenis in ('jabatan', 'mutasi', 'pemberhentian')")
  await owner.query("update akun set peran = 'user_personal' where id = $1", [akun.wulan.id])
  await owner.query(
    "update pegawai set unit_kerja = '901.1', perangkat_daerah = '901' where id = $1",
    [akun.wulan.pegawaiId],
  )
}

/** A second unit of the southern office. */
export async function addUnit(server: TestServer): Promise<void> {
  await server.owner.query(
    `insert into unit_kerja (kode, perangkat_daerah, nama)
     values ('901.2', '901', 'Bidang Uji Selatan')`,
  )
}

export const usulanWulan: BodyOf<typeof proposeFasilitator> = {
  nip: akun.wulan.nip,
  unit: ['901.1'],
  nomorSurat: '800/1/UJI/2026',
  tanggalSurat: '2026-01-05',
  menggantikan: null,
  mampuKomputer: true,
  memahamiKepegawaian: true,
}

/** Wulan as fasilitator, by nomination and decree, with the pact signed; the task's id. */
export async function appointWulan(
  server: TestServer,
  unit: string[] = ['901.1'],
  mulai = '2026-02-01',
): Promise<string> {
  const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, {
    body: { ...usulanWulan, unit },
  })
  const { id: dokumenId } = await addDokumen(server, akun.wulan)
  const { penugasanId } = await server.getJawaban(akun.dewi, appointFasilitator, {
    params: { usulanPenunjukanId: id },
    body: {
      nomorKeputusan: '188/9/KPTS/013/2026',
      tanggalKeputusan: '2026-01-20',
      dokumenId,
      mulai,
      sampai: null,
    },
  })
  await server.owner.query(
    `insert into tanda_tangan_pakta (akun_id, peran, versi, sidik)
     select $1, 'fasilitator', versi, sidik from naskah_pakta
     where not exists (select from tanda_tangan_pakta where akun_id = $1)`,
    [akun.wulan.id],
  )
  return penugasanId
}
