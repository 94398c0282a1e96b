import type { z } from 'zod'
import type { BarisRekam, getRekam, openRekamRahasia } from '@meja/core/api/rekam.ts'
import { jenisRahasia, jenisTerbuka } from '@meja/core/domain/jenis-riwayat.ts'
import { deriveNilai } from '@meja/core/domain/nilai-turunan.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { isDisamarkan, maskIsi } from '@meja/core/domain/samaran.ts'
import type { Transaksi } from '../../database/connection.ts'
import { buildDokumen } from '../../database/dokumen.ts'
import type { Identity } from '../../database/identity.ts'
import { buildPegawaiRingkas, findPegawaiById } from '../../database/pegawai-ringkas.ts'
import { openRahasia } from '../../database/rahasia.ts'
import { MejaError } from '../../meja-error.ts'
import { listBaris, listBukti, listVerifikasi } from './queries.ts'

type Jawaban = z.input<typeof getRekam.response>

/** Rows with who verified them and what proves them. */
async function buildBaris(
  transaksi: Transaksi,
  saringan: Parameters<typeof listBaris>[1],
): Promise<BarisRekam[]> {
  const baris = await listBaris(transaksi, saringan)
  const usulanIds = baris.flatMap(({ usulanId }) => usulanId ?? [])
  const verifikasi = new Map(
    (await listVerifikasi(transaksi, usulanIds)).map((satu) => [satu.usulanId, satu]),
  )
  const bukti = Map.groupBy(await listBukti(transaksi, usulanIds), ({ usulanId }) => usulanId)
  return baris.map(({ dibuatPada, digantikanPada, dicabutPada, ...satu }) => {
    const oleh = verifikasi.get(satu.usulanId ?? '')
    const berakhir = digantikanPada ?? dicabutPada
    // What happened later was not known then.
    const sudah = berakhir !== null && berakhir.getTime() <= Date.parse(saringan.per)
    return {
      ...satu,
      status: sudah ? satu.status : ('valid' as const),
      dibuatPada: dibuatPada.toISOString(),
      berakhirPada: sudah ? berakhir.toISOString() : null,
      verifikasi: oleh
        ? { oleh: oleh.oleh, pada: oleh.diterimaPada.toISOString(), metode: oleh.asliMetode }
        : null,
      dokumen: (bukti.get(satu.usulanId ?? '') ?? []).map(buildDokumen),
    }
  })
}

/** What was current on the day of the instant, by what was known then; pay is masked as its field is. */
function buildKini(nip: string, baris: readonly BarisRekam[], per: string, disamarkan: boolean) {
  const { kedudukanHukum: _rahasia, ...nilai } = deriveNilai(
    { nip, baris: baris.toReversed() },
    getTanggalJakarta(new Date(per)),
  )
  return disamarkan ? { ...nilai, gajiPokok: null } : nilai
}

/** One person on one page (P4), as it was known at an instant. */
export async function readRekam(
  transaksi: Transaksi,
  identity: Identity,
  pegawaiId: string,
  query: z.output<typeof getRekam.query>,
): Promise<Jawaban> {
  const pegawai = await findPegawaiById(transaksi, pegawaiId)
  if (pegawai === undefined) throw new MejaError('tidak_ditemukan')
  const per = query.per ?? new Date().toISOString()
  const baris = await buildBaris(transaksi, {
    pegawaiId,
    per,
    semua: query.semua,
    jenis: jenisTerbuka,
  })
  const disamarkan = isDisamarkan(identity, pegawaiId)
  return {
    pegawai: {
      ...buildPegawaiRingkas(pegawai),
      perangkatDaerah: pegawai.perangkatDaerah,
      versi: pegawai.versi,
    },
    baris: disamarkan
      ? baris.map((satu) => ({ ...satu, isi: maskIsi(satu.jenis, satu.isi) }))
      : baris,
    kini: buildKini(pegawai.nip, baris, per, disamarkan),
    per,
    disamarkan,
  }
}

/** The confidential part, for a purpose that is written down before anything is read (P10.2c). */
export async function readRahasia(
  transaksi: Transaksi,
  pegawaiId: string,
  tujuan: string,
): Promise<z.input<typeof openRekamRahasia.response>> {
  if ((await findPegawaiById(transaksi, pegawaiId)) === undefined) {
    throw new MejaError('tidak_ditemukan')
  }
  await openRahasia(transaksi, pegawaiId, tujuan)
  const per = new Date().toISOString()
  const baris = await buildBaris(transaksi, { pegawaiId, per, semua: true, jenis: jenisRahasia })
  return { baris, per }
}
