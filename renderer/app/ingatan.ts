import { onBeforeUnmount } from 'vue'
import { z } from 'zod'
import { listIsian, restoreIsian, IsianTersimpan } from './isian-terbuka.ts'

/** One part of the desk that finds itself again after the lock. */
export type BagianIngatan<T> = {
  readonly nama: string
  readonly schema: z.ZodType<T>
  readonly take: () => T
  readonly putBack: (isi: T) => void
}

const Ingatan = z.object({
  alamat: z.string(),
  bagian: z.record(z.string(), z.unknown()),
  isian: IsianTersimpan,
})
type Ingatan = z.infer<typeof Ingatan>

/** Typing is pushed at the latest after this; the lock asks for the rest. */
const jedaSimpan = 250

const bagian = new Map<string, BagianIngatan<unknown>>()
let tersimpan: Ingatan | null = null
/** The keys are open and what lay there has been read: before, a touch at the door would overwrite it. */
let terbaca = false
let pewaktu: ReturnType<typeof setTimeout> | undefined
let getAlamat: () => string = () => ''

/** What main kept; whatever does not fit is dropped, the desk then begins at the queue. */
export function readIngatan(teks: string | null): void {
  terbaca = true
  tersimpan = null
  if (teks === null || teks === '') return
  try {
    tersimpan = Ingatan.safeParse(JSON.parse(teks)).data ?? null
  } catch {
    // Written by another version, or cut off: nothing to come back to.
  }
  for (const satu of bagian.values()) putBack(satu)
}

/** Taken once: what a part has done since is newer. */
function putBack(satu: BagianIngatan<unknown>): void {
  const lama = tersimpan?.bagian[satu.nama]
  if (lama === undefined || tersimpan === null) return
  const { [satu.nama]: _dipakai, ...sisa } = tersimpan.bagian
  tersimpan = { ...tersimpan, bagian: sisa }
  const hasil = satu.schema.safeParse(lama)
  if (hasil.success) satu.putBack(hasil.data)
}

/** Where the person was; taken once. */
export function takeAlamat(): string | null {
  const alamat = tersimpan?.alamat ?? null
  if (tersimpan !== null) {
    restoreIsian(tersimpan.isian)
    tersimpan = { ...tersimpan, alamat: '', isian: { isian: [], fokus: null } }
  }
  return alamat === '' ? null : alamat
}

/**
 * Registers a part for the whole life of the process, or for that of a component. What was kept of it
 * is put back at once.
 */
export function addIngatan<T>(baru: BagianIngatan<T>): () => void {
  const satu = baru as BagianIngatan<unknown>
  bagian.set(baru.nama, satu)
  putBack(satu)
  return () => bagian.delete(baru.nama)
}

export function useIngatan<T>(baru: BagianIngatan<T>): void {
  onBeforeUnmount(addIngatan(baru))
}

/** Where the desk is, or is about to be; the door is no place to come back to. */
function findTempat(): Pick<Ingatan, 'alamat' | 'isian'> {
  if (tersimpan !== null && tersimpan.alamat !== '') return tersimpan
  const alamat = getAlamat()
  return { alamat: alamat === '/masuk' ? '' : alamat, isian: listIsian(document) }
}

function takeAll(): string {
  const { alamat, isian } = findTempat()
  const isi: Ingatan = {
    alamat,
    // Parts of screens that have not been opened again keep what they left.
    bagian: {
      ...tersimpan?.bagian,
      ...Object.fromEntries([...bagian].map(([nama, satu]) => [nama, satu.take()])),
    },
    isian,
  }
  return JSON.stringify(isi)
}

async function save(): Promise<void> {
  clearTimeout(pewaktu)
  pewaktu = undefined
  if (terbaca) await window.meja.saveIngatan(takeAll())
}

/** Something changed that must not be lost; sealed and written by main shortly after. */
export function noteUbah(): void {
  pewaktu ??= setTimeout(() => void save().catch(() => {}), jedaSimpan)
}

/** From the moment the desk is open: every touch is kept, and main may ask for the last one. */
export function startIngatan(alamat: () => string): void {
  getAlamat = alamat
  for (const peristiwa of ['input', 'change', 'click', 'keyup'] as const) {
    document.addEventListener(peristiwa, noteUbah, { capture: true, passive: true })
  }
  window.meja.onIngatanDiminta(() => void save().catch(() => {}))
}
