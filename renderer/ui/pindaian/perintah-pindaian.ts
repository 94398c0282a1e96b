/** The scan viewer's commands that have a key. */
export type PerintahPindaian = {
  nextPage(): void
  prevPage(): void
  nextDokumen(): void
  zoomIn(): void
  zoomOut(): void
  fitWidth(): void
  fitPage(): void
  actualSize(): void
  rotateLeft(): void
  rotateRight(): void
  pan(dx: number, dy: number): void
  /** Thumbnails. */
  toggleKecil(): void
  toggleBerdampingan(): void
  /** Which of two stages the keys mean. */
  switchSisi(): void
  togglePenuh(): void
  toggleJendela(): void
  /** The lens lies on the page for as long as it is held. */
  holdKaca(tahan: boolean): void
  addTerang(langkah: 1 | -1): void
  addKontras(langkah: 1 | -1): void
  toggleTanpaCap(): void
  toggleHitamPutih(): void
  toggleBalik(): void
  resetSaringan(): void
}
