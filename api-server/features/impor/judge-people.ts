import { randomUUID } from 'node:crypto'
import {
  jenisPegawaiBaru,
  findKolomPegawaiBaru,
  isKolomUnit,
  parsePegawaiBaru,
} from '@meja/core/domain/pegawai-baru.ts'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import {
  isDitolak,
  parseNipBaris,
  type Sel,
  type TemuanImpor,
} from '@meja/core/domain/sel-impor.ts'
import type { Transaksi } from '../../database/connection.ts'
import { MejaError } from '../../meja-error.ts'
import { readJudul, type BarisDinilai } from './judge-rows.ts'
import { readKembar } from './queries.ts'

type KolomOrang = {
  judul: string[]
  lain: string[]
  nip: number
  unit: number
  kolom: ReturnType<typeof findKolomPegawaiBaru>[]
}

/** A file of new employees has to say at least who they are and where they work. */
export function readKolomOrang(baris: Sel[] | undefined): KolomOrang {
  const { judul, nip } = readJudul(baris)
  const unit = judul.findIndex(isKolomUnit)
  const kolom = judul.map((satu, ke) =>
    ke === nip || ke === unit ? undefined : findKolomPegawaiBaru(satu),
  )
  const adaNama = kolom.some((satu) => satu?.jenis === 'identitas' && satu.kunci === 'nama')
  if (nip === -1 || unit === -1 || !adaNama) throw new MejaError('impor_tanpa_kolom')
  const lain = judul.filter(
    (satu, ke) => satu !== '' && ke !== nip && ke !== unit && kolom[ke] === undefined,
  )
  return { judul, lain, nip, unit, kolom }
}

function pickSel(kolom: KolomOrang, sel: Sel[]): Map<JenisRiwayat, Map<string, Sel>> {
  const perJenis = new Map<JenisRiwayat, Map<string, Sel>>(
    jenisPegawaiBaru.map((jenis) => [jenis, new Map()]),
  )
  for (const [ke, satu] of kolom.kolom.entries()) {
    if (satu !== undefined) perJenis.get(satu.jenis)?.set(satu.kunci, sel[ke] ?? null)
  }
  return perJenis
}

function readRow(kolom: KolomOrang, sel: Sel[]) {
  const nip = parseNipBaris(sel[kolom.nip] ?? null)
  const nomor = 'nip' in nip ? nip.nip : null
  const orang = parsePegawaiBaru(nomor, pickSel(kolom, sel))
  const { nama, tanggalLahir } = orang.isi
  return {
    sel,
    galatNip: 'kode' in nip ? nip.kode : null,
    nip: nomor,
    unit: sel[kolom.unit]?.teks.trim() ?? '',
    nik: orang.rangkai.find(({ jenis }) => jenis === 'kartu_keluarga')?.isi['nik'] ?? null,
    tanda: nama && tanggalLahir ? `${nama.toLowerCase()} ${tanggalLahir}` : null,
    orang,
  }
}

/**
 * The verdict on every row of new employees: the rules of the numbers (nip.md), whether somebody has
 * the number already, in the register or in this file, and whether the unit is there.
 */
export async function judgePeople(
  transaksi: Transaksi,
  kolom: KolomOrang,
  baris: readonly Sel[][],
): Promise<BarisDinilai[]> {
  const dibaca = baris.map((sel) => readRow(kolom, sel))
  const ada = await readKembar(transaksi, {
    nip: dibaca.flatMap(({ nip }) => nip ?? []),
    nik: dibaca.flatMap(({ nik }) => nik ?? []),
    orang: dibaca.flatMap(({ tanda }) => tanda ?? []),
    unit: [...new Set(dibaca.map(({ unit }) => unit))],
  })
  const sudah = new Set<string>()
  const isUlang = (tanda: string | null) => {
    if (tanda === null) return false
    const ulang = sudah.has(tanda)
    sudah.add(tanda)
    return ulang
  }
  return dibaca.map(({ sel, galatNip, nip, unit, nik, tanda, orang }, nol) => {
    const temuan: TemuanImpor[] = [
      ...(galatNip === null ? [] : [{ kode: galatNip }]),
      ...(nip !== null && ada.nip.has(nip) ? [{ kode: 'NIP-08' as const }] : []),
      ...(isUlang(nip) || isUlang(nik) ? [{ kode: 'IMP-08' as const }] : []),
      ...(ada.unit.has(unit) ? [] : [{ kode: 'IMP-12' as const }]),
      ...orang.temuan,
      ...(nik !== null && ada.nik.has(nik)
        ? [{ kode: 'NIK-07' as const, kunci: 'kartu_keluarga.nik' }]
        : []),
      ...(tanda !== null && ada.orang.has(tanda) ? [{ kode: 'IMP-13' as const }] : []),
    ]
    return {
      nomor: nol + 2,
      sel: kolom.judul.map((_, ke) => sel[ke]?.teks ?? ''),
      nip,
      pegawaiId: null,
      calonId: randomUUID(),
      unit: ada.unit.has(unit) ? unit : null,
      isi: orang.isi,
      rangkai: orang.rangkai.map((satu) => ({ id: randomUUID(), ...satu })),
      temuan,
      vonis: isDitolak(temuan) ? 'ditolak' : temuan.length > 0 ? 'peringatan' : 'siap',
    }
  })
}
