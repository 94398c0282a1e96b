import { hash, verify } from '@node-rs/argon2'

/**
 * Argon2id with 64 MiB and three passes: more than the floor of OWASP, and a tenth of a second of one
 * core. Two texts that look the same are the same password, on whatever keyboard they were typed.
 */
export function hashSandi(sandi: string): Promise<string> {
  return hash(sandi.normalize('NFKC'), { memoryCost: 65_536, timeCost: 3, parallelism: 1 })
}

export function verifySandi(tersimpan: string, sandi: string): Promise<boolean> {
  return verify(tersimpan, sandi.normalize('NFKC'))
}
