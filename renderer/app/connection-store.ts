import { defineStore } from 'pinia'
import { ref } from 'vue'

export type KeadaanKoneksi = 'belum_tahu' | 'daring' | 'luring'

/**
 * Whether the server answers, known from real requests and from asking it; what the operating system
 * says of its network cards is a guess and no answer (P33).
 */
export const useConnectionStore = defineStore('koneksi', () => {
  const keadaan = ref<KeadaanKoneksi>('belum_tahu')
  /** When this state began; this workstation's clock. */
  const sejak = ref(new Date())
  /** The last answer of the server; null until the first. */
  const terakhir = ref<Date | null>(null)

  function set(baru: KeadaanKoneksi): void {
    if (keadaan.value === baru) return
    keadaan.value = baru
    sejak.value = new Date()
  }

  function noteReached(): void {
    terakhir.value = new Date()
    set('daring')
  }

  return { keadaan, sejak, terakhir, noteReached, noteUnreached: () => set('luring') }
})
