import { shallowRef, type ShallowRef } from 'vue'
import type { InfoAplikasi } from '@meja/core/ipc/contract.ts'
import { getDoor } from './door.ts'

const info = shallowRef<InfoAplikasi | null>(null)

async function loadInfo(): Promise<void> {
  const hasil = await getDoor().getInfo()
  if (hasil.ok) info.value = hasil.value
}

/** Version and server of this installation; null until the main process has said. */
export function useInfoAplikasi(): Readonly<ShallowRef<InfoAplikasi | null>> {
  if (info.value === null) void loadInfo()
  return info
}
