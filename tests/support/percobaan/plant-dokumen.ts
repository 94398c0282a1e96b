import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { Client } from 'pg'
import { batasUkuranBerkas } from '@meja/core/api/dokumen.ts'
import { FileStore } from '../../../api-server/features/dokumen/file-store.ts'
import { hashBytes } from '../../../api-server/features/dokumen/object-store.ts'
import { makePdfTeks } from '../../../scripts/demo/hostile.ts'

export type Tempat = { page: Page; db: Client; filesDir: string; pegawaiId: string }

export type Tertanam = {
  /** What the server said when the file was sent as any person would send it. */
  gerbang: string
  usulanId: string
  dokumenId: string
  halaman: number
}

type Jawaban = { status: number; isi: { id?: string; kode?: string; halaman?: number } }

/** Runs in the page: through the door of the main process, as the interface itself would. */
async function postInPage(kiriman: {
  alamat: string
  base64?: string
  json?: string
}): Promise<Jawaban> {
  const berkas = kiriman.base64 !== undefined
  const body = berkas
    ? Uint8Array.from(atob(kiriman.base64 ?? ''), (huruf) => huruf.charCodeAt(0))
    : (kiriman.json ?? '')
  const hasil = await fetch(kiriman.alamat, {
    method: 'POST',
    headers: { 'content-type': berkas ? 'application/octet-stream' : 'application/json' },
    body,
  })
  return { status: hasil.status, isi: await hasil.json().catch(() => ({})) }
}

async function upload(
  { page, pegawaiId }: Tempat,
  namaBerkas: string,
  bytes: Buffer,
): Promise<Jawaban> {
  const query = new URLSearchParams({ pegawaiId, jenis: 'SK_KGB', namaBerkas })
  return page.evaluate(postInPage, {
    alamat: `/api/dokumen?${query}`,
    base64: bytes.toString('base64'),
  })
}

const menurutAkhiran: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
}

const menurutAwalan: readonly (readonly [awalan: string, tipe: string])[] = [
  ['%PDF', 'application/pdf'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG', 'image/png'],
  ['RIFF', 'image/webp'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
]

/** What a store that was deceived would say of it: by its bytes, else by its name, else a PDF. */
function guessTipeMedia(nama: string, bytes: Buffer): string {
  const awal = bytes.subarray(0, 8).toString('latin1')
  const dikenal = menurutAwalan.find(([awalan]) => awal.startsWith(awalan))?.[1]
  return dikenal ?? menurutAkhiran[extname(nama).toLowerCase()] ?? 'application/pdf'
}

/**
 * Sends the file as a person would. When the server refuses it, it is put into the store behind the
 * server's back: the viewer must not rely on the gate.
 */
export async function plantDokumen(
  tempat: Tempat,
  nama: string,
  bytes: Buffer,
  nomor: number,
): Promise<Tertanam | { gerbang: string }> {
  const namaKirim = nama.slice(0, 200)
  const { status, isi } = await upload(tempat, namaKirim, bytes.subarray(0, batasUkuranBerkas + 1))
  const gerbang = status < 300 ? 'diterima' : (isi.kode ?? `status ${status}`)
  // Nothing so large ever lies in the store, nor anything empty.
  if (bytes.length > batasUkuranBerkas || bytes.length === 0) return { gerbang }
  const dokumen = status < 300 ? isi : await smuggle(tempat, namaKirim, bytes, nomor)
  const { isi: usulan } = await tempat.page.evaluate(postInPage, {
    alamat: '/api/usulan',
    json: JSON.stringify(describeUsulan(tempat.pegawaiId, dokumen.id ?? '', nomor)),
  })
  if (usulan.id === undefined || dokumen.id === undefined) {
    throw new Error(`the case could not be made: ${usulan.kode}`)
  }
  return { gerbang, usulanId: usulan.id, dokumenId: dokumen.id, halaman: dokumen.halaman ?? 1 }
}

async function smuggle(tempat: Tempat, nama: string, bytes: Buffer, nomor: number) {
  const pembawa = Buffer.concat([makePdfTeks(), Buffer.from(`\n% ${nomor} ${randomUUID()}\n`)])
  const { isi } = await upload(tempat, 'pembawa.pdf', pembawa)
  await new FileStore(tempat.filesDir).write(bytes)
  // The page after the first is asked for too, whether there is one or not.
  const halaman = 2
  await tempat.db.query(
    'update dokumen set sha256 = $2, ukuran = $3, tipe_media = $4, halaman = $5, nama_berkas = $6 where id = $1',
    [isi.id, hashBytes(bytes), bytes.length, guessTipeMedia(nama, bytes), halaman, nama],
  )
  return { ...isi, halaman }
}

function describeUsulan(pegawaiId: string, dokumenId: string, nomor: number) {
  return {
    transactionId: randomUUID(),
    pegawaiId,
    jenis: 'gaji',
    aksi: 'tambah',
    riwayatId: null,
    sesudah: {
      nomorSk: `822.3/${nomor}/2026`,
      tanggalSk: '2026-01-05',
      golongan: 'III/c',
      gajiPokok: '3571900',
      tmtGaji: '2026-03-01',
    },
    dokumenIds: [dokumenId],
    pernyataanBenar: true,
  }
}
