import { turnKuadran, type Citra, type Kuadran } from './citra.ts'
import { waitJeda } from './jeda-baca.ts'
import { removeGaris } from './hapus-garis.ts'
import { normalizeLatar } from './latar.ts'
import { findLetak } from './letak.ts'
import { straighten, type Peta } from './luruskan.ts'
import { fadeCap } from './pudarkan-cap.ts'
import { splitWarna } from './warna.ts'

/** Lower than the 300 of the textbooks: letters are read as well, and in seven eighths of the time. */
const dpiBaca = 255

/** A page ready for reading, and the way back to the pixels of the page as it was given. */
export type HalamanSiap = { readonly citra: Citra; readonly kuadran: Kuadran; readonly peta: Peta }

/** From a turned picture back to the unturned one. */
function unturn(kuadran: Kuadran, lebar: number, tinggi: number): Peta {
  switch (kuadran) {
    case 0:
      return [1, 0, 0, 0, 1, 0]
    case 1:
      return [0, 1, 0, -1, 0, tinggi]
    case 2:
      return [-1, 0, lebar, 0, -1, tinggi]
    case 3:
      return [0, -1, lebar, 1, 0, 0]
  }
}

function chain(luar: Peta, dalam: Peta): Peta {
  const [a, b, c, d, e, f] = luar
  const [p, q, r, s, t, u] = dalam
  return [
    a * p + b * s,
    a * q + b * t,
    a * r + b * u + c,
    d * p + e * s,
    d * q + e * t,
    d * r + e * u + f,
  ]
}

/** Scans of other densities are brought to the one that the reader was taught with. */
export function preparePage(
  gambar: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number },
  dpi: number,
  balik = false,
): HalamanSiap {
  waitJeda()
  const { kelabu, rona } = splitWarna(gambar.data, gambar.width, gambar.height)
  waitJeda()
  const abu = fadeCap(normalizeLatar(kelabu), kelabu, rona)
  waitJeda()
  const letak = findLetak(abu)
  waitJeda()
  const kuadran = (balik ? (letak.kuadran + 2) % 4 : letak.kuadran) as Kuadran
  const skala = Math.min(3, Math.max(0.5, dpiBaca / dpi))
  const { citra, peta } = straighten(turnKuadran(abu, kuadran), letak.sudut, skala)
  return {
    citra: removeGaris(citra),
    kuadran,
    peta: chain(unturn(kuadran, gambar.width, gambar.height), peta),
  }
}

/** The picture as the simplest file that the reader opens (portable greymap). */
export function encodePgm({ lebar, tinggi, piksel }: Citra): Uint8Array<ArrayBuffer> {
  const kepala = new TextEncoder().encode(`P5\n${lebar} ${tinggi}\n255\n`)
  const berkas = new Uint8Array(kepala.length + piksel.length)
  berkas.set(kepala)
  berkas.set(piksel, kepala.length)
  return berkas
}
