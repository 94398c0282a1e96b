import type { BarisImpor } from '@meja/core/api/impor.ts'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import {
  findKunciKolom,
  isDitolak,
  parseBaris,
  parseNipBaris,
  type Sel,
  type TemuanImpor,
} from '@meja/core/domain/sel-impor.ts'
import { MejaError } from '../../meja-error.ts'

export type BarisDinilai = Pick<BarisImpor, 'nomor' | 'isi' | 'vonis' | 'temuan' | 'nip'> & {
  sel: string[]
  pegawaiId: string | null
  /** A new employee: the id that the person will have, where, and the other rows of the record. */
  calonId?: string
  unit?: string | null
  rangkai?: readonly { id: string; jenis: JenisRiwayat; isi: IsiRiwayat }[]
}

/** What the record holds already: by NIP the person, and the values of that kind that are valid. */
export type PunyaRekam = ReadonlyMap<string, { id: string; isi: readonly IsiRiwayat[] }>

export type KolomLembar = {
  judul: string[]
  lain: string[]
  nip: number
  /** Field key by column. */
  kunci: (string | undefined)[]
}

export function readJudul(baris: Sel[] | undefined): { judul: string[]; nip: number } {
  const judul = (baris ?? []).map((sel) => sel?.teks.trim() ?? '')
  return { judul, nip: judul.findIndex((satu) => /^nip$|^ni pppk$/i.test(satu)) }
}

export function readKolom(jenis: JenisRiwayat, baris: Sel[] | undefined): KolomLembar {
  const { judul, nip } = readJudul(baris)
  const kunci = judul.map((satu, kolom) =>
    kolom === nip || satu === '' ? undefined : findKunciKolom(jenis, satu),
  )
  if (nip === -1 || kunci.every((satu) => satu === undefined)) {
    throw new MejaError('impor_tanpa_kolom')
  }
  const lain = judul.filter((satu, kolom) => satu !== '' && kolom !== nip && !kunci[kolom])
  return { judul, lain, nip, kunci }
}

/** A row with empty fields and one without them say the same. */
function getSidik(isi: IsiRiwayat): string {
  return writeJsonKanonik(
    Object.fromEntries(Object.entries(isi).filter(([, nilai]) => nilai !== null)),
  )
}

/**
 * The verdict on every row: what it means, whose it is, and whether the record or the file has it
 * already. Nothing is guessed; whatever is refused is named.
 */
export function judgeRows(
  jenis: JenisRiwayat,
  kolom: KolomLembar,
  baris: readonly Sel[][],
  rekam: PunyaRekam,
): BarisDinilai[] {
  const sudah = new Set<string>()
  const { tunggal } = getDeskripsi(jenis)
  return baris.map((sel, nol) => {
    const perKunci = new Map(
      kolom.kunci.flatMap((kunci, ke) => (kunci === undefined ? [] : [[kunci, sel[ke] ?? null]])),
    )
    const { isi, temuan } = parseBaris(jenis, perKunci)
    const nip = parseNipBaris(sel[kolom.nip] ?? null)
    const pegawai = 'nip' in nip ? rekam.get(nip.nip) : undefined
    const semua: TemuanImpor[] = [...temuan]
    if ('kode' in nip) semua.unshift({ kode: nip.kode })
    else if (pegawai === undefined) semua.unshift({ kode: 'IMP-01' })
    else {
      const tanda = tunggal ? pegawai.id : `${pegawai.id} ${getSidik(isi)}`
      // A row that is refused anyway is nobody's double: its damaged cells hold nothing.
      if (!isDitolak(semua)) {
        if (sudah.has(tanda)) semua.push({ kode: 'IMP-08' })
        sudah.add(tanda)
      }
      if (tunggal && pegawai.isi.length > 0) semua.push({ kode: 'IMP-09' })
      else if (pegawai.isi.some((satu) => getSidik(satu) === getSidik(isi))) {
        semua.push({ kode: 'IMP-07' })
      }
    }
    return {
      nomor: nol + 2,
      sel: kolom.judul.map((_, ke) => sel[ke]?.teks ?? ''),
      nip: 'nip' in nip ? nip.nip : null,
      pegawaiId: pegawai?.id ?? null,
      isi,
      temuan: semua,
      vonis: isDitolak(semua) ? 'ditolak' : semua.length > 0 ? 'peringatan' : 'siap',
    }
  })
}
