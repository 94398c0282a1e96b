/** What the system's browser may be opened with: where people sign in, and nothing of this machine. */
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The address of the sign-in page comes from the server. A scheme hands it to whatever program has
 * claimed it (`ms-msdt:`, `file:`, a share of another machine), so that two are let through: https, and
 * plain http to this very machine for the demo.
 */
export function isAlamatPeramban(alamat: string): boolean {
  if (!URL.canParse(alamat)) return false
  const { protocol, hostname, username, password } = new URL(alamat)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

/** Rejects what it does not open; the address stays on the screen to be copied. */
export function createOpenPeramban(open: (alamat: string) => Promise<void>) {
  return async (alamat: string): Promise<void> => {
    if (!isAlamatPeramban(alamat)) throw new Error('alamat peramban ditolak')
    // As the browser will read it, not as it was written.
    await open(new URL(alamat).href)
  }
}
