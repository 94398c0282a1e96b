/** Longer than a frame with a case on it, too short for anybody to notice. */
const JEDA_LUKIS = 60

/**
 * Runs this once the next case is on screen: sending, preparing and the address can wait, the eye
 * cannot. A timer and no frame callback, because a window that is hidden gets no frames.
 */
export function runAfterPaint(kerja: () => void): void {
  setTimeout(kerja, JEDA_LUKIS)
}
