import { Dexie } from 'dexie'

let berjalan: Promise<void> | null = null

async function deleteAll(): Promise<void> {
  const jawaban = await window.meja.listGudangDilepas()
  for (const nama of jawaban.ok ? jawaban.value : []) {
    await Dexie.delete(nama)
    await window.meja.closeGudangDilepas(nama)
  }
}

/**
 * Throws away the stores of people who left this workstation: their keys are gone already, and only a
 * page can delete its own databases. Begun anew by every page until it has been done.
 */
export function deleteGudangDilepas(): Promise<void> {
  berjalan ??= deleteAll()
    .catch(() => {})
    .finally(() => {
      berjalan = null
    })
  return berjalan
}
