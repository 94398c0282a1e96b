import { getHakCsv } from '@meja/core/api/akses.ts'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { printDrh } from '@meja/core/api/drh.ts'
import { getBerkasDitolak } from '@meja/core/api/impor.ts'
import { getTinjauanCsv } from '@meja/core/api/tinjauan.ts'
import { printSurat, printSuratUnit } from '@meja/core/api/undangan.ts'
import type { IsiJurnal, TempatUnduhan, Unduhan } from '@meja/core/ipc/contract.ts'
import type { ApiDoor } from './api-door.ts'
import { writeAtomic } from './atomic-file.ts'
import { GalatIpc } from './ipc.ts'
import { writeKirimanCsv } from './kunci/kiriman-csv.ts'
import { asalAplikasi } from './static-files.ts'

export type JenisBerkas = 'pdf' | 'xlsx' | 'csv'

type UnduhanOptions = {
  readonly door: ApiDoor
  /**
   * Asks the person where to; null when nowhere, also when the screen closed meanwhile. `masihDiMeja`
   * tells whether the desk that asked still stands.
   */
  readonly askTempat: (
    nama: string,
    jenis: JenisBerkas,
  ) => Promise<{ tempat: string; masihDiMeja: () => boolean } | null>
  /** What waits in the sealed journal: the one file that is not fetched. */
  readonly listMenunggu: () => Promise<readonly IsiJurnal[]>
}

/** More than any of these files has; an answer without end must not fill memory and disk. */
const batasUkuran = 50 * 1024 * 1024

/** How each kind begins: what is no such file is not written under its name. */
const pembuka: Readonly<Record<JenisBerkas, string>> = {
  pdf: '%PDF-',
  xlsx: 'PK\u0003\u0004',
  csv: '\u00EF\u00BB\u00BF',
}

/** Names say nothing of anybody: they stay in folders, lists of recent files and backups. */
function describe(unduhan: Unduhan): { jalur: string | null; nama: string; jenis: JenisBerkas } {
  switch (unduhan.macam) {
    case 'drh': {
      const { pegawaiId, rekomendasiId } = unduhan
      const dasar = rekomendasiId === null ? '' : `?rekomendasiId=${rekomendasiId}`
      const jalur = printDrh.path.replace(':pegawaiId', pegawaiId) + dasar
      return { jalur, nama: 'daftar-riwayat-hidup.pdf', jenis: 'pdf' }
    }
    case 'surat_akun': {
      const jalur = printSurat.path.replace(':kodeAkunId', unduhan.kodeAkunId)
      return { jalur, nama: 'surat-kode-akun.pdf', jenis: 'pdf' }
    }
    case 'surat_unit': {
      const jalur = `${printSuratUnit.path}?unit=${encodeURIComponent(unduhan.unit)}`
      return { jalur, nama: 'surat-kode-akun.pdf', jenis: 'pdf' }
    }
    case 'tinjauan_hak':
      return { jalur: getHakCsv.path, nama: 'tinjauan-hak.csv', jenis: 'csv' }
    case 'laporan_tinjauan': {
      const jalur = getTinjauanCsv.path.replace(':tinjauanId', unduhan.tinjauanId)
      return { jalur, nama: 'laporan-tinjauan-akses.csv', jenis: 'csv' }
    }
    case 'kiriman_menunggu':
      return { jalur: null, nama: 'keputusan-menunggu.csv', jenis: 'csv' }
    case 'baris_ditolak': {
      const jalur = getBerkasDitolak.path.replace(':imporId', unduhan.imporId)
      return { jalur, nama: 'baris-ditolak.xlsx', jenis: 'xlsx' }
    }
  }
}

async function readTerbatas(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const bagian: Uint8Array[] = []
  let ukuran = 0
  for await (const satu of body) {
    ukuran += satu.byteLength
    if (ukuran > batasUkuran) throw new GalatIpc('kesalahan_server')
    bagian.push(satu)
  }
  return Buffer.concat(bagian)
}

async function fetchBerkas(door: ApiDoor, jalur: string, jenis: JenisBerkas): Promise<Buffer> {
  const jawaban = await door(
    new Request(`http://localhost${jalur}`),
    new URL(jalur, `${asalAplikasi}/`),
  )
  if (!jawaban.ok) {
    const isi: unknown = await jawaban.json().catch(() => null)
    throw new GalatIpc(ErrorBody.safeParse(isi).data?.kode ?? 'kesalahan_server')
  }
  // A line that breaks in the middle leaves nothing on the disk.
  const bytes = await readTerbatas(jawaban.body ?? new ReadableStream()).catch((error: unknown) => {
    throw error instanceof GalatIpc ? error : new GalatIpc('luring')
  })
  if (!bytes.subarray(0, 5).toString('latin1').startsWith(pembuka[jenis])) {
    throw new GalatIpc('kesalahan_server')
  }
  return bytes
}

/**
 * The only way by which a file leaves the desk: downloads of pages are refused (hardening.ts). The page
 * names one of a few things; what is fetched, and that a person chose the place, is decided here. The place
 * comes first, because the server logs a print when it makes it.
 */
export function createUnduhan({ door, askTempat, listMenunggu }: UnduhanOptions) {
  let berjalan = false

  async function save(unduhan: Unduhan): Promise<TempatUnduhan | null> {
    const { jalur, nama, jenis } = describe(unduhan)
    const dipilih = await askTempat(nama, jenis)
    if (dipilih === null) return null
    const bytes =
      jalur === null
        ? Buffer.from(writeKirimanCsv(await listMenunggu()))
        : await fetchBerkas(door, jalur, jenis)
    // The screen closed while the file came: nobody is there who still wants it.
    if (!dipilih.masihDiMeja()) return null
    await writeAtomic(dipilih.tempat, bytes).catch(() => {
      throw new GalatIpc('unduhan_gagal')
    })
    return { tempat: dipilih.tempat }
  }

  return async (unduhan: Unduhan): Promise<TempatUnduhan | null> => {
    if (berjalan) return null
    berjalan = true
    try {
      return await save(unduhan)
    } finally {
      berjalan = false
    }
  }
}
