import { vi } from 'vitest'

/** A picture of that size without pixels; a closed one is 0 wide, as in the browser. */
export function createBitmap(width: number, height: number) {
  const bitmap = { width, height, close: vi.fn<() => void>() }
  bitmap.close.mockImplementation(() => {
    bitmap.width = 0
    bitmap.height = 0
  })
  return bitmap
}
