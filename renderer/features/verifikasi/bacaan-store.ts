import { ref, shallowReactive } from 'vue'
import { defineStore } from 'pinia'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import type { DokumenKasus, Kasus } from '@meja/core/api/verifikasi.ts'
import { createSimpananMemori } from '../../ui/pindaian/pembaca/simpanan-bacaan.ts'
import { buildBacaan, type BacaanKasus } from './bacaan.ts'
import { listIsianBanding } from './isian-banding.ts'
import { useVerifikasiApi } from './verifikasi-api.ts'

/** What the scans say of the cases in memory. A suggestion: the desk works without it. */
export const useBacaanStore = defineStore('verifikasi-bacaan', () => {
  const api = useVerifikasiApi()
  const simpanan = createSimpananMemori()
  const bacaan = shallowReactive(new Map<string, BacaanKasus>())
  const berjalan = shallowReactive(new Map<string, AbortController>())
  /** The engine could not be started: no reading until the window is opened anew. */
  const mati = ref(false)

  async function readDokumen(
    dokumen: DokumenKasus,
    signal: AbortSignal,
  ): Promise<readonly HalamanTerbaca[]> {
    const ada = await simpanan.find(dokumen.sha256)
    if (ada !== undefined) return ada
    const halaman = await api.readBerkas(dokumen, signal)
    await simpanan.put(dokumen.sha256, halaman)
    return halaman
  }

  /** Reads the documents of a case behind the screen; what fails is left to the eye. */
  async function readKasus(kasus: Kasus): Promise<void> {
    if (mati.value || bacaan.has(kasus.id) || berjalan.has(kasus.id)) return
    const batal = new AbortController()
    berjalan.set(kasus.id, batal)
    const isian = listIsianBanding(kasus)
    const perDokumen = []
    try {
      for (const dokumen of kasus.dokumen) {
        const halaman = await readDokumen(dokumen, batal.signal).catch((error: unknown) => {
          if (isMesinMati(error)) mati.value = true
          return []
        })
        if (batal.signal.aborted) return
        const hasil = await api.compareBacaan(halaman, isian)
        if (batal.signal.aborted) return
        perDokumen.push({ dokumenId: dokumen.id, halaman, hasil })
      }
      if (!mati.value) bacaan.set(kasus.id, buildBacaan(kasus, perDokumen))
    } finally {
      if (berjalan.get(kasus.id) === batal) berjalan.delete(kasus.id)
    }
  }

  /** Nothing of a person stays in memory longer than the desk needs it (P29). */
  function keepOnly(usulanIds: readonly string[]): void {
    for (const [id, batal] of berjalan) {
      if (usulanIds.includes(id)) continue
      batal.abort()
      berjalan.delete(id)
    }
    for (const id of bacaan.keys()) if (!usulanIds.includes(id)) bacaan.delete(id)
  }

  function clear(): void {
    keepOnly([])
    void simpanan.clear()
  }

  return { bacaan, berjalan, clear, keepOnly, mati, readKasus }
})

function isMesinMati(error: unknown): boolean {
  return error instanceof Error && 'sebab' in error && error.sebab === 'mesin'
}
