import type { Page } from '@playwright/test'
import type { Tertanam } from './plant-dokumen.ts'

/** What the person at the desk sees of one page of a document. */
export type Tampak = {
  hasil: 'shown' | 'blank' | 'refused' | 'stuck'
  kalimat: string | null
  ms: number
}

/** Longer than any limit of the product: whoever needs it has failed. */
const KESABARAN_MS = 30_000

/** Runs in the page: looks at every frame until the viewer says one thing or another. */
async function lookInPage(dicari: {
  usulanId: string
  dokumenId: string
  halaman: number
  kesabaran: number
}): Promise<Tampak> {
  const mulai = performance.now()
  const { usulanId, dokumenId, halaman, kesabaran } = dicari
  globalThis.location.hash = `#/verifikasi/${usulanId}`
  const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`)
  for (;;) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    const ms = Math.round(performance.now() - mulai)
    const kertas = find('pindaian-halaman')?.dataset
    const terbuka =
      find('meja-verifikasi')?.dataset['kasus'] === usulanId && kertas?.['dokumen'] === dokumenId
    if (terbuka && kertas?.['halaman'] === String(halaman)) {
      const galat = find('pindaian-galat')
      if (galat !== null) return { hasil: 'refused', kalimat: galat.innerText.trim(), ms }
      const kosong = find('pindaian-kosong')
      if (kosong !== null) return { hasil: 'blank', kalimat: kosong.innerText.trim(), ms }
      if (kertas['terlukis'] === 'true') return { hasil: 'shown', kalimat: null, ms }
    }
    if (ms > kesabaran) return { hasil: 'stuck', kalimat: null, ms }
  }
}

/** Opens the case, and the second page when there is one. */
export async function tryDokumen(page: Page, tertanam: Tertanam): Promise<Tampak> {
  const { usulanId, dokumenId, halaman } = tertanam
  const dicari = { usulanId, dokumenId, kesabaran: KESABARAN_MS }
  const pertama = await withPatience(page.evaluate(lookInPage, { ...dicari, halaman: 1 }))
  if (pertama.hasil !== 'shown' || halaman < 2) return pertama
  await page.keyboard.press('PageDown')
  const kedua = await withPatience(page.evaluate(lookInPage, { ...dicari, halaman: 2 }))
  // A page that is not there says so; the document has been shown.
  if (kedua.hasil === 'refused') return pertama
  return { ...kedua, ms: Math.max(pertama.ms, kedua.ms) }
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), KESABARAN_MS + 10_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
