import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { getSesiSaya, type SesiSaya } from '@meja/core/api/sesi.ts'
import type { IpcReply, StatusSesi } from '@meja/core/ipc/contract.ts'
import { ApiError } from './api-error.ts'
import { callEndpoint } from './api.ts'

/** Who sits at this desk. The tokens are the main process's; here is only what the screen shows. */
export const useSessionStore = defineStore('sesi', () => {
  const status = ref<StatusSesi>({ keadaan: 'keluar', sebab: null })
  const saya = shallowRef<SesiSaya | null>(null)
  const galat = ref<ErrorCode | null>(null)
  const siap = ref(false)
  const isMasuk = computed(() => status.value.keadaan === 'masuk')

  async function loadSaya(): Promise<void> {
    galat.value = null
    try {
      saya.value = await callEndpoint(getSesiSaya, {})
    } catch (error) {
      galat.value = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
    }
  }

  async function accept(baru: StatusSesi): Promise<void> {
    status.value = baru
    if (baru.keadaan !== 'masuk') saya.value = null
    else if (saya.value === null) await loadSaya()
  }

  async function ask(jawaban: Promise<IpcReply<StatusSesi>>): Promise<void> {
    const hasil = await jawaban
    if (hasil.ok) await accept(hasil.value)
    else galat.value = hasil.code
  }

  async function start(): Promise<void> {
    window.meja.onSesiBerubah((baru) => void accept(baru))
    await ask(window.meja.getSesi())
    siap.value = true
  }

  return {
    status,
    saya,
    galat,
    siap,
    isMasuk,
    start,
    loadSaya,
    startMasuk: () => ask(window.meja.startMasuk()),
    cancelMasuk: () => ask(window.meja.cancelMasuk()),
    signOut: () => ask(window.meja.signOut()),
  }
})
