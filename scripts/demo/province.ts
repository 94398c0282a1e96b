import type { Akun, Kebenaran, Pegawai, Provinsi, Ukuran } from './provinsi.ts'
import { createRandom, makeUuid } from './random.ts'
import { waktuSekarang } from './calendar.ts'
import { makeRiwayat } from './histories.ts'
import { createIdentifierMaker } from './identifiers.ts'
import { withGelar } from './names.ts'
import { listKantor, listPerangkatDaerah, listUnitKerja } from './offices.ts'
import { makeKepala, makeOrang, type Konteks, type Orang } from './people.ts'
import { urutanJenis } from './proposal-kinds.ts'
import { decideBerkas, makeBerkas, type Berkas, type PembuatUsulan } from './proposals.ts'
import { tabelKabkota } from './reference.ts'

/** Raise when anything the generator writes changes, so that old folders are made anew. */
export const versiProvinsi = 1

export type RencanaProvinsi = { provinsi: Provinsi; kebenaran: Kebenaran; berkas: Berkas[] }

type Kantor = { kode: string; slug: string; usulan: number; kepala: Orang; staf: Orang[] }

function makeKantor(konteks: Konteks, ukuran: Ukuran): Kantor[] {
  const unitKerja = listUnitKerja(ukuran)
  const perangkatDaerah = listPerangkatDaerah(ukuran)
  return listKantor(ukuran).map((rencana) => {
    const kantor = perangkatDaerah.find((satu) => satu.kode === rencana.kode)
    const unit = unitKerja.filter((satu) => satu.perangkatDaerah === rencana.kode)
    const sekretariat = unit[0]
    if (kantor === undefined || sekretariat === undefined)
      throw new Error(`no office ${rencana.kode}`)
    const kepala = makeKepala(konteks, kantor, sekretariat)
    const staf = Array.from({ length: rencana.pegawai - 1 }, (_, i) => {
      const jabatan = konteks.random.pick(rencana.jabatan)
      const sekolah = unit.filter((satu) => /^S(MA|MK|LB) /.test(satu.nama))
      const tempat = jabatan.nama.startsWith('Guru') && sekolah.length > 0 ? sekolah : unit
      return makeOrang(konteks, kantor, konteks.random.pick(tempat), jabatan, i + 1)
    })
    for (const orang of [kepala, ...staf]) {
      orang.pegawai.riwayat = makeRiwayat(konteks, orang, kepala)
    }
    return { kode: rencana.kode, slug: rencana.slug, usulan: rencana.usulan, kepala, staf }
  })
}

function makeAkun(seed: string, kantor: Kantor[]): { akun: Akun[]; pengelola: Map<string, Orang> } {
  const akun: Akun[] = []
  const pengelola = new Map<string, Orang>()
  const add = (
    username: string,
    peran: Akun['peran'],
    orang: Orang,
    perangkatDaerah: string | null,
  ): void => {
    const { dataUtama, id } = orang.pegawai
    pengelola.set(username, orang)
    akun.push({
      id: makeUuid(`${seed}/akun/${username}`),
      username,
      peran,
      nama: withGelar(dataUtama),
      pegawaiId: id,
      perangkatDaerah,
    })
  }
  const tetap = (satu: Kantor): Orang[] =>
    satu.staf.filter(({ pegawai }) => pegawai.dataUtama.jenisPegawai === 'PNS')
  const at = (satu: Kantor, nomor: number): Orang => {
    const orang = tetap(satu)[nomor]
    if (orang === undefined) throw new Error(`too few people in ${satu.kode}`)
    return orang
  }
  for (const satu of kantor) {
    add(`fasilitator.${satu.slug}`, 'fasilitator', at(satu, 0), satu.kode)
    if (satu.kode === '101') add(`fasilitator2.${satu.slug}`, 'fasilitator', at(satu, 1), satu.kode)
    if (satu.kode === '204') {
      for (const nomor of [1, 2, 3])
        add(`administrator${nomor}`, 'administrator', at(satu, nomor), null)
    }
  }
  const pendidikan = kantor[0]
  if (pendidikan === undefined) throw new Error('no office at all')
  for (const nomor of [1, 2, 3, 4, 5, 6]) {
    add(`pegawai${nomor}`, 'user_personal', at(pendidikan, nomor + 1), null)
  }
  add('pimpinan1', 'user_personal', pendidikan.kepala, null)
  return { akun, pengelola }
}

const jumlahDiputus: Record<Ukuran, number> = { penuh: 9, kecil: 3 }

function makeSemuaBerkas(
  buat: PembuatUsulan,
  kantor: Kantor[],
  akun: Akun[],
  ukuran: Ukuran,
): Berkas[] {
  const pemegang = new Set(akun.filter((a) => a.peran !== 'user_personal').map((a) => a.pegawaiId))
  const berkas: Berkas[] = []
  let giliran = 0
  const next = (satu: Kantor): Berkas => {
    const calon = satu.staf.filter(({ pegawai }) => !pemegang.has(pegawai.id))
    for (let coba = 0; coba < urutanJenis.length; coba++) {
      const jenis = urutanJenis[giliran++ % urutanJenis.length] ?? 'pangkat'
      const hasil = makeBerkas(buat, jenis, calon, satu.kepala)
      if (hasil !== null) return hasil
    }
    throw new Error(`nobody left in ${satu.kode}`)
  }
  for (const satu of kantor) {
    for (let i = 0; i < satu.usulan; i++) berkas.push(next(satu))
  }
  for (let i = 0; i < jumlahDiputus[ukuran]; i++) {
    const satu = kantor[i % kantor.length]
    const oleh = akun.find((a) => a.peran === 'fasilitator' && a.perangkatDaerah === satu?.kode)
    if (satu === undefined || oleh === undefined) throw new Error('no office to decide in')
    const hasil = next(satu)
    decideBerkas(buat.random, hasil, oleh)
    berkas.push(hasil)
  }
  return berkas
}

/** The whole province except the bytes of its scans: fast, and a pure function of the seed. */
export function planProvince(seed: string, ukuran: Ukuran): RencanaProvinsi {
  const random = createRandom(`${seed}/${ukuran}`)
  const identifiers = createIdentifierMaker(
    random,
    tabelKabkota.map((item) => item.nikPrefix),
  )
  const konteks: Konteks = { random, identifiers, seed }
  const kantor = makeKantor(konteks, ukuran)
  const { akun, pengelola } = makeAkun(seed, kantor)
  const buat: PembuatUsulan = {
    random,
    seed,
    kecil: ukuran === 'kecil',
    nomor: 0,
    terpakai: new Set(),
  }
  const pendidikan = kantor[0]
  const fasilitator = pengelola.get('fasilitator.pendidikan')
  if (pendidikan === undefined || fasilitator === undefined) throw new Error('no office at all')
  const berkas = makeSemuaBerkas(buat, kantor, akun, ukuran)
  // One proposal of the fasilitator's own: nobody verifies themselves, the desk must refuse it.
  const milik = makeBerkas(buat, 'diklat', [fasilitator], pendidikan.kepala)
  if (milik === null) throw new Error('the fasilitator has nothing to propose')
  berkas.push(milik)
  const pegawai: Pegawai[] = kantor
    .flatMap((satu) => [satu.kepala, ...satu.staf])
    .map((o) => o.pegawai)
  return {
    berkas,
    kebenaran: { usulan: berkas.map((satu) => satu.kebenaran), milikFasilitator: milik.usulan.id },
    provinsi: {
      versi: versiProvinsi,
      seed,
      hariIni: waktuSekarang,
      perangkatDaerah: listPerangkatDaerah(ukuran),
      unitKerja: listUnitKerja(ukuran),
      pegawai,
      akun,
      dokumen: [],
      usulan: berkas.map((satu) => satu.usulan),
    },
  }
}
