import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { IpcReply, StatusKunci } from '@meja/core/ipc/contract.ts'
import { deleteGudangDilepas } from '../offline/gudang-dilepas.ts'
import { openGudang } from '../offline/use-gudang.ts'
import { readIngatan } from './ingatan.ts'

/** Whether this person's data can be read here, and whether the desk is laid out again (D7, D8). */
export const useKunciStore = defineStore('kunci', () => {
  const status = ref<StatusKunci>({ keadaan: 'tanpa_orang' })
  /** Store open and memory read: nothing of the desk is shown before. */
  const siap = ref(false)
  /** Seconds until the screen closes; null while somebody is there. */
  const sisa = ref<number | null>(null)
  const galat = ref<ErrorCode | null>(null)
  /** The working copy was lost or damaged; said until it is read. */
  const hilang = ref(false)
  const sibuk = ref(false)
  const perluPin = computed(() => status.value.keadaan === 'perlu_pin')
  let membuka: Promise<void> | null = null

  async function open(): Promise<void> {
    // Whoever left and came back begins with a new store, not with a deleted one.
    await deleteGudangDilepas()
    const kunci = await window.meja.takeKunciTembolok()
    if (kunci.ok && kunci.value !== null) {
      const gudang = await openGudang(kunci.value)
      hilang.value = gudang === null || gudang.hilang
    }
    const teks = await window.meja.getIngatan()
    readIngatan(teks.ok ? teks.value : null)
    siap.value = true
  }

  async function accept(baru: StatusKunci): Promise<void> {
    status.value = baru
    if (baru.keadaan === 'tanpa_tembolok') siap.value = true
    if (baru.keadaan === 'tanpa_orang') siap.value = false
    if (baru.keadaan !== 'terbuka') return
    membuka ??= open()
    await membuka
  }

  async function ask(pertanyaan: () => Promise<IpcReply<StatusKunci>>): Promise<void> {
    sibuk.value = true
    galat.value = null
    try {
      const hasil = await pertanyaan()
      if (hasil.ok) await accept(hasil.value)
      else galat.value = hasil.code
    } catch {
      galat.value = 'kesalahan_aplikasi'
    } finally {
      sibuk.value = false
    }
  }

  /** Before the first screen: what main knows of the keys. */
  async function start(): Promise<void> {
    window.meja.onKunciBerubah((baru) => void accept(baru))
    window.meja.onKunciSegera((detik) => {
      sisa.value = detik
    })
    void deleteGudangDilepas()
    await ask(() => window.meja.getKunci())
  }

  return {
    galat,
    hilang,
    perluPin,
    siap,
    sibuk,
    sisa,
    status,
    start,
    retry: () => ask(() => window.meja.retryKunci()),
    setPin: (pin: string, inisial: string) => ask(() => window.meja.setPin({ pin, inisial })),
    lock: () => window.meja.lockLayar(),
    stay: () => window.meja.stayAwake(),
  }
})
