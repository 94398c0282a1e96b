import { drawIjazah, drawSertifikat } from '../kertas/certificates.ts'
import { drawKartuKeluarga } from '../kertas/family-card.ts'
import { drawSkCpns, drawSkPangkat } from '../kertas/decree.ts'
import { drawSkGaji, drawSkp } from '../kertas/letters.ts'
import { drawAktaNikah } from '../kertas/marriage.ts'
import { createSheet } from '../kertas/sheet.ts'
import type { BuatLembar, Surat, Templat } from '../kertas/surat.ts'
import type { Profil, JenisPindaian } from '../provinsi.ts'
import { createRandom, type Random } from '../random.ts'
import type { RencanaPindai } from '../scan-plan.ts'
import { degradeSheet, rotateHalaman, type Halaman } from './degrade.ts'
import { packHalaman, type BerkasPindaian } from './pack.ts'
import { drawBekasPakai } from './wear.ts'

const templat: Record<JenisPindaian, Templat> = {
  pangkat: drawSkPangkat,
  cpns: drawSkCpns,
  gaji: drawSkGaji,
  pendidikan: drawIjazah,
  pasangan: drawAktaNikah,
  kartu_keluarga: drawKartuKeluarga,
  kinerja: drawSkp,
  diklat: drawSertifikat,
}

const miringMaks: Record<Profil, number> = {
  baik: 0.5,
  sedang: 1.2,
  buruk: 2,
  ponsel: 1.8,
  fotokopi: 1.3,
  gelap: 1.5,
  kabur: 1.6,
  terpotong: 1.5,
}

const alas: Record<Profil, string> = {
  baik: '#e9e9e7',
  sedang: '#c9c8c4',
  buruk: '#9b9994',
  ponsel: '#7a5b3f',
  fotokopi: '#4a4a4a',
  gelap: '#888480',
  kabur: '#6e543c',
  terpotong: '#b9b6b0',
}

const putih = ['#fdfdfb', '#fcfbf7', '#fbf9f1', '#f9f6ea']

export type PesananPindai = { kunci: string; surat: Surat; rencana: RencanaPindai }

function createPembuat(random: Random, rencana: RencanaPindai): BuatLembar {
  const { profil, dpi } = rencana
  return (opsi) => {
    const maks = miringMaks[profil]
    // No scan lies perfectly straight: at least a third of what the profile allows.
    const miring = random.between(maks / 3, maks) * (random.chance(0.5) ? 1 : -1)
    return createSheet(random, {
      dpi,
      lanskap: opsi.lanskap ?? false,
      miring,
      kertas: profil === 'fotokopi' ? '#ffffff' : (opsi.kertas ?? random.pick(putih)),
      alas: alas[profil],
      huruf: opsi.huruf ?? 'Naskah',
    })
  }
}

/** Prints, wears, scans and packs one paper: a pure function of the order. */
export async function makePindaian(pesanan: PesananPindai): Promise<BerkasPindaian> {
  const { rencana, surat, kunci } = pesanan
  const random = createRandom(`pindai/${kunci}`)
  const sheets = templat[surat.jenis](surat, createPembuat(random, rencana), random)
  const pages: Halaman[] = []
  for (const sheet of sheets) {
    drawBekasPakai(sheet, rencana.profil)
    const halaman = await degradeSheet(sheet, random, rencana.profil, rencana.dpi)
    pages.push(await rotateHalaman(halaman, rencana.putar))
  }
  return packHalaman(pages, rencana.wadah)
}
