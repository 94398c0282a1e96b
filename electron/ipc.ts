import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import {
  ipcEvents,
  ipcRequests,
  type IpcEvents,
  type IpcReply,
  type IpcRequests,
} from '@meja/core/ipc/contract.ts'
import type { z } from 'zod'
import { asalAplikasi } from './static-files.ts'

export type IpcHandlers = {
  [K in keyof IpcRequests]: (
    input: z.output<IpcRequests[K]['input']>,
  ) => Promise<z.input<IpcRequests[K]['output']>> | z.input<IpcRequests[K]['output']>
}

type Pengirim = Pick<IpcMainInvokeEvent, 'senderFrame'>

/**
 * Only the top frame of our own page may ask: an empty or about:blank origin, a child frame, or a
 * frame that is gone is refused.
 */
export function isPengirimSah({ senderFrame }: Pengirim): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return senderFrame.url.startsWith(`${asalAplikasi}/`) && URL.canParse(senderFrame.url)
}

type Schema = { input: z.ZodType; output: z.ZodType }

/** Parses a message both ways; what does not fit the contract is refused, never guessed. */
export async function answerIpc(
  event: Pengirim,
  schema: Schema,
  handler: (input: unknown) => unknown,
  input: unknown,
): Promise<IpcReply<unknown>> {
  if (!isPengirimSah(event)) return { ok: false, code: 'tidak_berwenang' }
  const hasil = schema.input.safeParse(input)
  if (!hasil.success) return { ok: false, code: 'permintaan_tidak_sah' }
  try {
    return { ok: true, value: schema.output.parse(await handler(hasil.data)) }
  } catch {
    return { ok: false, code: 'kesalahan_aplikasi' }
  }
}

export function registerIpc(handlers: IpcHandlers): void {
  for (const nama of Object.keys(ipcRequests) as (keyof IpcRequests)[]) {
    const handler = handlers[nama] as (input: unknown) => unknown
    ipcMain.handle(nama, (event, input: unknown) =>
      answerIpc(event, ipcRequests[nama], handler, input),
    )
  }
}

export function sendEvent<K extends keyof IpcEvents>(
  contents: WebContents,
  nama: K,
  payload: z.input<IpcEvents[K]>,
): void {
  contents.send(nama, ipcEvents[nama].parse(payload))
}
