import { z } from 'zod'

/** Where the owner of an account is reached; written and read by the owner alone (P30.2j). */
export const Surel = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/)

/** As people write it; kept without blanks and hyphens. */
export const NomorHp = z
  .string()
  .trim()
  .max(30)
  .transform((teks) => teks.replaceAll(/[\s().\-–]/gu, ''))
  .pipe(z.string().regex(/^\+?[0-9]{8,15}$/))
