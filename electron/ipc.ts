import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import {
  ipcEvents,
  type IpcEvents,
  type IpcReply,
  type IpcRequests,
} from '@meja/core/ipc/contract.ts'
import type { z } from 'zod'
import { asalAplikasi } from './static-files.ts'

type Schema = { input: z.ZodType; output: z.ZodType }

export type HandlersOf<R extends Record<string, Schema>> = {
  [K in keyof R]: (
    input: z.output<R[K]['input']>,
  ) => Promise<z.input<R[K]['output']>> | z.input<R[K]['output']>
}

export type IpcHandlers = HandlersOf<IpcRequests>

/** A failure that has a code of the closed list; any other is the application's own. */
export class GalatIpc extends Error {
  readonly kode: ErrorCode

  constructor(kode: ErrorCode) {
    super(kode)
    this.name = 'GalatIpc'
    this.kode = kode
  }
}

type Pengirim = Pick<IpcMainInvokeEvent, 'senderFrame'>

/**
 * Only the top frame of our own page may ask: an empty or about:blank origin, a child frame, or a
 * frame that is gone is refused.
 */
export function isPengirimSah({ senderFrame }: Pengirim, asal: string = asalAplikasi): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return senderFrame.url.startsWith(`${asal}/`) && URL.canParse(senderFrame.url)
}

/** Parses a message both ways; what does not fit the contract is refused, never guessed. */
export async function answerIpc(
  event: Pengirim,
  schema: Schema,
  handler: (input: unknown) => unknown,
  input: unknown,
  asal: string = asalAplikasi,
): Promise<IpcReply<unknown>> {
  if (!isPengirimSah(event, asal)) return { ok: false, code: 'tidak_berwenang' }
  const hasil = schema.input.safeParse(input)
  if (!hasil.success) return { ok: false, code: 'permintaan_tidak_sah' }
  try {
    return { ok: true, value: schema.output.parse(await handler(hasil.data)) }
  } catch (error) {
    return { ok: false, code: error instanceof GalatIpc ? error.kode : 'kesalahan_aplikasi' }
  }
}

/** The doors of one page: only that page's origin may use them. */
export function registerIpc<R extends Record<string, Schema>>(
  requests: R,
  handlers: HandlersOf<R>,
  asal: string,
): void {
  for (const [nama, schema] of Object.entries(requests)) {
    const handler = handlers[nama] as (input: unknown) => unknown
    ipcMain.handle(nama, (event, input: unknown) => answerIpc(event, schema, handler, input, asal))
  }
}

export function sendEvent<K extends keyof IpcEvents>(
  contents: WebContents,
  nama: K,
  payload: z.input<IpcEvents[K]>,
): void {
  contents.send(nama, ipcEvents[nama].parse(payload))
}
