import { z } from 'zod'
import { errorCodes } from '../api/errors.ts'
import { Pin } from '../domain/kebijakan-layar.ts'
import { PeriksaMeja, Preferensi, type IpcReply } from './contract.ts'

/**
 * The contract between main process and lock screen: a page of its own, with a door of its own, that
 * cannot ask for anything of anybody (D8).
 */
export const KeadaanLayarKunci = z.object({
  inisial: z.string(),
  /** 0: only signing in fully opens. */
  sisaPercobaan: z.int().min(0),
  /** Ended by the server while the screen was closed: no PIN opens, whoever it was. */
  sesiBerakhir: z.boolean(),
  /** An administrator closed it. */
  dikunciJauh: z.boolean(),
  panjangPin: z.int(),
  belumTerkirim: z.int().min(0),
  /** Originals that were seen at this desk and have not been handed back. */
  asliDiMeja: z.int().min(0),
  preferensi: Preferensi,
})
export type KeadaanLayarKunci = z.infer<typeof KeadaanLayarKunci>

export const HasilBuka = z.object({ sebab: z.enum(errorCodes).nullable(), sisa: z.int().min(0) })
export type HasilBuka = z.infer<typeof HasilBuka>

const kosong = z.undefined()

export const kunciRequests = {
  getKeadaan: { input: kosong, output: KeadaanLayarKunci },
  /** Whether the server answers; asked apart, so that the page need not wait for it. */
  isDaring: { input: kosong, output: z.boolean() },
  bukaDenganPin: { input: Pin, output: HasilBuka },
  /** Sign in through the browser instead: a forgotten PIN, or another person. */
  masukPenuh: { input: kosong, output: z.null() },
  savePeriksa: { input: PeriksaMeja, output: z.null() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type KunciRequests = typeof kunciRequests

/** What the preload of the lock screen puts on `window.kunci`. */
export type KunciBridge = {
  [K in keyof KunciRequests]: (
    ...input: z.input<KunciRequests[K]['input']> extends undefined
      ? []
      : [z.input<KunciRequests[K]['input']>]
  ) => Promise<IpcReply<z.output<KunciRequests[K]['output']>>>
}
