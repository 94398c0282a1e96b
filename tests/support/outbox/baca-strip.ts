import type { Page } from '@playwright/test'

/** What the status strip says to whoever sits there. */
export type Strip = { diputuskan: number; belumTerkirim: number; diterima: number; aman: boolean }

export function readStrip(page: Page): Promise<Strip> {
  return page.evaluate(() => {
    const jumlah = (nama: string) =>
      Number(document.querySelector(`[data-testid="strip-${nama}"]`)?.getAttribute('data-jumlah'))
    const belumTerkirim = jumlah('belum-terkirim')
    return {
      diputuskan: jumlah('diputuskan'),
      belumTerkirim,
      diterima: jumlah('diterima'),
      aman:
        belumTerkirim === 0 || document.querySelector('[data-testid="strip-tersimpan"]') !== null,
    }
  })
}

/** Until the screen counts so many and says of all of them that they are safe. */
export async function waitAman(page: Page, diputuskan: number): Promise<void> {
  for (;;) {
    const strip = await readStrip(page)
    if (strip.diputuskan >= diputuskan && strip.aman) return
    await page.waitForTimeout(20)
  }
}

/** Until nothing waits any more; null, else what the strip said last. */
export async function waitTerkirim(page: Page, batasMs: number): Promise<Strip | null> {
  const batas = Date.now() + batasMs
  for (;;) {
    const strip = await readStrip(page)
    if (strip.belumTerkirim === 0) return null
    if (Date.now() > batas) return strip
    await page.waitForTimeout(100)
  }
}
