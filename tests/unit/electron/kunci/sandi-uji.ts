/** The operating system's secret store: turns bits round, and knows its own. */
export function createSandiUji(rahasia = 'mesin-1') {
  const flip = (byte: number) => byte ^ 0xff
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    encryptString: (teks: string) => Buffer.from(Buffer.from(`${rahasia}:${teks}`).map(flip)),
    decryptString: (isi: Buffer) => {
      const teks = Buffer.from(isi.map(flip)).toString()
      if (!teks.startsWith(`${rahasia}:`)) throw new Error('bukan milik mesin ini')
      return teks.slice(rahasia.length + 1)
    },
  }
}
