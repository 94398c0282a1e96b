import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { getSesiSaya, type SesiSaya } from '@meja/core/api/sesi.ts'
import type { IpcReply, StatusSesi } from '@meja/core/ipc/contract.ts'
import { ApiError } from './api-error.ts'
import { callEndpoint } from './api.ts'
import { getDoor } from './door.ts'

/** Who sits at this desk. The tokens are the main process's; here is only what the screen shows. */
export const useSessionStore = defineStore('sesi', () => {
  const status = ref<StatusSesi>({ keadaan: 'keluar', sebab: null })
  const saya = shallowRef<SesiSaya | null>(null)
  /** Why the last question about the session failed. */
  const galat = ref<ErrorCode | null>(null)
  const isMasuk = computed(() => status.value.keadaan === 'masuk')
  let pemuatan: Promise<void> | null = null

  async function requestSaya(): Promise<void> {
    galat.value = null
    try {
      const hasil = await callEndpoint(getSesiSaya, {})
      // Signed out while the answer was on its way: it belongs to nobody here.
      if (isMasuk.value) saya.value = hasil
    } catch (error) {
      if (isMasuk.value) galat.value = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
    }
  }

  /** One question at a time: the reply and the event of one sign-in both come here. */
  function loadSaya(): Promise<void> {
    pemuatan ??= requestSaya().finally(() => {
      pemuatan = null
    })
    return pemuatan
  }

  function accept(baru: StatusSesi): void {
    status.value = baru
    galat.value = null
    if (baru.keadaan !== 'masuk') saya.value = null
    else if (saya.value === null) void loadSaya()
  }

  async function ask(pertanyaan: () => Promise<IpcReply<StatusSesi>>): Promise<void> {
    try {
      const hasil = await pertanyaan()
      if (hasil.ok) accept(hasil.value)
      else galat.value = hasil.code
    } catch {
      galat.value = 'kesalahan_aplikasi'
    }
  }

  /** Before the first screen: whether somebody is signed in already. */
  async function start(): Promise<void> {
    getDoor().onSesiBerubah(accept)
    await ask(() => getDoor().getSesi())
  }

  return {
    status,
    saya,
    galat,
    isMasuk,
    start,
    loadSaya,
    startMasuk: () => ask(() => getDoor().startMasuk()),
    cancelMasuk: () => ask(() => getDoor().cancelMasuk()),
    signOut: () => ask(() => getDoor().signOut()),
  }
})
