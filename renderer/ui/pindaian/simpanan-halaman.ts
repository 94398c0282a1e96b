import type { BerkasTampil, MuatBerkas } from './berkas-tampil.ts'
import type { Ukuran } from './geometri.ts'
import { GalatDokumen } from './penggambar/batas.ts'
import { PekerjaBerhenti, Penggambar } from './penggambar/penggambar.ts'
import { SimpananBitmap, type GambarHalaman } from './simpanan-bitmap.ts'

const penggambar = new Penggambar()
/** Four bytes each: 160 MB, two dozen pages at the width of the desk. */
const gambar = new SimpananBitmap(40_000_000)

/** Documents kept open in the worker: the case on the desk and the ones prepared for next. */
const terbukaTerbanyak = 12

export type BerkasTerbuka = { readonly sha256: string; readonly ukuran: readonly Ukuran[] }

type Simpanan = {
  readonly berkas: BerkasTampil
  readonly muat: MuatBerkas
  readonly angkatan: number
  readonly janji: Promise<BerkasTerbuka>
}

const terbuka = new Map<string, Simpanan>()
const siap = new Map<string, BerkasTerbuka>()
const berjalan = new Map<string, Promise<GambarHalaman>>()

/** Pixels across at which the last page was shown: the best guess for the next one. */
let lebarTerakhir = 1000

async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const sidik = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...sidik].map((satu) => satu.toString(16).padStart(2, '0')).join('')
}

/** Asks the worker again when another document killed it: this one is not to blame. */
async function outlive<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof PekerjaBerhenti) return outlive(ask)
    throw error
  }
}

async function open(berkas: BerkasTampil, muat: MuatBerkas): Promise<BerkasTerbuka> {
  const bytes = await muat(berkas.id)
  // The evidence names what was looked at, so the bytes must be the ones that the case names.
  const sha256 = await hashBytes(bytes)
  if (sha256 !== berkas.sha256) throw new GalatDokumen('pindaian_berubah')
  // Replaced while these bytes were on their way: they must not lie under the new hash.
  const kini = terbuka.get(berkas.id)?.berkas.sha256 ?? sha256
  if (kini !== sha256) throw new GalatDokumen('pindaian_berubah')
  const { ukuran } = await penggambar.open(berkas.id, berkas.tipeMedia, bytes)
  const hasil = { sha256, ukuran }
  siap.set(berkas.id, hasil)
  return hasil
}

function closeOldest(): void {
  for (const id of terbuka.keys()) {
    if (terbuka.size <= terbukaTerbanyak) return
    forgetBerkas(id)
  }
}

/** The worker that draws can be loaded while nobody waits for it. */
export function warmPenggambar(): void {
  penggambar.warm()
}

/** Loads, checks and opens a document once; later calls get the same. */
export function openBerkas(berkas: BerkasTampil, muat: MuatBerkas): Promise<BerkasTerbuka> {
  const lama = terbuka.get(berkas.id)
  // A document that was replaced keeps its id and changes its hash.
  if (lama !== undefined && lama.berkas.sha256 !== berkas.sha256) forgetBerkas(berkas.id)
  else if (lama !== undefined && lama.angkatan === penggambar.angkatan) {
    terbuka.delete(berkas.id)
    terbuka.set(berkas.id, lama)
    return lama.janji
  }
  const janji = outlive(() => open(berkas, muat))
  terbuka.set(berkas.id, { berkas, muat, angkatan: penggambar.angkatan, janji })
  // A failure is not kept: asking again tries again.
  janji.catch(() => {
    if (terbuka.get(berkas.id)?.janji === janji) terbuka.delete(berkas.id)
  })
  closeOldest()
  return janji
}

/**
 * Widths in steps, so that a splitter moved by a pixel does not draw anew. Upwards: scaling down on
 * the screen smooths the hard edges of one-bit scans.
 */
function roundLebar(lebarPiksel: number): number {
  return Math.ceil(lebarPiksel / 200) * 200
}

function getKunci(id: string, nomor: number, lebar: number): string {
  return `${id}/${nomor}/${lebar}`
}

/** The page as it was drawn before: in this width, or else in the nearest to show meanwhile. */
export function findHalaman(
  id: string,
  nomor: number,
  lebarPiksel: number,
): { readonly gambar: GambarHalaman; readonly pas: boolean } | undefined {
  const lebar = roundLebar(lebarPiksel)
  const pas = gambar.find(getKunci(id, nomor, lebar))
  if (pas !== undefined) return { gambar: pas, pas: true }
  const lain = gambar.findNearest(`${id}/${nomor}/`, lebar)
  return lain && { gambar: lain, pas: false }
}

/** Opens the document anew when the worker that held it has died. */
async function drawTerbuka(id: string, nomor: number, lebar: number): Promise<GambarHalaman> {
  const simpanan = terbuka.get(id)
  if (simpanan !== undefined) await openBerkas(simpanan.berkas, simpanan.muat)
  return penggambar.draw(id, nomor, lebar)
}

/**
 * One page, unturned, at about this many pixels across. The document must be open. `sekilas`: for a lens
 * or a thumbnail, whose size says nothing of the size in which the next page is wanted.
 */
export function drawHalaman(
  id: string,
  nomor: number,
  lebarPiksel: number,
  { sekilas = false }: { sekilas?: boolean } = {},
): Promise<GambarHalaman> {
  const lebar = roundLebar(lebarPiksel)
  if (!sekilas) lebarTerakhir = lebar
  const kunci = getKunci(id, nomor, lebar)
  const ada = gambar.find(kunci)
  if (ada !== undefined) return Promise.resolve(ada)
  const sudah = berjalan.get(kunci)
  if (sudah !== undefined) return sudah
  const sha256 = terbuka.get(id)?.berkas.sha256
  const janji = outlive(() => drawTerbuka(id, nomor, lebar))
    .then((hasil) => {
      // Forgotten or replaced meanwhile: whoever waits may show it, nobody keeps it.
      if (sha256 !== undefined && terbuka.get(id)?.berkas.sha256 === sha256) {
        gambar.add(kunci, hasil)
      }
      return hasil
    })
    .finally(() => {
      if (berjalan.get(kunci) === janji) berjalan.delete(kunci)
    })
  berjalan.set(kunci, janji)
  return janji
}

/** Prepares a document so that its first page is there in the frame in which it is opened. */
export async function prefetchBerkas(berkas: BerkasTampil, muat: MuatBerkas): Promise<void> {
  await openBerkas(berkas, muat)
  await drawHalaman(berkas.id, 1, lebarTerakhir)
}

/** An already opened document, in this very moment; undefined while it is not open. */
export function findBerkas({ id, sha256 }: BerkasTampil): BerkasTerbuka | undefined {
  const hasil = siap.get(id)
  return hasil?.sha256 === sha256 ? hasil : undefined
}

export function forgetBerkas(id: string): void {
  terbuka.delete(id)
  siap.delete(id)
  gambar.removeAll(`${id}/`)
  for (const kunci of berjalan.keys()) if (kunci.startsWith(`${id}/`)) berjalan.delete(kunci)
  void penggambar.close(id).catch(() => {})
}
