import { defineStore } from 'pinia'
import { ref } from 'vue'

export type KeadaanKoneksi = 'belum_tahu' | 'daring' | 'luring'

/** Whether the server answers, known from real requests; the operating system only guesses (P33). */
export const useConnectionStore = defineStore('koneksi', () => {
  const keadaan = ref<KeadaanKoneksi>('belum_tahu')
  const sejak = ref(Date.now())

  function set(baru: KeadaanKoneksi): void {
    if (keadaan.value === baru) return
    keadaan.value = baru
    sejak.value = Date.now()
  }

  return {
    keadaan,
    sejak,
    noteReached: () => set('daring'),
    noteUnreached: () => set('luring'),
  }
})
