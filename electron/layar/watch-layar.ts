import { powerMonitor } from 'electron'
import { watchBusPesan } from './bus-pesan.ts'
import type { PenjagaLayar } from './penjaga-layar.ts'

/** Everything from outside that closes the screen, and the clock that looks once a second. */
export function watchLayar(penjaga: PenjagaLayar, lock: () => void): void {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  // Whoever opens the lid is not known to be who closed it.
  powerMonitor.on('resume', lock)
  powerMonitor.on('shutdown', lock)
  if (process.platform === 'darwin') powerMonitor.on('user-did-resign-active', lock)
  watchBusPesan(lock)
  setInterval(() => penjaga.tick(), 1000).unref()
}
