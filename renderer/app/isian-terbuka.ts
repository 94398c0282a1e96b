import { z } from 'zod'

const Isian = z.object({ tanda: z.string(), nilai: z.string(), dicentang: z.boolean().nullable() })

export const IsianTersimpan = z.object({
  isian: z.array(Isian),
  fokus: z
    .object({ tanda: z.string(), awal: z.number().nullable(), akhir: z.number().nullable() })
    .nullable(),
})
export type IsianTersimpan = z.infer<typeof IsianTersimpan>

type Kolom = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const kolom = 'input, textarea, select'

/** A form may need longer to be on screen than the page around it. */
const batasTunggu = 10_000

function isKolom(elemen: Element | null): elemen is Kolom {
  return elemen !== null && elemen.matches(kolom)
}

/** A secret is never kept, a file cannot be given back. */
function isDisimpan(satu: Kolom): boolean {
  return !(satu instanceof HTMLInputElement) || !['password', 'file', 'hidden'].includes(satu.type)
}

/** How an element is found again in a fresh page: by what the tests know it by, else by its id or name. */
function findTanda(elemen: Element): string | null {
  const testid = elemen.getAttribute('data-testid')
  if (testid) return `[data-testid="${CSS.escape(testid)}"]`
  // Ids of the library count up and differ from page to page.
  if (elemen.id && !/^(?:v-|reka-)/.test(elemen.id)) return `#${CSS.escape(elemen.id)}`
  const nama = elemen.getAttribute('name')
  return nama ? `[name="${CSS.escape(nama)}"]` : null
}

function getDicentang(satu: Kolom): boolean | null {
  const berCentang = satu instanceof HTMLInputElement && ['checkbox', 'radio'].includes(satu.type)
  return berCentang ? satu.checked : null
}

function takeFokus(elemen: Element | null): IsianTersimpan['fokus'] {
  const tanda = elemen === null ? null : findTanda(elemen)
  if (tanda === null) return null
  const teks = elemen instanceof HTMLInputElement || elemen instanceof HTMLTextAreaElement
  return {
    tanda,
    awal: teks ? elemen.selectionStart : null,
    akhir: teks ? elemen.selectionEnd : null,
  }
}

/** Every field that a hand may have filled, whichever screen it belongs to: typing lost is 0. */
export function listIsian(document: Document): IsianTersimpan {
  const isian = [...document.querySelectorAll(kolom)].filter(isKolom).flatMap((satu) => {
    const tanda = isDisimpan(satu) ? findTanda(satu) : null
    return tanda === null ? [] : [{ tanda, nilai: satu.value, dicentang: getDicentang(satu) }]
  })
  return { isian, fokus: takeFokus(document.activeElement) }
}

/** As a hand would do it, so that whoever listens to the field hears of it. */
function fill(satu: Kolom, { nilai, dicentang }: z.infer<typeof Isian>): void {
  if (dicentang !== null && satu instanceof HTMLInputElement) {
    if (satu.checked !== dicentang && satu.type === 'checkbox') satu.click()
    return
  }
  if (satu.value === nilai) return
  satu.value = nilai
  satu.dispatchEvent(new Event('input', { bubbles: true }))
  if (satu instanceof HTMLSelectElement) satu.dispatchEvent(new Event('change', { bubbles: true }))
}

function focus({ tanda, awal, akhir }: NonNullable<IsianTersimpan['fokus']>): boolean {
  const elemen = document.querySelector(tanda)
  if (!(elemen instanceof HTMLElement)) return false
  elemen.focus()
  const teks = elemen instanceof HTMLInputElement || elemen instanceof HTMLTextAreaElement
  if (teks && awal !== null) elemen.setSelectionRange(awal, akhir)
  return document.activeElement === elemen
}

/** Fills each field as soon as it is on screen; stops when all are, when a hand types, or after a while. */
export function restoreIsian({ isian, fokus }: IsianTersimpan): void {
  if (isian.length === 0 && fokus === null) return
  let menunggu = isian
  let fokusTiba = fokus === null
  const selesai = new AbortController()
  const restore = () => {
    menunggu = menunggu.filter((satu) => {
      const elemen = document.querySelector(satu.tanda)
      if (!isKolom(elemen)) return true
      fill(elemen, satu)
      return false
    })
    if (fokus !== null && !fokusTiba) fokusTiba = focus(fokus)
    if (menunggu.length === 0 && fokusTiba) selesai.abort()
  }
  const pengamat = new MutationObserver(restore)
  pengamat.observe(document.body, { childList: true, subtree: true })
  const pewaktu = setTimeout(() => selesai.abort(), batasTunggu)
  selesai.signal.addEventListener('abort', () => {
    pengamat.disconnect()
    clearTimeout(pewaktu)
  })
  // A hand on the keyboard knows better.
  document.addEventListener('keydown', () => selesai.abort(), { signal: selesai.signal })
  restore()
}
