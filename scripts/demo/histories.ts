import { getDeskripsi, type IsiRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Riwayat } from './provinsi.ts'
import { makeUuid, type Random } from './random.ts'
import { addDays, addMonths, getBulanRomawi, getParts, hariIni, makeDate } from './calendar.ts'
import { getGolonganBerikut, countMasaKerja, type Jenjang } from './career.ts'
import { makeNama } from './names.ts'
import type { Konteks, Orang } from './people.ts'
import { namaKota } from './people.ts'
import { getGajiPokok } from './reference.ts'

/** Every key of the description is there; null where nothing is known. */
export function fillIsi(jenis: Riwayat['jenis'], isi: Record<string, string>): IsiRiwayat {
  return Object.fromEntries(
    getDeskripsi(jenis).isian.map(({ kunci }) => [kunci, isi[kunci] ?? null]),
  )
}

/** `823.3/4321/204.3/2019`, and from 2023 the classification of Permendagri 83/2022. */
export function makeNomorSk(
  random: Random,
  pokok: string,
  kodeKantor: string,
  tanggal: string,
): string {
  const { year } = getParts(tanggal)
  const kelas =
    year < 2023 ? `${pokok}.${random.int(1, 4)}` : `800.1.${random.int(2, 3)}.${random.int(1, 4)}`
  return `${kelas}/${random.int(1023, 9876)}/${kodeKantor}.${random.int(1, 4)}/${year}`
}

const tanggalSebelum = (random: Random, tmt: string): string => addDays(tmt, -random.int(12, 75))

export function makeIsiPangkat(random: Random, jenjang: Jenjang, pertama: boolean): IsiRiwayat {
  const tanggalSk = tanggalSebelum(random, jenjang.tmt)
  const tahun = getParts(jenjang.tmt).year
  const isi = {
    nomorSk: makeNomorSk(random, pertama ? '813' : '823', '204', tanggalSk),
    tanggalSk,
    golongan: jenjang.golongan,
    tmtGolongan: jenjang.tmt,
    masaKerjaGolongan: String(jenjang.masaKerja),
    gajiPokok: getGajiPokok(jenjang.golongan, jenjang.masaKerja, tahun),
    pejabatPenetap: 'Gubernur Jawa Timur',
  }
  return fillIsi('pangkat', pertama ? isi : { ...isi, jenisKp: 'REGULER' })
}

/** The grade that would follow the person's last one, from a given month on. */
export function makeJenjangBerikut(orang: Orang, tmt: string): Jenjang {
  const terakhir = orang.karier.at(-1)
  const awal = orang.karier[0]
  if (terakhir === undefined || awal === undefined) throw new Error('no career to continue')
  const golongan = getGolonganBerikut(terakhir.golongan)
  return { golongan, tmt, masaKerja: countMasaKerja(awal.golongan, golongan, awal.tmt, tmt) }
}

export function makeIsiCpns(random: Random, orang: Orang): IsiRiwayat {
  const awal = orang.karier[0]
  if (awal === undefined) throw new Error('only a PNS or CPNS has a first appointment')
  const tanggalSk = tanggalSebelum(random, awal.tmt)
  const penuh = Number(getGajiPokok(awal.golongan, 0, getParts(awal.tmt).year))
  return fillIsi('cpns', {
    nomorSk: makeNomorSk(random, '813', '204', tanggalSk),
    tanggalSk,
    tmtCpns: awal.tmt,
    golongan: awal.golongan,
    // CPNS are paid 80 % (PP 7/1977 Pasal 5(1)).
    gajiPokok: String(Math.round(penuh * 0.8)),
    unitKerja: `${orang.unit.nama} ${orang.kantor.nama}`,
  })
}

export function makeIsiGaji(random: Random, orang: Orang, tmt: string): IsiRiwayat {
  const terakhir = orang.karier.findLast((satu) => satu.tmt <= tmt)
  const awal = orang.karier[0]
  if (terakhir === undefined || awal === undefined) throw new Error('no grade at that date')
  const masaKerja = countMasaKerja(awal.golongan, terakhir.golongan, awal.tmt, tmt)
  const tanggalSk = tanggalSebelum(random, tmt)
  return fillIsi('gaji', {
    nomorSk: makeNomorSk(random, '822', orang.kantor.kode, tanggalSk),
    tanggalSk,
    golongan: terakhir.golongan,
    masaKerjaGolongan: String(masaKerja),
    gajiPokok: getGajiPokok(terakhir.golongan, masaKerja, getParts(tmt).year),
    tmtGaji: tmt,
    tmtBerikutnya: addMonths(tmt, 24),
  })
}

// Invented schools: no real university lends its name to a planted error.
const sekolah: Record<string, readonly string[]> = {
  menengah: ['SMA Negeri Contoh 3', 'SMK Negeri Contoh 1', 'MAN Contoh 2'],
  tinggi: [
    'Universitas Bengawan Raya',
    'Universitas Arjuna Kencana',
    'Institut Teknologi Mahameru',
    'Politeknik Tirta Brantas',
    'Universitas Semeru Mandiri',
  ],
}

export function makeIsiPendidikan(
  random: Random,
  pilihan: { tingkat: string; prodi: string; gelar: string | null; tahun: number },
): IsiRiwayat {
  const tinggi = Number(pilihan.tingkat) >= 30
  const tanggal = makeDate(pilihan.tahun, random.pick([2, 6, 8, 9, 11]), random.int(3, 27))
  const nomor = tinggi
    ? `${random.int(11, 98)}/${random.int(1204, 9876)}/UN${random.int(51, 89)}.${random.int(1, 9)}/${pilihan.tahun}`
    : `DN-05 Ma ${random.int(1002345, 9987654)}`
  return fillIsi('pendidikan', {
    tingkat: pilihan.tingkat,
    programStudi: pilihan.prodi,
    namaSekolah: random.pick(sekolah[tinggi ? 'tinggi' : 'menengah'] ?? []),
    nomorIjazah: nomor,
    tanggalLulus: tanggal,
    tahunLulus: String(pilihan.tahun),
    ...(pilihan.gelar === null ? {} : { gelarBelakang: pilihan.gelar }),
  })
}

const pekerjaan = ['Wiraswasta', 'Karyawan Swasta', 'Mengurus Rumah Tangga', 'Guru', 'Petani']

export function makeIsiPasangan(random: Random, orang: Orang, nikah: string): IsiRiwayat {
  const kelamin = orang.pegawai.dataUtama.jenisKelamin === 'L' ? 'P' : 'L'
  const lahir = getParts(orang.pegawai.dataUtama.tanggalLahir)
  return fillIsi('pasangan', {
    nama: makeNama(random, kelamin),
    tanggalLahir: makeDate(lahir.year + random.int(-2, 2), random.int(1, 12), random.int(1, 28)),
    tanggalNikah: nikah,
    nomorAkta: `${random.int(104, 987)}/${random.int(11, 78)}/${getBulanRomawi(nikah)}/${getParts(nikah).year}`,
    pekerjaan: random.pick(pekerjaan),
  })
}

const jalan = ['Melati', 'Kenanga', 'Cempaka', 'Mawar', 'Anggrek', 'Flamboyan', 'Teratai', 'Dahlia']
const kelurahan = [
  'Sukomulyo',
  'Karangrejo',
  'Tegalsari',
  'Sumberejo',
  'Wonosari',
  'Mojorejo',
  'Kedungwaru',
]
const kecamatan = ['Sukorejo', 'Karanganom', 'Purwosari', 'Tambakrejo', 'Sidomulyo']

export function makeIsiKartuKeluarga(random: Random, orang: Orang): IsiRiwayat {
  const { nik, nomorKk } = orang.pegawai.dataUtama
  const dua = (n: number): string => String(n).padStart(3, '0')
  return fillIsi('kartu_keluarga', {
    nomorKk,
    nik,
    jalan: `Jl. ${random.pick(jalan)} Nomor ${random.int(2, 148)}`,
    rtRw: `${dua(random.int(1, 12))}/${dua(random.int(1, 9))}`,
    kelurahan: random.pick(kelurahan),
    kecamatan: random.pick(kecamatan),
    kabkota: random.pick(namaKota),
    kodePos: `6${random.int(1, 9)}${random.int(1, 4)}${random.int(1, 7)}${random.int(1, 9)}`,
  })
}

export function makeIsiKinerja(random: Random, tahun: number, penilai: Orang): IsiRiwayat {
  const unggul = random.chance(0.25)
  return fillIsi('kinerja', {
    tahun: String(tahun),
    predikat: unggul ? 'SANGAT_BAIK' : 'BAIK',
    hasilKerja: unggul ? 'Di atas ekspektasi' : 'Sesuai ekspektasi',
    perilaku: unggul
      ? 'Di atas ekspektasi'
      : random.pick(['Sesuai ekspektasi', 'Di atas ekspektasi']),
    penilaiNama: penilai.pegawai.dataUtama.nama,
    penilaiNip: penilai.pegawai.nip,
  })
}

const diklat: readonly [string, string, number][] = [
  ['TEKNIS', 'Pengelolaan Arsip Dinamis', 32],
  ['TEKNIS', 'Pengadaan Barang dan Jasa Pemerintah Tingkat Dasar', 40],
  ['TEKNIS', 'Penyusunan Standar Operasional Prosedur', 24],
  ['FUNGSIONAL', 'Pembentukan Jabatan Fungsional Ahli Pertama', 120],
  ['SOSKUL', 'Pelayanan Publik yang Ramah Semua Orang', 20],
  ['TEKNIS', 'Keamanan Informasi bagi Pengelola Data', 30],
]

export function makeIsiDiklat(random: Random, tahun: number): IsiRiwayat {
  const [jenisDiklat, nama, jumlahJp] = random.pick(diklat)
  const mulai = makeDate(tahun, random.int(1, 9), random.int(1, 20))
  return fillIsi('diklat', {
    jenisDiklat,
    nama: `Pelatihan ${nama}`,
    penyelenggara: 'Badan Pengembangan Sumber Daya Manusia Provinsi Jawa Timur',
    tanggalMulai: mulai,
    tanggalSelesai: addDays(mulai, Math.ceil(jumlahJp / 8)),
    jumlahJp: String(jumlahJp),
    nomorSertifikat: `${random.int(1002, 9987)}/PTT/205.3/${tahun}`,
  })
}

/** What made a CPNS a PNS, or the contract of a PPPK: without it the record would say otherwise. */
function makePengangkatan({ karier, pegawai }: Orang): [Riwayat['jenis'], IsiRiwayat][] {
  const { nip, tmtPns, tmtPppk, akhirPppk, golongan } = pegawai.dataUtama
  const makeSk = (pokok: string, tmt: string) => {
    const tanggalSk = addDays(tmt, -21)
    const nomorSk = `${pokok}/${nip.slice(-3)}${nip.slice(6, 7)}/204.2/${getParts(tanggalSk).year}`
    return { nomorSk, tanggalSk }
  }
  if (tmtPns !== null) {
    const isi = { ...makeSk('821.3', tmtPns), tmtPns, golongan: karier[0]?.golongan ?? golongan }
    return [['pns', fillIsi('pns', isi)]]
  }
  if (tmtPppk === null || akhirPppk === null) return []
  const isi = { ...makeSk('814.1', tmtPppk), tmtPppk, akhirPppk, golongan }
  return [['pppk', fillIsi('pppk', isi)]]
}

/** What the record already holds of a person before anything is proposed. */
export function makeRiwayat(konteks: Konteks, orang: Orang, penilai: Orang): Riwayat[] {
  const { random } = konteks
  const rows: [Riwayat['jenis'], IsiRiwayat][] = []
  orang.karier.forEach((jenjang, i) =>
    rows.push(['pangkat', makeIsiPangkat(random, jenjang, i === 0)]),
  )
  const { tanggalLahir, statusPerkawinan, tmtCpns, tmtPppk } = orang.pegawai.dataUtama
  const masuk = tmtCpns ?? tmtPppk ?? hariIni
  if (tmtCpns !== null) {
    rows.push(['cpns', makeIsiCpns(random, orang)])
    const gaji = addMonths(tmtCpns, 24 * Math.floor((2024 - getParts(tmtCpns).year) / 2))
    if (gaji > tmtCpns) rows.push(['gaji', makeIsiGaji(random, orang, gaji)])
  }
  const { tingkat, prodi, gelar } = orang.jabatan
  const lulus = getParts(masuk).year - 1
  rows.push(['pendidikan', makeIsiPendidikan(random, { tingkat, prodi, gelar, tahun: lulus })])
  if (statusPerkawinan === '1') {
    const nikah = makeDate(
      getParts(tanggalLahir).year + random.int(24, 28),
      random.int(1, 12),
      random.int(1, 28),
    )
    rows.push(['pasangan', makeIsiPasangan(random, orang, nikah < hariIni ? nikah : '2025-12-14')])
  }
  rows.push(['kartu_keluarga', makeIsiKartuKeluarga(random, orang)])
  for (const tahun of [2023, 2024]) {
    if (tahun > getParts(masuk).year && orang !== penilai) {
      rows.push(['kinerja', makeIsiKinerja(random, tahun, penilai)])
    }
  }
  if (random.chance(0.4)) rows.push(['diklat', makeIsiDiklat(random, random.int(2019, 2024))])
  rows.push(...makePengangkatan(orang))
  return rows.map(([jenis, isi], i) => ({
    id: makeUuid(`${orang.pegawai.id}/riwayat/${i}`),
    jenis,
    isi,
  }))
}
