import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { getSesiSaya, SesiSaya } from '@meja/core/api/sesi.ts'
import type { IpcReply, StatusSesi } from '@meja/core/ipc/contract.ts'
import { ApiError } from './api-error.ts'
import { findGudang } from '../offline/use-gudang.ts'
import { callEndpoint, watchPaktaDiminta } from './api.ts'
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
      if (!isMasuk.value) return
      saya.value = hasil
    } catch (error) {
      if (isMasuk.value) galat.value = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
    }
  }

  // Whoever signs in for the first time chooses a PIN afterwards: the store opens later than this is known.
  watch(
    () => [saya.value, findGudang()] as const,
    ([orang, gudang]) => {
      if (orang !== null) void gudang?.saveIsi('lembar', 'saya', orang).catch(() => {})
    },
  )

  /** One question at a time: the reply and the event of one sign-in both come here. */
  function loadSaya(): Promise<void> {
    pemuatan ??= requestSaya().finally(() => {
      pemuatan = null
    })
    return pemuatan
  }

  /**
   * Whose desk it was when the screen closed, from the encrypted store: the desk is laid out at once,
   * without network too. The server is asked all the same, and its word counts.
   */
  async function recallSaya(): Promise<void> {
    if (!isMasuk.value) return
    const simpanan = SesiSaya.safeParse(await findGudang()?.findIsi('lembar', 'saya'))
    if (simpanan.success) saya.value ??= simpanan.data
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
    watchPaktaDiminta(() => void loadSaya())
    await ask(() => getDoor().getSesi())
  }

  return {
    status,
    saya,
    galat,
    isMasuk,
    start,
    loadSaya,
    recallSaya,
    startMasuk: () => ask(() => getDoor().startMasuk()),
    cancelMasuk: () => ask(() => getDoor().cancelMasuk()),
    signOut: () => ask(() => getDoor().signOut()),
  }
})
