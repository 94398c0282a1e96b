/** Longer than laying out a case takes, shorter than a glance. */
const jedaMs = 300
/** A hold that nobody lifts ends by itself. */
const palingLamaMs = 2000

let bendera: Int32Array<SharedArrayBuffer> | null = null
let waktu: ReturnType<typeof setTimeout> | undefined

/** The flag that screen and reading worker share; made by the screen, and handed over. */
export function getJeda(): SharedArrayBuffer {
  bendera ??= new Int32Array(new SharedArrayBuffer(4))
  return bendera.buffer
}

/** In the worker: this is the flag to heed. */
export function setJeda(bersama: SharedArrayBuffer): void {
  bendera ??= new Int32Array(bersama)
}

/** The eye waits for a case: reading, which takes a core, stands still until it has been painted. */
export function holdBaca(): void {
  const ini = new Int32Array(getJeda())
  Atomics.store(ini, 0, 1)
  clearTimeout(waktu)
  waktu = setTimeout(() => {
    Atomics.store(ini, 0, 0)
    Atomics.notify(ini, 0)
  }, jedaMs)
}

/** In the worker, between two pieces of its work: stands still while the screen asks for it. */
export function waitJeda(): void {
  if (bendera !== null && Atomics.load(bendera, 0) === 1) {
    Atomics.wait(bendera, 0, 1, palingLamaMs)
  }
}
