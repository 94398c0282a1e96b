import { defineStore } from 'pinia'
import { ref } from 'vue'
import { listKantorDikepalai } from '@meja/core/api/fasilitator.ts'
import type { Peran } from '@meja/core/domain/peran.ts'
import { callEndpoint } from '../app/api.ts'

/** Whether whoever is signed in heads an office: a dated task, no login of its own (P8). */
export const useKantorStore = defineStore('kantor', () => {
  const isKepala = ref(false)

  /** A way that cannot be told now stays hidden; the page itself asks again. */
  async function load(peran: Peran): Promise<void> {
    isKepala.value = false
    if (peran !== 'user_personal') return
    const hasil = await callEndpoint(listKantorDikepalai, {}).catch(() => null)
    isKepala.value = (hasil?.kantor.length ?? 0) > 0
  }

  return { isKepala, load }
})
