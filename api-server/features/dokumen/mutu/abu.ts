/** Grey pixels, one byte each, 0 black. */
export type Abu = { data: Uint8Array; width: number; height: number }
