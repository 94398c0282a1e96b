import type {
  getKomputer,
  KomputerTerlihat,
  PerintahKunci,
  postDenyut,
  postPerintahKunci,
} from '@meja/core/api/komputer.ts'
import type { z } from 'zod'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { readIngatanServer } from '../../database/ingatan-server.ts'
import { MejaError } from '../../meja-error.ts'
import { closePerintah, findPerintah, insertPerintah, listKomputer, saveDenyut } from './queries.ts'

export async function takeDenyut(
  transaksi: Transaksi,
  { akunId }: Identity,
  denyut: z.output<typeof postDenyut.body>,
): Promise<z.input<typeof postDenyut.response>> {
  await saveDenyut(transaksi, akunId, denyut)
  const { komputer, dijalankan } = denyut
  if (dijalankan !== null && (await closePerintah(transaksi, akunId, dijalankan))) {
    await writeAudit(transaksi, akunId, 'layar.dikunci_jauh', `komputer/${komputer}`, {
      perintah: dijalankan,
    })
  }
  return {
    ...(await readIngatanServer(transaksi)),
    kunci: await findPerintah(transaksi, akunId, komputer),
  }
}

type Baris = Awaited<ReturnType<typeof listKomputer>>[number]

function toPerintah({ perintahId, alasan, dimintaPada, dimintaOleh }: Baris): PerintahKunci | null {
  if (perintahId === null || alasan === null || dimintaPada === null) return null
  return {
    id: perintahId,
    alasan,
    dimintaPada: dimintaPada.toISOString(),
    dimintaOleh: dimintaOleh ?? '',
  }
}

function toKomputer(baris: Baris): KomputerTerlihat {
  const { kodePd, namaPd } = baris
  return {
    id: baris.id,
    akunId: baris.akunId,
    namaPengguna: baris.namaPengguna,
    terkunci: baris.terkunci,
    belumTerkirim: baris.belumTerkirim,
    asliDiMeja: baris.asliDiMeja,
    ditolak: baris.ditolak,
    tertuaPada: baris.tertuaPada?.toISOString() ?? null,
    dilepasPada: baris.dilepasPada?.toISOString() ?? null,
    versi: baris.versi,
    bedaJam: baris.bedaJam,
    kontakPada: baris.kontakPada.toISOString(),
    perangkatDaerah: kodePd === null || namaPd === null ? null : { kode: kodePd, nama: namaPd },
    perintah: toPerintah(baris),
  }
}

export async function listKomputerTerlihat(
  transaksi: Transaksi,
): Promise<z.input<typeof getKomputer.response>> {
  const baris = await listKomputer(transaksi)
  return { komputer: baris.map(toKomputer), per: new Date().toISOString() }
}

export async function orderKunci(
  transaksi: Transaksi,
  { akunId }: Identity,
  permintaan: z.output<typeof postPerintahKunci.body>,
): Promise<z.input<typeof postPerintahKunci.response>> {
  const baru = await insertPerintah(transaksi, akunId, permintaan)
  const semua = await listKomputer(transaksi)
  const sasaran = semua.find(
    (satu) => satu.id === permintaan.komputer && satu.akunId === permintaan.akunId,
  )
  const perintah = sasaran === undefined ? null : toPerintah(sasaran)
  if (perintah === null) throw new MejaError('tidak_ditemukan')
  if (baru) {
    await writeAudit(transaksi, akunId, 'layar.kunci_jauh', `komputer/${permintaan.komputer}`, {
      perintah: perintah.id,
      alasan: perintah.alasan,
    })
  }
  return perintah
}
