import type { DataUtama, Pegawai, PerangkatDaerah, UnitKerja } from './provinsi.ts'
import { makeUuid, type Random } from './random.ts'
import { addMonths, getParts, makeDate } from './calendar.ts'
import { makeKarier, type Jenjang } from './career.ts'
import type { IdentifierMaker } from './identifiers.ts'
import { makeNama } from './names.ts'
import type { Jabatan } from './offices.ts'
import { tabelKabkota } from './reference.ts'

/** A person while the province is being made: the record and what only the generator knows. */
export type Orang = {
  pegawai: Pegawai
  unit: UnitKerja
  kantor: PerangkatDaerah
  jabatan: Jabatan
  karier: Jenjang[]
}

export type Konteks = { random: Random; identifiers: IdentifierMaker; seed: string }

export const namaKota = tabelKabkota.map((item) => item.label.replace(/^(Kabupaten|Kota) /, ''))

type Jenis = DataUtama['jenisPegawai']
type Awal = { lahir: string; tmtCpns: string | null; tmtPppk: string | null }

/** Birth and appointment that agree with each other: 22 to 33 at appointment (NIP-14, NIP-15). */
function makeAwal(random: Random, jenis: Jenis): Awal {
  const usia = random.int(23, 31)
  // Early cohorts started younger, else they would have retired by now.
  const lahirPada = (tahunAngkat: number): string =>
    makeDate(
      tahunAngkat - (tahunAngkat < 2004 ? Math.min(usia, 25) : usia),
      random.int(1, 12),
      random.int(1, 28),
    )
  if (jenis === 'CPNS') {
    const tmt = random.pick(['2026-02-01', '2026-03-01', '2026-05-01', '2026-06-01'])
    return { lahir: lahirPada(2026), tmtCpns: tmt, tmtPppk: null }
  }
  if (jenis === 'PPPK') {
    const tahun = random.int(2021, 2026)
    return {
      lahir: lahirPada(tahun),
      tmtCpns: null,
      tmtPppk: makeDate(tahun, random.pick([2, 3, 7]), 1),
    }
  }
  const tahun = random.int(1998, 2024)
  const tmt = makeDate(tahun, random.pick([1, 2, 3, 4, 12]), 1)
  return { lahir: lahirPada(tahun), tmtCpns: tmt, tmtPppk: null }
}

const golonganPppk: Record<string, string> = {
  '15': 'V',
  '17': 'V',
  '30': 'VII',
  '40': 'IX',
  '45': 'X',
}

function makeNomorInduk(konteks: Konteks, awal: Awal, kelamin: 'L' | 'P'): string {
  if (awal.tmtCpns !== null) return konteks.identifiers.makeNip(awal.lahir, awal.tmtCpns, kelamin)
  const tahun = getParts(awal.tmtPppk ?? awal.lahir).year
  return konteks.identifiers.makeNiPppk(awal.lahir, tahun, 1, kelamin)
}

/** A functional post climbs with the grade: Pertama to III/b, Muda to III/d, Madya above. */
function getNamaJabatan(jabatan: Jabatan, golongan = 'III/a'): string {
  const tingkat = golongan.startsWith('IV')
    ? 'Madya'
    : /III\/[cd]/.test(golongan)
      ? 'Muda'
      : 'Pertama'
  return jabatan.nama.replace(/Ahli (Pertama|Muda|Madya)/, `Ahli ${tingkat}`)
}

export function makeOrang(
  konteks: Konteks,
  kantor: PerangkatDaerah,
  unit: UnitKerja,
  jabatan: Jabatan,
  nomor: number,
): Orang {
  const { random, identifiers, seed } = konteks
  const undian = random.next()
  const jenis: Jenis = undian < 0.07 ? 'CPNS' : undian < 0.2 ? 'PPPK' : 'PNS'
  const kelamin = random.chance(0.52) ? 'P' : 'L'
  const awal = makeAwal(random, jenis)
  const nip = makeNomorInduk(konteks, awal, kelamin)
  const karier =
    awal.tmtCpns === null ? [] : makeKarier(awal.tmtCpns, jabatan.tingkat, '2026-04-30')
  const menikah = random.chance(getParts(awal.lahir).year < 1996 ? 0.8 : 0.3)
  // Until about 2003 a degree in teaching still stood before the name.
  const tua =
    jabatan.nama.startsWith('Guru') && (awal.tmtCpns ?? '9') < '2003' && random.chance(0.4)
  const dataUtama: DataUtama = {
    nip,
    nama: makeNama(random, kelamin),
    gelarDepan: tua ? (kelamin === 'L' ? 'Drs.' : 'Dra.') : null,
    gelarBelakang: tua ? null : jabatan.gelar,
    tempatLahir: random.pick(namaKota),
    tanggalLahir: awal.lahir,
    jenisKelamin: kelamin,
    agama: random.chance(0.85) ? '1' : random.pick(['2', '3', '4']),
    statusPerkawinan: menikah ? '1' : '4',
    jenisPegawai: jenis,
    kedudukanHukum: '01',
    nik: identifiers.makeNik(awal.lahir, kelamin),
    nomorKk: identifiers.makeNomorKk(
      makeDate(random.int(2015, 2025), random.int(1, 12), random.int(1, 28)),
    ),
    tmtCpns: awal.tmtCpns,
    tmtPns: jenis === 'PNS' && awal.tmtCpns !== null ? addMonths(awal.tmtCpns, 12) : null,
    tmtPppk: awal.tmtPppk,
    akhirPppk: awal.tmtPppk === null ? null : addMonths(awal.tmtPppk, 60),
    golongan: karier.at(-1)?.golongan ?? golonganPppk[jabatan.tingkat] ?? 'IX',
    jabatan: getNamaJabatan(jabatan, karier.at(-1)?.golongan),
    jenisJabatan: jabatan.jenis,
  }
  const pegawai: Pegawai = {
    id: makeUuid(`${seed}/pegawai/${kantor.kode}/${nomor}`),
    nip,
    perangkatDaerah: kantor.kode,
    unitKerja: unit.kode,
    dataUtama,
    riwayat: [],
  }
  return { pegawai, unit, kantor, jabatan, karier }
}

/** The head of an office: signs its letters, so an experienced person with a senior grade. */
export function makeKepala(konteks: Konteks, kantor: PerangkatDaerah, unit: UnitKerja): Orang {
  const { random, identifiers } = konteks
  const jabatan: Jabatan = {
    nama: `Kepala ${kantor.nama}`,
    jenis: 'pelaksana',
    tingkat: '45',
    prodi: 'Administrasi Publik',
    gelar: random.pick(['S.H., M.Si.', 'S.E., M.M.', 'S.Sos., M.AP.', 'S.STP., M.Si.']),
  }
  const orang = makeOrang(konteks, kantor, unit, jabatan, 0)
  const tahun = random.int(1996, 1999)
  const tmtCpns = makeDate(tahun, 3, 1)
  const lahir = makeDate(tahun - random.int(25, 27), random.int(1, 12), random.int(1, 28))
  const kelamin = orang.pegawai.dataUtama.jenisKelamin
  const karier = makeKarier(tmtCpns, '45', '2026-04-30', 'IV/c')
  const nip = identifiers.makeNip(lahir, tmtCpns, kelamin)
  Object.assign(orang.pegawai.dataUtama, {
    nip,
    tanggalLahir: lahir,
    nik: identifiers.makeNik(lahir, kelamin),
    jenisPegawai: 'PNS',
    tmtCpns,
    tmtPns: addMonths(tmtCpns, 12),
    tmtPppk: null,
    akhirPppk: null,
    golongan: karier.at(-1)?.golongan ?? 'IV/b',
    jenisJabatan: 'struktural',
  } satisfies Partial<DataUtama>)
  return { ...orang, karier, pegawai: { ...orang.pegawai, nip } }
}
