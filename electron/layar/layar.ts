import type { BrowserWindow, Session } from 'electron'
import { openDesktopWindow, type DesktopWindow, type JagaJendela } from '../window.ts'
import { openJendelaKunci, type Tempat } from './jendela-kunci.ts'

export type JagaLayar = JagaJendela & {
  /** Somebody types on the lock screen. */
  readonly onKetukKunci: () => void
}

/** One of two windows is there: the desk (with its door), or the lock screen in its place. */
export class Layar {
  readonly #sesiMeja: Session
  readonly #sesiKunci: Session
  readonly #jaga: JagaLayar
  #meja: DesktopWindow | null = null
  #kunci: BrowserWindow | null = null
  /** Loads while a PIN is typed and checked: nothing of anybody is in it before. */
  #siap: { readonly jendela: DesktopWindow; readonly show: () => void } | null = null

  constructor(sesiMeja: Session, sesiKunci: Session, jaga: JagaLayar) {
    this.#sesiMeja = sesiMeja
    this.#sesiKunci = sesiKunci
    this.#jaga = jaga
  }

  get meja(): BrowserWindow | null {
    return this.#meja?.window ?? null
  }

  get terkunci(): boolean {
    return this.#kunci !== null
  }

  focus(): void {
    const window = this.#kunci ?? this.meja
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  }

  prepareMeja(): void {
    const boleh = Promise.withResolvers<void>()
    this.#siap ??= { jendela: this.#open(boleh.promise), show: () => boleh.resolve() }
  }

  discardMeja(): void {
    this.#siap?.jendela.window.destroy()
    this.#siap = null
  }

  /** A fresh renderer in the place of whatever stands there; the old one goes when it can be seen. */
  async openMeja(): Promise<void> {
    const siap = this.#siap
    this.#siap = null
    const baru = siap?.jendela ?? this.#open()
    siap?.show()
    const sebelumnya = [this.#kunci, this.meja]
    this.#meja = baru
    this.#kunci = null
    await baru.tampil
    for (const satu of sebelumnya) satu?.destroy()
  }

  /** The paper covers the desk at once; `sebelumHilang` may still hear from it. */
  async lock(sebelumHilang: () => Promise<void>): Promise<void> {
    const meja = this.meja
    this.#kunci ??= this.#openKunci(meja && getTempat(meja))
    this.#meja?.hide()
    if (meja !== null) await sebelumHilang()
    // destroy() asks nobody: neither the page nor an open dialog may keep the process alive.
    meja?.destroy()
    this.#meja = null
  }

  #openKunci(tempat: Tempat | null): BrowserWindow {
    const kunci = openJendelaKunci(this.#sesiKunci, tempat)
    kunci.webContents.on('input-event', (_, { type }) => {
      if (type === 'rawKeyDown') this.#jaga.onKetukKunci()
    })
    // A window that nobody sees would keep the app alive behind whoever closed this one.
    kunci.once('closed', () => this.discardMeja())
    return kunci
  }

  #open(boleh?: Promise<void>): DesktopWindow {
    const lama = [this.#kunci, this.meja].find((satu) => satu !== null)
    return openDesktopWindow(this.#sesiMeja, this.#jaga, lama ? getTempat(lama) : null, boleh)
  }

  setBelumTerkirim(jumlah: number): void {
    this.#meja?.setBelumTerkirim(jumlah)
  }
}

function getTempat(window: BrowserWindow): Tempat {
  return {
    letak: window.getNormalBounds(),
    penuh: window.isMaximized(),
    kecil: window.isMinimized(),
  }
}
