export type TemuanNip = { kode: string; tingkat: 'tolak' | 'peringatan' | 'info'; pesan: string }

export function checkNip(nip: string): TemuanNip[] {
  return /^\d{18}$/.test(nip) ? [] : [{ kode: 'NIP-01', tingkat: 'tolak', pesan: '' }]
}
