import { createHash, randomBytes } from 'node:crypto'

type Cookie = { nilai: string; sifat: string }

/** As much of a browser as signing in needs: cookies, redirects by hand, forms, requests of a page. */
export class UjiBrowser {
  readonly #base: string
  readonly #cookies = new Map<string, Cookie>()
  /** Everything that came back: headers and bodies that a script could read. */
  readonly seen: string[] = []

  constructor(base: string) {
    this.#base = base
  }

  open(
    address: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.#request(address, {
      headers,
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
  }

  /** A POST as a page makes it. */
  send(address: string, headers: Record<string, string>, body?: string): Promise<Response> {
    return this.#request(address, { method: 'POST', headers, ...(body && { body }) })
  }

  getCookie(nama: string): Cookie | undefined {
    return this.#cookies.get(nama)
  }

  setCookie(nama: string, nilai: string): void {
    this.#cookies.set(nama, { nilai, sifat: '' })
  }

  async #request(
    address: string,
    init: { method?: string; body?: string | URLSearchParams; headers: Record<string, string> },
  ): Promise<Response> {
    const jawaban = await fetch(new URL(address, this.#base), {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        cookie: [...this.#cookies].map(([nama, { nilai }]) => `${nama}=${nilai}`).join('; '),
      },
    })
    for (const satu of jawaban.headers.getSetCookie()) {
      const [, nama = '', nilai = '', sifat = ''] = /^([^=]+)=([^;]*)(.*)/.exec(satu) ?? []
      if (nilai === '') this.#cookies.delete(nama)
      else this.#cookies.set(nama, { nilai, sifat })
    }
    this.seen.push(JSON.stringify([...jawaban.headers]), await jawaban.clone().text())
    return jawaban
  }
}

export const kembali = 'http://127.0.0.1:49152/kembali'

export type Permulaan = { alamat: string; verifier: string; state: string }

/** The address with which the desktop opens the browser (RFC 8252, PKCE). */
export function startMasuk(ubah: Record<string, string> = {}): Permulaan {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const query = new URLSearchParams({
    client_id: 'meja-desktop',
    response_type: 'code',
    redirect_uri: kembali,
    scope: 'openid offline_access',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
    ...ubah,
  })
  for (const [nama, nilai] of Object.entries(ubah)) if (nilai === '') query.delete(nama)
  return { alamat: `/oidc/auth?${query}`, verifier, state }
}

/** From the desktop's address to the sign-in form; answers where the form is. */
export async function openFormulir(browser: UjiBrowser, alamat: string): Promise<string> {
  const formulir = (await browser.open(alamat)).headers.get('location')
  if (formulir === null) throw new Error('tidak diarahkan ke halaman masuk')
  return formulir
}

/** Follows redirects inside the server until one leaves it; answers that address. */
export async function followKembali(browser: UjiBrowser, jawaban: Response): Promise<URL> {
  let langkah = jawaban
  for (let nomor = 0; nomor < 5; nomor += 1) {
    const tujuan = langkah.headers.get('location')
    if (tujuan === null) throw new Error(`tidak diarahkan lagi: ${langkah.status}`)
    if (tujuan.startsWith(kembali)) return new URL(tujuan)
    langkah = await browser.open(tujuan)
  }
  throw new Error('terlalu banyak pengalihan')
}
