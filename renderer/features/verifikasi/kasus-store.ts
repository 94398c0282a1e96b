import { shallowReactive } from 'vue'
import { defineStore } from 'pinia'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import { buildBerkas } from './berkas-kasus.ts'
import { readGalat, type Galat } from './galat.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** A case read longer ago than this is read again behind the screen when it is opened. */
const UMUR_SEGAR = 60_000

/** The server's word that this case is not, or no longer, for this login. */
const bukanMilikKita = new Set<ErrorCode>(['tidak_ditemukan', 'tidak_berwenang'])

type Simpanan = { readonly kasus: Kasus; readonly dibacaPada: number }

/** Cases in memory: the one on the desk and those that come next, with their first pages drawn. */
export const useKasusStore = defineStore('verifikasi-kasus', () => {
  const api = useVerifikasiApi()
  const simpanan = shallowReactive(new Map<string, Simpanan>())
  const galat = shallowReactive(new Map<string, Galat>())
  const berjalan = new Map<string, Promise<Kasus | null>>()
  let giliran = 0

  function findKasus(usulanId: string): Kasus | null {
    return simpanan.get(usulanId)?.kasus ?? null
  }

  /** What has not changed is not laid out anew under the hands of whoever works on it. */
  function keepSame(usulanId: string, baru: Kasus): Kasus {
    const lama = findKasus(usulanId)
    return lama !== null && JSON.stringify(lama) === JSON.stringify(baru) ? lama : baru
  }

  async function read(usulanId: string): Promise<Kasus | null> {
    const giliranIni = giliran
    galat.delete(usulanId)
    try {
      const kasus = keepSame(usulanId, await api.getKasus(usulanId))
      if (giliranIni !== giliran) return null
      simpanan.set(usulanId, { kasus, dibacaPada: Date.now() })
      return kasus
    } catch (sebab) {
      if (giliranIni === giliran) noteGagal(usulanId, readGalat(sebab))
      return null
    } finally {
      if (giliranIni === giliran) berjalan.delete(usulanId)
    }
  }

  /** A right that was withdrawn meanwhile takes the case from the screen, wherever it came from. */
  function noteGagal(usulanId: string, sebab: Galat): void {
    galat.set(usulanId, sebab)
    if (bukanMilikKita.has(sebab.kode)) simpanan.delete(usulanId)
  }

  /** One reading at a time for each case; null when it could not be read, `galat` says why. */
  function loadKasus(usulanId: string): Promise<Kasus | null> {
    const sudah = berjalan.get(usulanId)
    if (sudah !== undefined) return sudah
    const janji = read(usulanId)
    berjalan.set(usulanId, janji)
    return janji
  }

  /** As it lies on this workstation: at once after the lock, and where the server does not answer. */
  async function recall(usulanId: string): Promise<void> {
    const giliranIni = giliran
    const kasus = await api.recallKasus(usulanId)
    if (kasus === null || giliranIni !== giliran || simpanan.has(usulanId)) return
    simpanan.set(usulanId, { kasus, dibacaPada: 0 })
  }

  /** The case as it is here, if it is; an old one is compared with the server behind the screen. */
  async function openKasus(usulanId: string): Promise<void> {
    if (!simpanan.has(usulanId)) await recall(usulanId)
    const ada = simpanan.get(usulanId)
    if (ada === undefined || Date.now() - ada.dibacaPada > UMUR_SEGAR) await loadKasus(usulanId)
  }

  async function prefetch(usulanId: string): Promise<void> {
    const kasus = findKasus(usulanId) ?? (await loadKasus(usulanId))
    const berkas = kasus === null ? undefined : buildBerkas(kasus)[0]
    // A scan that cannot be drawn says so when it is opened; here it only costs its head start.
    if (berkas !== undefined) await api.prefetchBerkas(berkas).catch(() => {})
  }

  /** Prepares these cases, one after the other so that the nearest is ready first. */
  async function prefetchKasus(usulanIds: readonly string[]): Promise<void> {
    for (const usulanId of usulanIds) await prefetch(usulanId)
  }

  /** Nothing of a person stays in memory longer than the desk needs it (P29). */
  function keepOnly(usulanIds: readonly string[]): void {
    for (const usulanId of simpanan.keys()) {
      if (!usulanIds.includes(usulanId)) simpanan.delete(usulanId)
    }
    for (const usulanId of galat.keys()) {
      if (!usulanIds.includes(usulanId)) galat.delete(usulanId)
    }
  }

  function forget(usulanId: string): void {
    simpanan.delete(usulanId)
    galat.delete(usulanId)
  }

  function clear(): void {
    giliran += 1
    simpanan.clear()
    galat.clear()
    berjalan.clear()
  }

  return { clear, findKasus, forget, galat, keepOnly, loadKasus, openKasus, prefetchKasus }
})
