import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { StatusSesi } from '@meja/core/ipc/contract.ts'

/**
 * Why this person stands at the door; null when there is nothing to explain. Cancelling is the
 * person's own act, and being offline has its own notice, which follows the network.
 */
export function findSebab(status: StatusSesi, galat: ErrorCode | null): ErrorCode | null {
  const kode = (status.keadaan === 'keluar' ? status.sebab : null) ?? galat
  return kode === 'masuk_dibatalkan' || kode === 'luring' ? null : kode
}
