import type { SafeStorage } from 'electron'

/** The operating system's place for secrets. */
export type Sandi = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>

/** On Linux `basic_text` means a fixed key in the program: no better than plain text. */
export function isAman(sandi: Sandi, platform: NodeJS.Platform): boolean {
  if (!sandi.isEncryptionAvailable()) return false
  const backend = platform === 'linux' ? sandi.getSelectedStorageBackend?.() : undefined
  return backend !== 'basic_text' && backend !== 'unknown'
}
