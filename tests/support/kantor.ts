import { hash } from '@node-rs/argon2'
import type { Client } from 'pg'
import type { Peran } from '@meja/core/domain/peran.ts'

/** A province of two offices, just large enough to tell own from foreign. All people are invented. */
export const perangkatDaerah = {
  selatan: { kode: '901', nama: 'Dinas Uji Selatan', unit: '901.1' },
  utara: { kode: '902', nama: 'Dinas Uji Utara', unit: '902.1' },
} as const

export type Kantor = keyof typeof perangkatDaerah

export type Akun = {
  readonly id: string
  readonly pegawaiId: string
  readonly namaPengguna: string
  readonly nip: string
  readonly nama: string
  readonly peran: Peran
  readonly kantor: Kantor
}

let nomor = 0

function buildAkun(namaPengguna: string, nama: string, peran: Peran, kantor: Kantor): Akun {
  nomor += 1
  const ekor = String(nomor).padStart(3, '0')
  return {
    id: `00000000-0000-4000-8000-000000001${ekor}`,
    pegawaiId: `00000000-0000-4000-8000-000000002${ekor}`,
    namaPengguna,
    nip: `19850317201001${nomor % 2 === 0 ? '1' : '2'}${ekor}`,
    nama,
    peran,
    kantor,
  }
}

export const akun = {
  rina: buildAkun('fasilitator.rina', 'Rina Uji Lestari', 'fasilitator', 'selatan'),
  bagus: buildAkun('fasilitator.bagus', 'Bagus Uji Prakoso', 'fasilitator', 'selatan'),
  sari: buildAkun('fasilitator.sari', 'Sari Uji Utami', 'fasilitator', 'utara'),
  dewi: buildAkun('administrator.dewi', 'Dewi Uji Anggraini', 'administrator', 'selatan'),
  joko: buildAkun('administrator.joko', 'Joko Uji Santoso', 'administrator', 'utara'),
  wulan: buildAkun('pegawai.wulan', 'Wulan Uji Rahayu', 'user_personal', 'selatan'),
  hadi: buildAkun('pegawai.hadi', 'Hadi Uji Wijaya', 'user_personal', 'utara'),
  /** Facilitator whose decree has ended. */
  tono: buildAkun('fasilitator.tono', 'Tono Uji Hartono', 'fasilitator', 'selatan'),
  /** Facilitator whose account is switched off. */
  yanti: buildAkun('fasilitator.yanti', 'Yanti Uji Puspita', 'fasilitator', 'selatan'),
} as const satisfies Record<string, Akun>

export const kataSandi = 'kalimat-sandi-untuk-uji'

async function insertPenugasan(client: Client, satu: Akun): Promise<void> {
  const berlaku = satu === akun.tono ? '[2020-01-01,2021-01-01)' : '[2020-01-01,)'
  await client.query(
    `insert into penugasan_fasilitator (akun_id, perangkat_daerah, nomor_keputusan, berlaku)
     values ($1, $2, '188/1/UJI/2020', $3)`,
    [satu.id, perangkatDaerah[satu.kantor].kode, berlaku],
  )
}

/** The integrity pact of this year, without which pengelola reach nothing (P30.1a). */
export async function signPaktaAs(client: Client, { id, peran }: Akun): Promise<void> {
  await client.query(
    `insert into tanda_tangan_pakta (akun_id, peran, versi, sidik)
     select $1, $2, versi, sidik from naskah_pakta where versi = naskah_pakta_kini()`,
    [id, peran],
  )
}

/** Offices, people and accounts; proposals are added by the test that needs them. */
export async function insertKantor(client: Client): Promise<void> {
  // Cheap on purpose: what is tested is that it is checked, not how long it takes.
  const sandi = await hash(kataSandi, { memoryCost: 1024, timeCost: 1 })
  for (const { kode, nama, unit } of Object.values(perangkatDaerah)) {
    await client.query('insert into perangkat_daerah (kode, nama) values ($1, $2)', [kode, nama])
    await client.query(
      'insert into unit_kerja (kode, perangkat_daerah, nama) values ($1, $2, $3)',
      [unit, kode, `Sekretariat ${nama}`],
    )
  }
  // What a second factor asks is tested where the rule holds; everywhere else a password is enough.
  await client.query(`insert into kebijakan_akun values ('2020-11-24', false, 14, 'Kantor uji')`)
  for (const satu of Object.values(akun)) {
    const { kode, unit } = perangkatDaerah[satu.kantor]
    await client.query(
      `insert into pegawai (id, nip, nama, gelar_belakang, perangkat_daerah, unit_kerja, data_utama)
       values ($1, $2, $3, 'S.AP.', $4, $5, '{"jabatan":"Analis","golongan":"III/b"}')`,
      [satu.pegawaiId, satu.nip, satu.nama, kode, unit],
    )
    await client.query(
      `insert into akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran, aktif)
       values ($1, $2, $3, $4, $5, $6)`,
      [satu.id, satu.pegawaiId, satu.namaPengguna, sandi, satu.peran, satu !== akun.yanti],
    )
    if (satu.peran === 'fasilitator') await insertPenugasan(client, satu)
    if (satu.peran !== 'user_personal') await signPaktaAs(client, satu)
  }
}
