import { z } from 'zod'

/** Exactly three kinds of login (P8); anyone else acts by a dated assignment on one of these. */
export const Peran = z.enum(['user_personal', 'fasilitator', 'administrator'])
export type Peran = z.infer<typeof Peran>
