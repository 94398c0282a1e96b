import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { StatusSesi } from '@meja/core/ipc/contract.ts'
import { openLoopback, type Loopback } from './loopback.ts'
import { isDitolak, isLuring, type OidcClient, type Tokens } from './oidc-client.ts'
import type { TokenStore } from './token-store.ts'

const batasMasukMs = 5 * 60_000

type SessionOptions = {
  readonly client: OidcClient
  readonly store: TokenStore
  /** Opens the system browser; rejects when there is none. */
  readonly openBrowser: (alamat: string) => Promise<void>
  readonly onChange: (status: StatusSesi) => void
  /** Why nobody may sign in on this machine; null when somebody may. */
  readonly findHalangan?: () => ErrorCode | null
}

/** Without an access token until one is needed: after a start, and after a lock. */
type Pegangan = Omit<Tokens, 'akses'> & { readonly akses: string | null }

/** Who is signed in on this workstation. Tokens live here and in the token store only (D5). */
export class DesktopSession {
  readonly #options: SessionOptions
  #status: StatusSesi = { keadaan: 'keluar', sebab: null }
  #tokens: Pegangan | null = null
  #loopback: Loopback | null = null
  #membuka = false
  #refreshing: Promise<string | null> | null = null

  constructor(options: SessionOptions) {
    this.#options = options
  }

  get status(): StatusSesi {
    return this.#status
  }

  /** Whether the server can be asked without taking a new refresh token. */
  get hasAkses(): boolean {
    return this.#tokens !== null && this.#tokens.akses !== null
  }

  /** Whose session it is; null when nobody is signed in. */
  get akunId(): string | null {
    return this.#tokens?.akunId ?? null
  }

  /** The access token, renewed when there is none; null when nobody is signed in. */
  async getToken(): Promise<string | null> {
    if (this.#tokens === null) return null
    return this.#tokens.akses ?? this.#refreshOnce()
  }

  /** At the lock: what opens the server does not lie about in memory. */
  forgetAkses(): void {
    if (this.#tokens !== null) this.#tokens = { ...this.#tokens, akses: null }
  }

  /** At start: the remembered session, if the server still knows it. */
  async restore(): Promise<void> {
    const halangan = this.#options.findHalangan?.() ?? null
    if (halangan !== null) return this.#setKeluar(halangan)
    const diingat = await this.#options.store.read()
    if (diingat === null) return
    this.#tokens = { ...diingat, akses: null }
    this.#setStatus({ keadaan: 'masuk', diingat: true })
  }

  /** Opens the browser and returns at once; the outcome comes as a change of status. */
  async startMasuk(): Promise<StatusSesi> {
    if (this.#membuka || this.#loopback !== null || this.#tokens !== null) return this.#status
    const halangan = this.#options.findHalangan?.() ?? null
    if (halangan !== null) {
      this.#setKeluar(halangan)
      return this.#status
    }
    let loopback: Loopback | null = null
    try {
      const dibuka = await this.#openLoopback()
      loopback = dibuka
      const masuk = await this.#options.client.start(dibuka.redirectUri)
      // Cancelled while the server was asked where to sign in.
      if (this.#loopback !== loopback) return this.#status
      dibuka.expectState(masuk.state)
      this.#setStatus({ keadaan: 'menunggu_peramban', alamat: masuk.alamat })
      void this.#waitForBrowser(dibuka, masuk.finish)
      // The address stays on screen for copying when no browser opens.
      await this.#options.openBrowser(masuk.alamat).catch(() => {})
    } catch (error) {
      // A port that cannot be opened or an issuer that makes no sense is no outage.
      if (loopback === null || this.#loopback === loopback) {
        this.#end(isLuring(error) ? 'luring' : 'masuk_gagal')
      }
    }
    return this.#status
  }

  cancelMasuk(): StatusSesi {
    if (this.#loopback !== null) {
      this.#end('masuk_dibatalkan')
    }
    return this.#status
  }

  async signOut(): Promise<StatusSesi> {
    const segar = this.#tokens?.segar
    this.#tokens = null
    await this.#options.store.clear()
    this.#setKeluar(null)
    // Best effort: offline, the token dies by its age and by the next sign-in's rotation.
    if (segar !== undefined) await this.#options.client.revoke(segar).catch(() => {})
    return this.#status
  }

  /** A fresh access token after `lama` was refused; one refresh serves all that wait for it. */
  refreshToken(lama: string): Promise<string | null> {
    if (this.#tokens !== null && this.#tokens.akses !== lama) return this.getToken()
    return this.#refreshOnce()
  }

  #refreshOnce(): Promise<string | null> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #refresh(): Promise<string | null> {
    const lama = this.#tokens
    if (lama === null) return null
    try {
      const tokens = await this.#options.client.refresh(lama.segar)
      // Signed out meanwhile: the late answer must not bring the session back.
      if (!this.#isStill(lama)) {
        await this.#options.client.revoke(tokens.segar).catch(() => {})
        return null
      }
      await this.#keep(tokens)
      return tokens.akses
    } catch (error) {
      // Not reached is not refused: the session stays for when the network is back.
      if (!isDitolak(error)) throw error
      if (!this.#isStill(lama)) return null
      this.#tokens = null
      await this.#options.store.clear()
      this.#setKeluar('sesi_berakhir')
      return null
    }
  }

  /** The same session; that the screen closed meanwhile, and the access token was forgotten, is no other. */
  #isStill(lama: Pegangan): boolean {
    return this.#tokens?.segar === lama.segar
  }

  async #waitForBrowser(loopback: Loopback, finish: (kembali: URL) => Promise<Tokens>) {
    let habis = false
    const waktu = setTimeout(() => {
      habis = true
      loopback.close()
    }, batasMasukMs)
    const kembali = await loopback.kembali
    clearTimeout(waktu)
    if (this.#loopback !== loopback) return
    loopback.close()
    if (kembali === null) return this.#end(habis ? 'masuk_kedaluwarsa' : 'masuk_dibatalkan')
    if (kembali.searchParams.has('error')) return this.#end('masuk_dibatalkan')
    try {
      const tokens = await finish(kembali)
      // Cancelled while the code was being traded: nobody is waiting for these tokens.
      if (this.#loopback !== loopback) {
        await this.#options.client.revoke(tokens.segar).catch(() => {})
        return
      }
      const diingat = await this.#keep(tokens)
      this.#closeLoopback()
      this.#setStatus({ keadaan: 'masuk', diingat })
    } catch {
      if (this.#loopback === loopback) this.#end('masuk_gagal')
    }
  }

  #end(sebab: ErrorCode): void {
    this.#closeLoopback()
    this.#setKeluar(sebab)
  }

  async #keep(tokens: Tokens): Promise<boolean> {
    this.#tokens = tokens
    // A full disk costs the remembering, not the session.
    const { segar, akunId } = tokens
    return this.#options.store.write({ segar, akunId }).catch(() => false)
  }

  /** Opening takes a moment in which a second press must not open another. */
  async #openLoopback(): Promise<Loopback> {
    this.#membuka = true
    try {
      this.#loopback = await openLoopback()
      return this.#loopback
    } finally {
      this.#membuka = false
    }
  }

  #closeLoopback(): void {
    const loopback = this.#loopback
    this.#loopback = null
    loopback?.close()
  }

  #setKeluar(sebab: ErrorCode | null): void {
    this.#setStatus({ keadaan: 'keluar', sebab })
  }

  #setStatus(status: StatusSesi): void {
    this.#status = status
    this.#options.onChange(status)
  }
}
