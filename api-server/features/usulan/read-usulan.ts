import type { z } from 'zod'
import type { getUsulan, listUsulanPegawai } from '@meja/core/api/usulan.ts'
import type { Transaksi } from '../../database/connection.ts'
import { buildRingkas, getKasusById, selectUsulan } from '../../database/kasus.ts'
import { findPegawaiById } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { findPerbaikan, listKeputusan } from './queries.ts'

/** One proposal as its employee reads it: what was said of each field, and where on the scan. */
export async function getUsulanById(
  transaksi: Transaksi,
  usulanId: string,
): Promise<z.input<typeof getUsulan.response>> {
  const kasus = await getKasusById(transaksi, usulanId)
  const { riwayatId, memperbaiki, diperbaikiOleh } = await findPerbaikan(transaksi, usulanId)
  const keputusan = await listKeputusan(transaksi, usulanId)
  return {
    ...kasus,
    riwayatId,
    memperbaiki,
    diperbaikiOleh,
    keputusan: keputusan.map(({ hasil, oleh, diterimaPada, isi }) => ({
      hasil,
      oleh,
      pada: diterimaPada.toISOString(),
      metode: isi.asli?.metode ?? null,
      catatan: isi.catatan ?? null,
      penilaian: isi.penilaian,
    })),
  }
}

export async function listUsulan(
  transaksi: Transaksi,
  pegawaiId: string,
): Promise<z.input<typeof listUsulanPegawai.response>> {
  if ((await findPegawaiById(transaksi, pegawaiId)) === undefined) {
    throw new MejaError('tidak_ditemukan')
  }
  const baris = await selectUsulan(transaksi)
    .select((eb) => [
      eb
        .selectFrom('keputusanVerifikasi as k')
        .whereRef('k.usulanId', '=', 'u.id')
        .select((hitung) => hitung.fn.max('k.diterimaPada').as('pada'))
        .as('diputuskanPada'),
      eb
        .selectFrom('usulan as baru')
        .whereRef('baru.memperbaiki', '=', 'u.id')
        .select('baru.id')
        .as('diperbaikiOleh'),
    ])
    .where('u.pegawaiId', '=', pegawaiId)
    .orderBy('u.diajukanPada', 'desc')
    .orderBy('u.id')
    .limit(500)
    .execute()
  return {
    usulan: baris.map((satu) => ({
      ...buildRingkas(satu),
      sejak: (satu.diputuskanPada ?? satu.diajukanPada).toISOString(),
      diperbaikiOleh: satu.diperbaikiOleh,
    })),
  }
}
