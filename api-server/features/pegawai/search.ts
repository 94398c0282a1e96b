import type { z } from 'zod'
import type { getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { isNipRusak, normalizeNip } from '@meja/core/domain/nip.ts'
import type { Transaksi } from '../../database/connection.ts'
import { buildPegawaiRingkas } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { listTemuan, listUnit } from './queries.ts'

/** Digits, however grouped, are a NIP or its beginning; null for a name. */
function findAwalNip(teks: string): string | null {
  if (isNipRusak(teks)) throw new MejaError('nip_rusak')
  const digit = normalizeNip(teks)
  return /^\d+$/.test(digit) ? digit : null
}

export async function searchBerhalaman(
  transaksi: Transaksi,
  cari: z.output<typeof searchPegawai.body>,
): Promise<z.input<typeof searchPegawai.response>> {
  // One more than asked for says whether there is another page.
  const baris = await listTemuan(transaksi, findAwalNip(cari.teks), {
    ...cari,
    batas: cari.batas + 1,
  })
  const halaman = baris.slice(0, cari.batas)
  const akhir = halaman.at(-1)
  return {
    pegawai: halaman.map((satu) => ({
      ...buildPegawaiRingkas(satu),
      perangkatDaerah: satu.perangkatDaerah,
      jabatan: satu.jabatanKini,
      golongan: satu.golonganKini,
    })),
    berikut:
      akhir !== undefined && baris.length > halaman.length
        ? { tingkat: akhir.tingkat, kunci: akhir.kunci, id: akhir.id }
        : null,
    mirip: halaman[0]?.tingkat === 2,
  }
}

/** Offices as they stand in the list, each with its units; an office counts all its units. */
export async function readOrganisasi(
  transaksi: Transaksi,
): Promise<z.input<typeof getOrganisasi.response>> {
  const kantor = Map.groupBy(await listUnit(transaksi), (unit) => unit.perangkatDaerah)
  return {
    perangkatDaerah: [...kantor].map(([kode, unit]) => ({
      kode,
      nama: unit[0]?.namaPerangkatDaerah ?? kode,
      jumlah: unit.reduce((jumlah, satu) => jumlah + satu.jumlah, 0),
      unit: unit.map((satu) => ({
        kode: satu.kode,
        nama: satu.nama,
        jumlah: satu.jumlah,
        ditutupPada: satu.ditutupPada,
        dasarPenutupan: satu.dasarPenutupan,
      })),
    })),
  }
}
