import { z } from 'zod'
import { errorCodes } from '../api/errors.ts'

/**
 * The contract between main process and renderer. Main parses every input, preload and renderer
 * types derive from here; a channel that does not stand here does not exist.
 */

/** Tokens never leave the main process; the renderer learns only this. */
export const StatusSesi = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('keluar'), sebab: z.enum(errorCodes).nullable() }),
  z.object({
    keadaan: z.literal('menunggu_peramban'),
    /** Shown for copying when no browser opens; holds no secret of the person. */
    alamat: z.url(),
  }),
  z.object({
    keadaan: z.literal('masuk'),
    /** False when the OS offers no safe storage: then every start asks to sign in. */
    diingat: z.boolean(),
  }),
])
export type StatusSesi = z.infer<typeof StatusSesi>

export const InfoAplikasi = z.object({
  versi: z.string(),
  alamatServer: z.url(),
  /** False on the test runtime (docs/decisions). */
  runtimeResmi: z.boolean(),
})
export type InfoAplikasi = z.infer<typeof InfoAplikasi>

const kosong = z.undefined()

export const ipcRequests = {
  getSesi: { input: kosong, output: StatusSesi },
  startMasuk: { input: kosong, output: StatusSesi },
  cancelMasuk: { input: kosong, output: StatusSesi },
  signOut: { input: kosong, output: StatusSesi },
  getInfo: { input: kosong, output: InfoAplikasi },
  /** Work that has not reached the server yet: closing the window asks first. */
  setBelumTerkirim: { input: z.int().min(0).max(100_000), output: z.null() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const ipcEvents = {
  sesiBerubah: StatusSesi,
} as const satisfies Record<string, z.ZodType>

export type IpcRequests = typeof ipcRequests
export type IpcEvents = typeof ipcEvents

export const IpcFailure = z.object({ ok: z.literal(false), code: z.enum(errorCodes) })
export type IpcReply<T> = { ok: true; value: T } | z.infer<typeof IpcFailure>

/** What preload puts on `window.meja`. */
export type MejaBridge = {
  [K in keyof IpcRequests]: (
    ...input: z.input<IpcRequests[K]['input']> extends undefined
      ? []
      : [z.input<IpcRequests[K]['input']>]
  ) => Promise<IpcReply<z.output<IpcRequests[K]['output']>>>
} & {
  [K in keyof IpcEvents as `on${Capitalize<K>}`]: (
    listener: (payload: z.output<IpcEvents[K]>) => void,
  ) => () => void
}
