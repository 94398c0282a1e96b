import { hasTinta } from '../tinta.ts'
import { GalatDokumen } from './batas.ts'
import { openGambar } from './gambar.ts'
import { openPdf } from './pdf.ts'
import type { DokumenTerbuka, HasilBuka, HasilGambar, Jawaban, Permintaan, Siap } from './pesan.ts'
import { openTiff } from './tiff.ts'

/**
 * The drawing worker: untrusted documents are parsed and drawn here, away from the page, its bridge
 * and its memory. The screen ends it when a document takes too long.
 */
const terbuka = new Map<string, DokumenTerbuka>()

function getDokumen(kunci: string): DokumenTerbuka {
  const dokumen = terbuka.get(kunci)
  if (dokumen === undefined) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
  return dokumen
}

function open(tipeMedia: string, bytes: ArrayBuffer): Promise<DokumenTerbuka> {
  if (tipeMedia === 'application/pdf') return openPdf(bytes)
  if (tipeMedia === 'image/tiff') return openTiff(bytes)
  return openGambar(bytes, tipeMedia)
}

/** Looks for ink on a small copy; 256 pixels still show one line of text. */
function isKosong(bitmap: ImageBitmap): boolean {
  const lebar = Math.min(256, bitmap.width)
  const tinggi = Math.max(1, Math.round((lebar * bitmap.height) / bitmap.width))
  const kecil = new OffscreenCanvas(lebar, tinggi)
  const konteks = kecil.getContext('2d', { willReadFrequently: true })
  konteks?.drawImage(bitmap, 0, 0, lebar, tinggi)
  const piksel = konteks?.getImageData(0, 0, lebar, tinggi).data
  return piksel === undefined || !hasTinta(piksel)
}

async function answer(permintaan: Permintaan): Promise<HasilBuka | HasilGambar | null> {
  switch (permintaan.aksi) {
    case 'buka': {
      const dokumen = await open(permintaan.tipeMedia, permintaan.bytes)
      terbuka.get(permintaan.kunci)?.close()
      terbuka.set(permintaan.kunci, dokumen)
      return { ukuran: dokumen.ukuran }
    }
    case 'gambar': {
      const dokumen = getDokumen(permintaan.kunci)
      const bitmap = await dokumen.draw(permintaan.nomor, permintaan.lebarPiksel)
      return { bitmap, kosong: isKosong(bitmap) }
    }
    case 'tutup': {
      terbuka.get(permintaan.kunci)?.close()
      terbuka.delete(permintaan.kunci)
      return null
    }
  }
}

self.addEventListener('message', (event: MessageEvent<Permintaan & { id: number }>) => {
  const { id } = event.data
  const send = (jawaban: Jawaban, pindah: Transferable[] = []) =>
    self.postMessage(jawaban, { transfer: pindah })
  answer(event.data).then(
    (hasil) =>
      send({ id, ok: true, hasil }, hasil !== null && 'bitmap' in hasil ? [hasil.bitmap] : []),
    (error: unknown) => {
      const kode = error instanceof GalatDokumen ? error.kode : 'dokumen_tidak_dapat_ditampilkan'
      send({ id, ok: false, kode })
    },
  )
})

self.postMessage({ siap: true } satisfies Siap)
