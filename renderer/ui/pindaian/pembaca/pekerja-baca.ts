import type { Kata } from '@meja/core/domain/perbandingan/kata.ts'
import { GalatDokumen } from '../penggambar/batas.ts'
import { openGambar } from '../penggambar/gambar.ts'
import { openPdf } from '../penggambar/pdf.ts'
import type { DokumenTerbuka } from '../penggambar/pesan.ts'
import { openTiff } from '../penggambar/tiff.ts'
import { readHalaman, type Gambar } from './baca-halaman.ts'
import { setJeda, waitJeda } from './jeda-baca.ts'
import { startPengenal, type Pengenal } from './pengenal.ts'
import type { JawabanBaca, PermintaanBaca } from './pesan-baca.ts'
import { findLebarAsli, listUkuranGambarPdf } from './ukuran-asli.ts'

/**
 * The reading worker: draws the pages of an untrusted document by itself and reads them, so that the
 * worker that paints for the screen never waits for it. The screen ends it when it takes too long.
 */
const dpiLayar = 96
const dpiBaca = 300
/** Scans finer than this are read at less: letters gain nothing, time does. */
const dpiTerhalus = 330
/** A decree and its annexes; what lies behind is for the eye. */
const halamanTerbanyak = 20
/** A picture without a size is most likely a sheet of A4. */
const inciA4 = 11.7

let pengenal: Promise<Pengenal> | null = null

function open(tipeMedia: string, bytes: ArrayBuffer): Promise<DokumenTerbuka> {
  if (tipeMedia === 'application/pdf') return openPdf(bytes)
  if (tipeMedia === 'image/tiff') return openTiff(bytes)
  return openGambar(bytes, tipeMedia)
}

async function readPiksel(dokumen: DokumenTerbuka, nomor: number, lebar: number): Promise<Gambar> {
  if (dokumen.readPiksel !== undefined) return dokumen.readPiksel(nomor, lebar)
  const bitmap = await dokumen.draw(nomor, lebar)
  const kanvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const konteks = kanvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (konteks === null) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
  konteks.drawImage(bitmap, 0, 0)
  bitmap.close()
  return konteks.getImageData(0, 0, kanvas.width, kanvas.height)
}

type RencanaHalaman = { readonly lebar: number; readonly asli: number; readonly dpi: number }

/** How wide to draw a page for reading, and how wide the page image is to which boxes refer. */
function planHalaman(
  dokumen: DokumenTerbuka,
  nomor: number,
  gambar: ReturnType<typeof listUkuranGambarPdf> | null,
): RencanaHalaman {
  const { lebar, tinggi } = dokumen.ukuran[nomor - 1] ?? { lebar: 1, tinggi: 1 }
  if (gambar === null) {
    // Pictures are given 200 dpi by the viewer; here their own pixels count.
    const asli = Math.round((lebar * 200) / dpiLayar)
    const panjang = (Math.max(lebar, tinggi) * 200) / dpiLayar
    const dpi = Math.max(150, panjang / inciA4)
    return {
      lebar: Math.round(asli * Math.min(1, dpiTerhalus / dpi)),
      asli,
      dpi: Math.min(dpi, dpiTerhalus),
    }
  }
  const inci = lebar / dpiLayar
  const asli = findLebarAsli(gambar, nomor, { lebar, tinggi }) ?? Math.round(inci * dpiBaca)
  const gambarLebar = Math.min(asli, Math.round(inci * dpiTerhalus))
  return { lebar: gambarLebar, asli, dpi: gambarLebar / inci }
}

function scaleKotak(kata: readonly Kata[], skala: number): readonly Kata[] {
  if (skala === 1) return kata
  return kata.map((satu) => ({
    ...satu,
    kotak: [
      satu.kotak[0] * skala,
      satu.kotak[1] * skala,
      satu.kotak[2] * skala,
      satu.kotak[3] * skala,
    ],
  }))
}

async function readDokumen(
  { id, tipeMedia, bytes, jeda }: PermintaanBaca,
  send: (jawaban: JawabanBaca) => void,
): Promise<void> {
  const gambar = tipeMedia === 'application/pdf' ? listUkuranGambarPdf(bytes) : null
  setJeda(jeda)
  pengenal ??= startPengenal(jeda)
  const mesin = await pengenal
  send({ id, tahap: 'siap' })
  const dokumen = await open(tipeMedia, bytes)
  try {
    for (let nomor = 1; nomor <= Math.min(halamanTerbanyak, dokumen.ukuran.length); nomor += 1) {
      waitJeda()
      const rencana = planHalaman(dokumen, nomor, gambar)
      const piksel = await readPiksel(dokumen, nomor, rencana.lebar)
      const { kata, kedua } = await readHalaman(piksel, rencana.dpi, mesin)
      const skala = rencana.asli / piksel.width
      send({
        id,
        tahap: 'halaman',
        halaman: {
          nomor,
          lebar: rencana.asli,
          tinggi: Math.round(piksel.height * skala),
          kata: scaleKotak(kata, skala),
          ...(kedua === null ? {} : { kataKedua: scaleKotak(kedua, skala) }),
        },
      })
    }
  } finally {
    dokumen.close()
  }
}

self.addEventListener('message', (event: MessageEvent<PermintaanBaca>) => {
  const { id } = event.data
  const send = (jawaban: JawabanBaca) => self.postMessage(jawaban)
  readDokumen(event.data, send).then(
    () => send({ id, tahap: 'selesai' }),
    (error: unknown) => {
      const kode = error instanceof GalatDokumen ? error.kode : 'dokumen_tidak_dapat_ditampilkan'
      send({ id, tahap: 'gagal', kode })
    },
  )
})
