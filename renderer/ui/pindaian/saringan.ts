import { z } from 'zod'

/** How the light falls on a scan; only what is seen changes, never the document (P10.3). */
export const Saringan = z.object({
  /** Steps; 0 is as scanned. */
  terang: z.int().min(-5).max(5),
  kontras: z.int().min(-5).max(5),
  /** Black or white and nothing between: pale typing becomes legible. */
  hitamPutih: z.boolean(),
  balik: z.boolean(),
  /** Coloured ink fades to paper: what stands under a stamp can be read. */
  tanpaCap: z.boolean(),
})
export type Saringan = z.infer<typeof Saringan>

export const saringanPolos: Saringan = {
  terang: 0,
  kontras: 0,
  hitamPutih: false,
  balik: false,
  tanpaCap: false,
}

export function isPolos(saringan: Saringan): boolean {
  return JSON.stringify(saringan) === JSON.stringify(saringanPolos)
}

const langkahTerang = 1.15
const langkahKontras = 1.25

const clampLangkah = (nilai: number) => Math.min(5, Math.max(-5, nilai))

export function addTerang(saringan: Saringan, langkah: 1 | -1): Saringan {
  return { ...saringan, terang: clampLangkah(saringan.terang + langkah) }
}

export function addKontras(saringan: Saringan, langkah: 1 | -1): Saringan {
  return { ...saringan, kontras: clampLangkah(saringan.kontras + langkah) }
}

/**
 * The same as one value of CSS `filter`: the compositor computes it, the main thread does nothing. The
 * two that CSS has no word for are SVG filters with these ids (SaringanSvg.vue).
 */
export function getFilterCss(saringan: Saringan, id: string): string {
  const bagian = [
    saringan.tanpaCap && `url(#${id}-cap)`,
    saringan.terang !== 0 && `brightness(${(langkahTerang ** saringan.terang).toFixed(3)})`,
    saringan.kontras !== 0 && `contrast(${(langkahKontras ** saringan.kontras).toFixed(3)})`,
    saringan.hitamPutih && `url(#${id}-ambang)`,
    saringan.balik && 'invert(1)',
  ].filter((satu) => satu !== false)
  return bagian.length === 0 ? 'none' : bagian.join(' ')
}
