import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const panjangIv = 12
const panjangTanda = 16

/** How long so much text is when sealed. */
export function panjangSegel(panjang: number): number {
  return panjangIv + panjang + panjangTanda
}

/** AES-256-GCM with a fresh nonce: nonce, ciphertext, tag. `untuk` must be the same when opening. */
export function seal(kunci: Uint8Array, isi: Uint8Array, untuk: string): Buffer {
  const iv = randomBytes(panjangIv)
  const sandi = createCipheriv('aes-256-gcm', kunci, iv)
  sandi.setAAD(Buffer.from(untuk))
  return Buffer.concat([iv, sandi.update(isi), sandi.final(), sandi.getAuthTag()])
}

/** Null when it was sealed with another key, for another purpose, or has been changed. */
export function findSealed(kunci: Uint8Array, segel: Uint8Array, untuk: string): Buffer | null {
  if (segel.length < panjangIv + panjangTanda) return null
  const sandi = createDecipheriv('aes-256-gcm', kunci, segel.subarray(0, panjangIv))
  sandi.setAAD(Buffer.from(untuk))
  sandi.setAuthTag(segel.subarray(segel.length - panjangTanda))
  try {
    const isi = sandi.update(segel.subarray(panjangIv, segel.length - panjangTanda))
    return Buffer.concat([isi, sandi.final()])
  } catch {
    return null
  }
}

/** One key for each purpose, so that no key is used in two ways. */
export function deriveKunci(dek: Uint8Array, guna: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dek, '', `meja-asn/${guna}`, 32))
}
