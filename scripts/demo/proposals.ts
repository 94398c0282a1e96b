import {
  kunciPemilik,
  listKunciPenilaian,
  type IsiRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { getStatusSetelah } from '@meja/core/domain/status-usulan.ts'
import type { Akun, KebenaranUsulan, Penilaian, Usulan, JenisPindaian } from './provinsi.ts'
import { makeUuid, type Random } from './random.ts'
import { minutesAgo } from './calendar.ts'
import { withGelar } from './names.ts'
import type { Orang } from './people.ts'
import { plantBeda, plantOrang } from './planting.ts'
import { findPokok, type Pokok } from './proposal-kinds.ts'
import { isDitanam, isTerbaca, planPindai, type RencanaPindai } from './scan-plan.ts'

/** A proposal with everything the paper maker needs to print and scan its document. */
export type Berkas = {
  usulan: Usulan
  kebenaran: KebenaranUsulan
  pindai: RencanaPindai
  dokumenId: string
  jenisDokumen: string
  /** The employee who proposes. */
  orang: Orang
  /** Whose name and NIP stand on the paper; somebody else when the wrong paper was uploaded. */
  pemilik: Orang
  kepala: Orang
}

export type PembuatUsulan = {
  random: Random
  seed: string
  kecil: boolean
  nomor: number
  /** Employees with a proposal already: at most one each keeps the queue readable. */
  terpakai: Set<Orang>
}

/** Hours to six weeks ago, most of it recent, within office hours. */
function makeDiajukan(random: Random): string {
  const hari = Math.floor(42 * random.next() ** 2)
  const menit = hari === 0 ? random.int(20, 85) : hari * 1440 - random.int(-15, 480)
  return minutesAgo(menit)
}

/** A colleague who is easily mistaken: the same first name if there is one. */
function findKembaran(calon: readonly Orang[], orang: Orang): Orang | undefined {
  const diri = orang.pegawai.dataUtama
  const sama = calon.filter(
    (satu) =>
      satu !== orang &&
      satu.pegawai.dataUtama.jenisKelamin === diri.jenisKelamin &&
      (satu.karier.length > 0 || orang.karier.length === 0),
  )
  const depan = diri.nama.split(' ')[0]
  return sama.find((satu) => satu.pegawai.dataUtama.nama.split(' ')[0] === depan) ?? sama[0]
}

function makeSesudah(
  buat: PembuatUsulan,
  pokok: Pokok,
  orang: Orang,
  kembaran: Orang | undefined,
): { sesudah: IsiRiwayat; ditanam: KebenaranUsulan['ditanam']; pemilik: Orang } {
  const { random, nomor } = buat
  if (
    Math.floor(nomor / 3) % 10 === 4 &&
    kembaran !== undefined &&
    pokok.jenis !== 'kartu_keluarga'
  ) {
    const ditanam = plantOrang(kembaran.pegawai.nip, orang.pegawai.nip)
    return { sesudah: pokok.kertas, ditanam, pemilik: kembaran }
  }
  const { sesudah, ditanam } = plantBeda(random, pokok.jenis, pokok.kertas, Math.floor(nomor / 3))
  return { sesudah, ditanam, pemilik: orang }
}

export function makeBerkas(
  buat: PembuatUsulan,
  jenis: JenisPindaian,
  calon: readonly Orang[],
  kepala: Orang,
): Berkas | null {
  const { random, seed, nomor } = buat
  for (const orang of random.shuffle(calon.filter((satu) => !buat.terpakai.has(satu)))) {
    const pokok = findPokok(random, jenis, orang, kepala)
    if (pokok === null) continue
    buat.terpakai.add(orang)
    const id = makeUuid(`${seed}/usulan/${nomor}`)
    const dokumenId = makeUuid(`${seed}/dokumen/${nomor}`)
    const pindai = planPindai(
      seed,
      nomor,
      buat.kecil,
      pokok.jenis === 'pangkat' || pokok.jenis === 'cpns',
    )
    const terbaca = isTerbaca(pindai.profil)
    const kembaran = findKembaran(calon, orang)
    const tanam = isDitanam(seed, nomor, buat.kecil)
    const isi = tanam
      ? makeSesudah(buat, pokok, orang, kembaran)
      : { sesudah: pokok.kertas, ditanam: null, pemilik: orang }
    const usulan: Usulan = {
      id,
      pegawaiId: orang.pegawai.id,
      jenis,
      aksi: pokok.riwayat === null ? 'tambah' : 'koreksi',
      riwayatId: pokok.riwayat?.id ?? null,
      sebelum: pokok.riwayat?.isi ?? null,
      sesudah: isi.sesudah,
      dokumenIds: [dokumenId],
      // The first case is the oldest: it is the one that screenshots and the first sign-in open.
      diajukanPada: nomor === 0 ? minutesAgo(47 * 1440 - 95) : makeDiajukan(random),
      status: 'diajukan',
      keputusan: null,
    }
    const kebenaran: KebenaranUsulan = {
      usulanId: id,
      kertas: pokok.kertas,
      pemilik: { nama: withGelar(isi.pemilik.pegawai.dataUtama), nip: isi.pemilik.pegawai.nip },
      ditanam: isi.ditanam,
      profil: pindai.profil,
      dpi: pindai.dpi,
      terbaca,
    }
    buat.nomor++
    return {
      usulan,
      kebenaran,
      pindai,
      dokumenId,
      jenisDokumen: pokok.dokumen,
      orang,
      pemilik: isi.pemilik,
      kepala,
    }
  }
  return null
}

/** Decides a proposal before the demo begins, truthfully: by what the paper says. */
export function decideBerkas(random: Random, berkas: Berkas, akun: Akun): void {
  const { usulan, kebenaran, orang } = berkas
  const salah = kebenaran.ditanam?.kunci ?? null
  const hasil = kebenaran.terbaca && salah === null ? 'sesuai' : 'dikembalikan'
  const penilaian = listKunciPenilaian(usulan.jenis, usulan.sebelum, usulan.sesudah).map(
    (kunci): Penilaian => {
      if (!kebenaran.terbaca) return { kunci, nilai: 'tidak_terbaca', alasan: 'tidak_terbaca' }
      if (kunci !== salah) return { kunci, nilai: 'sesuai' }
      const alasan = kunci === kunciPemilik ? 'bukan_milik_pegawai' : 'berbeda_dengan_pindaian'
      return { kunci, nilai: 'tidak_sesuai', alasan }
    },
  )
  usulan.status = getStatusSetelah(usulan.jenis, 'fasilitator', hasil) as Usulan['status']
  usulan.diajukanPada = minutesAgo(random.int(12, 30) * 1440)
  usulan.keputusan = {
    akunId: akun.id,
    diputusPada: minutesAgo(random.int(1, 9) * 1440 + random.int(0, 400)),
    hasil,
    penilaian,
    asliDilihatDi: hasil === 'sesuai' ? `${orang.unit.nama} ${orang.kantor.nama}` : null,
  }
  if (usulan.status !== 'valid') return
  const { riwayat } = orang.pegawai
  if (usulan.riwayatId === null) {
    usulan.riwayatId = makeUuid(`${usulan.id}/riwayat`)
    riwayat.push({ id: usulan.riwayatId, jenis: usulan.jenis, isi: usulan.sesudah })
  } else {
    orang.pegawai.riwayat = riwayat.map((satu) =>
      satu.id === usulan.riwayatId ? { ...satu, isi: usulan.sesudah } : satu,
    )
  }
}
