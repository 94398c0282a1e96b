import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IsiRiwayat, JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { listKunciPenilaian } from '@meja/core/domain/jenis-riwayat.ts'
import type { StatusUsulan } from '@meja/core/domain/status-usulan.ts'
import type { Kasus, Keputusan } from '@meja/core/api/verifikasi.ts'
import { perangkatDaerah, type Akun } from './kantor.ts'
import type { TestServer } from './server.ts'

/** One sound row of the kinds that the tests use. */
export const contohIsi = {
  gaji: {
    nomorSk: '822/17/UJI/2025',
    tanggalSk: '2025-02-10',
    golongan: 'III/b',
    masaKerjaGolongan: '120',
    gajiPokok: '3456700',
    tmtGaji: '2025-03-01',
    tmtBerikutnya: '2027-03-01',
  },
  pangkat: {
    nomorSk: '823/4/UJI/2025',
    tanggalSk: '2025-09-15',
    golongan: 'III/c',
    tmtGolongan: '2025-10-01',
    masaKerjaGolongan: '48',
    gajiPokok: '3602400',
    jenisKp: null,
    pejabatPenetap: 'Gubernur Jawa Timur',
  },
  kartu_keluarga: {
    nomorKk: '3578000000000001',
    nik: '3578000000000002',
    jalan: 'Jalan Uji Nomor 1',
    rtRw: '001/002',
    kelurahan: 'Ujian',
    kecamatan: 'Ujung',
    kabkota: 'Kota Surabaya',
    kodePos: '60111',
  },
  pasangan: {
    nama: 'Pasangan Uji',
    tanggalLahir: '1986-01-02',
    tanggalNikah: '2011-05-06',
    nomorAkta: '11/UJI/2011',
    pekerjaan: null,
    tanggalBerakhir: null,
  },
  hukuman_disiplin: {
    jenisHukuman: 'R1',
    pelanggaran: 'Terlambat berulang',
    nomorSk: '862/1/UJI/2024',
    tanggalSk: '2024-03-01',
    tmt: '2024-04-01',
    akhir: '2025-04-01',
  },
} as const satisfies Partial<Record<JenisRiwayat, IsiRiwayat>>

export type JenisContoh = keyof typeof contohIsi

export const berkasUji = {
  png: { nama: 'halaman.png', tipeMedia: 'image/png', halaman: 1 },
  tiff: { nama: 'tiff-g4.tif', tipeMedia: 'image/tiff', halaman: 2 },
  pdf: { nama: 'pdf-jpeg.pdf', tipeMedia: 'application/pdf', halaman: 1 },
} as const

export function readFixture(nama: string): Promise<Uint8Array> {
  return readFile(new URL(`../fixtures/dokumen/${nama}`, import.meta.url))
}

export type DokumenUji = { id: string; sha256: string; halaman: number; ukuran: number }

/** A stored scan of this person, as an earlier upload would have left it. */
export async function addDokumen(
  server: TestServer,
  pemilik: Akun,
  berkas: keyof typeof berkasUji = 'png',
): Promise<DokumenUji> {
  const { nama, tipeMedia, halaman } = berkasUji[berkas]
  const bytes = await readFixture(nama)
  const dokumen = {
    id: randomUUID(),
    sha256: await server.files.write(bytes),
    halaman,
    ukuran: bytes.length,
  }
  await server.owner.query(
    `insert into dokumen (id, pegawai_id, jenis, nama_berkas, tipe_media, ukuran, sha256, halaman)
     values ($1, $2, 'SK_KGB', 'pindaian.png', $3, $4, $5, $6)`,
    [dokumen.id, pemilik.pegawaiId, tipeMedia, dokumen.ukuran, dokumen.sha256, halaman],
  )
  return dokumen
}

/** A valid row of this person's record, as an import would have left it. */
export async function addRiwayat(
  server: TestServer,
  pemilik: Akun,
  jenis: JenisContoh,
  isi: IsiRiwayat = contohIsi[jenis],
): Promise<string> {
  const id = randomUUID()
  await server.owner.query(
    `insert into riwayat (id, pegawai_id, jenis, isi, status, sumber)
     values ($1, $2, $3, $4, 'valid', 'impor')`,
    [id, pemilik.pegawaiId, jenis, JSON.stringify(isi)],
  )
  return id
}

export type UsulanUji = {
  id: string
  jenis: JenisContoh
  pemilik: Akun
  versi: number
  riwayatId: string | null
  sebelum: IsiRiwayat | null
  sesudah: IsiRiwayat
  dokumen: DokumenUji[]
}

function buildSesudah(jenis: JenisContoh): IsiRiwayat {
  const isi = contohIsi[jenis]
  return 'nomorSk' in isi ? { ...isi, nomorSk: '999/BARU/UJI/2025' } : isi
}

type PilihanUsulan = {
  jenis?: JenisContoh
  /** The row to correct; without it the proposal adds one. */
  riwayatId?: string
  sesudah?: IsiRiwayat
  berkas?: keyof typeof berkasUji
  status?: StatusUsulan
  diajukanPada?: string
}

/** A proposal of this person that waits at the desk. */
export async function addUsulan(
  server: TestServer,
  pemilik: Akun,
  pilihan: PilihanUsulan = {},
): Promise<UsulanUji> {
  const { jenis = 'gaji', riwayatId, berkas = 'png', status = 'diajukan' } = pilihan
  const usulan: UsulanUji = {
    id: randomUUID(),
    jenis,
    pemilik,
    versi: 1,
    riwayatId: riwayatId ?? null,
    sebelum: riwayatId === undefined ? null : contohIsi[jenis],
    sesudah: pilihan.sesudah ?? buildSesudah(jenis),
    dokumen: [await addDokumen(server, pemilik, berkas)],
  }
  await server.owner.query(
    `insert into usulan (id, pegawai_id, perangkat_daerah, jenis, aksi, riwayat_id, sebelum, sesudah,
       status, diajukan_pada)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      usulan.id,
      pemilik.pegawaiId,
      perangkatDaerah[pemilik.kantor].kode,
      jenis,
      riwayatId === undefined ? 'tambah' : 'koreksi',
      usulan.riwayatId,
      usulan.sebelum && JSON.stringify(usulan.sebelum),
      JSON.stringify(usulan.sesudah),
      status,
      pilihan.diajukanPada ?? '2026-10-01T09:00:00+07:00',
    ],
  )
  for (const [urutan, { id }] of usulan.dokumen.entries()) {
    await server.owner.query(
      'insert into usulan_dokumen (usulan_id, dokumen_id, urutan) values ($1, $2, $3)',
      [usulan.id, id, urutan],
    )
  }
  return usulan
}

/** The complete "sesuai" of a person who looked at everything. */
export function buildKeputusan(usulan: UsulanUji, ubah: Partial<Keputusan> = {}): Keputusan {
  const { jenis, sebelum, sesudah } = usulan
  return {
    transactionId: randomUUID(),
    usulanId: usulan.id,
    versiDilihat: { usulan: usulan.versi, riwayat: usulan.riwayatId === null ? null : 1 },
    hasil: 'sesuai',
    penilaian: listKunciPenilaian(jenis, sebelum, sesudah).map((kunci) => ({
      kunci,
      nilai: 'sesuai',
    })),
    asli: { metode: 'asli', tempat: 'Loket kepegawaian' },
    bukti: usulan.dokumen.map(({ id, sha256, halaman }) => ({
      dokumenId: id,
      sha256,
      halamanDilihat: Array.from({ length: halaman }, (_, nol) => nol + 1),
    })),
    diputuskanPada: '2026-11-02T09:30:00+07:00',
    ...ubah,
  }
}

type DasarKasus = Pick<Kasus, 'id' | 'versi' | 'versiRiwayat' | 'jenis' | 'sebelum' | 'sesudah'> & {
  dokumen: readonly Pick<Kasus['dokumen'][number], 'id' | 'sha256' | 'halaman'>[]
}

/** The complete "sesuai" on a case as the server showed it. */
export function buildKeputusanKasus(kasus: DasarKasus): Keputusan {
  return {
    transactionId: randomUUID(),
    usulanId: kasus.id,
    versiDilihat: { usulan: kasus.versi, riwayat: kasus.versiRiwayat },
    hasil: 'sesuai',
    penilaian: listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah).map((kunci) => ({
      kunci,
      nilai: 'sesuai',
    })),
    asli: { metode: 'asli', tempat: 'Loket kepegawaian' },
    bukti: kasus.dokumen.map(({ id, sha256, halaman }) => ({
      dokumenId: id,
      sha256,
      halamanDilihat: Array.from({ length: halaman }, (_, nol) => nol + 1),
    })),
    diputuskanPada: '2026-11-02T09:30:00+07:00',
  }
}

/** A return that names the field that differs. */
export function buildPengembalian(usulan: UsulanUji, ubah: Partial<Keputusan> = {}): Keputusan {
  return buildKeputusan(usulan, {
    hasil: 'dikembalikan',
    penilaian: [{ kunci: 'nomorSk', nilai: 'tidak_sesuai', alasan: 'berbeda_dengan_pindaian' }],
    asli: null,
    ...ubah,
  })
}

/** Everything that a decision could change, to show that a refusal changed nothing. */
export async function readJejak(server: TestServer, usulan: UsulanUji): Promise<unknown> {
  const { rows } = await server.owner.query(
    `select u.status, u.versi, p.versi as pegawai_versi,
       (select count(*) from keputusan_verifikasi k where k.usulan_id = u.id) as keputusan,
       (select jsonb_agg(to_jsonb(r) order by r.id) from riwayat r where r.pegawai_id = p.id) as riwayat,
       (select count(*) from audit a where a.objek = 'usulan:' || u.id) as audit
     from usulan u join pegawai p on p.id = u.pegawai_id where u.id = $1`,
    [usulan.id],
  )
  return rows[0]
}
