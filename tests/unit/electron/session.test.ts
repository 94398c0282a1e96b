import { describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../../core/api/errors.ts'
import type { StatusSesi } from '../../../core/ipc/contract.ts'
import type { OidcClient, Tokens } from '../../../electron/oidc-client.ts'
import { DesktopSession } from '../../../electron/session.ts'
import type { TokenStore } from '../../../electron/token-store.ts'
import { akunSari, createOidcPalsu, getAlamatKembali, getPenolakan } from './oidc-palsu.ts'

type Peramban = (alamat: string) => Promise<void>

function createSesi(
  client: Partial<OidcClient> = {},
  openBrowser: Peramban = async () => {},
  findHalangan: () => ErrorCode | null = () => null,
) {
  let simpanan: string | null = 'segar-kemarin'
  const store = {
    read: () => Promise.resolve(simpanan === null ? null : { segar: simpanan, akunId: akunSari }),
    write: vi.fn<TokenStore['write']>(({ segar }) => {
      simpanan = segar
      return Promise.resolve(true)
    }),
    clear: vi.fn<TokenStore['clear']>(() => {
      simpanan = null
      return Promise.resolve()
    }),
  }
  const perubahan: StatusSesi[] = []
  const sesi = new DesktopSession({
    client: createOidcPalsu(client),
    store,
    openBrowser,
    findHalangan,
    onChange: (status) => perubahan.push(status),
  })
  return { sesi, store, perubahan, getSimpanan: () => simpanan }
}

/** A browser that comes back at once, over the real listener. */
function createPeramban(query: string): Peramban {
  return async (alamat) => {
    await fetch(getAlamatKembali(alamat, query))
  }
}

const waitFor = (sesi: DesktopSession, status: StatusSesi) =>
  vi.waitFor(() => expect(sesi.status).toEqual(status))

const keluar = (sebab: string | null) => ({ keadaan: 'keluar', sebab }) as StatusSesi

describe('signing in', () => {
  it('is done when the browser comes back, and the session is remembered', async () => {
    const { sesi, perubahan, getSimpanan } = createSesi({}, createPeramban('code=x&state=y'))
    await sesi.startMasuk()
    await waitFor(sesi, { keadaan: 'masuk', diingat: true })
    expect(await sesi.getToken()).toBe('akses-1')
    expect(getSimpanan()).toBe('segar-1')
    expect(perubahan.map(({ keadaan }) => keadaan)).toEqual(['menunggu_peramban', 'masuk'])
  })

  it('hands the whole way back to the issuer checks', async () => {
    const finish = vi.fn<(kembali: URL) => Promise<never>>(() => Promise.reject(new Error('state')))
    const start: OidcClient['start'] = async (redirectUri) => ({
      ...(await createOidcPalsu().start(redirectUri)),
      finish,
    })
    const { sesi, store } = createSesi({ start }, createPeramban('code=x&state=y'))
    await sesi.startMasuk()
    await waitFor(sesi, keluar('masuk_gagal'))
    expect(finish.mock.calls[0]?.[0].search).toBe('?code=x&state=y')
    expect(store.write).not.toHaveBeenCalled()
  })

  it('is cancelled when the person declines in the browser', async () => {
    const { sesi } = createSesi({}, createPeramban('error=access_denied&state=y'))
    await sesi.startMasuk()
    await waitFor(sesi, keluar('masuk_dibatalkan'))
    expect(await sesi.getToken()).toBeNull()
  })

  it('is cancelled from the desk, and nobody listens any more', async () => {
    const { sesi } = createSesi()
    const status = await sesi.startMasuk()
    expect(status.keadaan).toBe('menunggu_peramban')
    const kembali =
      status.keadaan === 'menunggu_peramban' ? getAlamatKembali(status.alamat, '') : ''
    expect(sesi.cancelMasuk()).toEqual(keluar('masuk_dibatalkan'))
    await expect(fetch(kembali)).rejects.toThrow('fetch failed')
  })

  it('waits on although no browser opened: the address can be copied', async () => {
    const { sesi } = createSesi({}, () => Promise.reject(new Error('tidak ada peramban')))
    expect((await sesi.startMasuk()).keadaan).toBe('menunggu_peramban')
    sesi.cancelMasuk()
  })

  it('does not end for a stranger who knocks without the state', async () => {
    const { sesi } = createSesi()
    const status = await sesi.startMasuk()
    const alamat = status.keadaan === 'menunggu_peramban' ? status.alamat : ''
    expect((await fetch(getAlamatKembali(alamat, 'error=x&state=tebakan'))).status).toBe(404)
    expect(sesi.status).toEqual(status)
    await fetch(getAlamatKembali(alamat, 'code=x&state=y'))
    await waitFor(sesi, { keadaan: 'masuk', diingat: true })
  })

  it('fails, and is no outage, when the issuer makes no sense', async () => {
    const { sesi } = createSesi({ start: () => Promise.reject(new Error('alamat masuk asing')) })
    expect(await sesi.startMasuk()).toEqual(keluar('masuk_gagal'))
  })

  it('is refused with its reason where the machine keeps no secret', async () => {
    const { sesi } = createSesi({}, undefined, () => 'brankas_tidak_ada')
    await sesi.restore()
    expect(sesi.status).toEqual(keluar('brankas_tidak_ada'))
    expect(await sesi.startMasuk()).toEqual(keluar('brankas_tidak_ada'))
  })

  it('opens no second listener while one waits', async () => {
    const start = vi.fn<OidcClient['start']>(createOidcPalsu().start)
    const { sesi } = createSesi({ start })
    const pertama = await sesi.startMasuk()
    expect(await sesi.startMasuk()).toEqual(pertama)
    expect(start).toHaveBeenCalledOnce()
    sesi.cancelMasuk()
  })

  it('opens no second listener for a double click either', async () => {
    const start = vi.fn<OidcClient['start']>(createOidcPalsu().start)
    const { sesi } = createSesi({ start })
    await Promise.all([sesi.startMasuk(), sesi.startMasuk()])
    expect(start).toHaveBeenCalledOnce()
    sesi.cancelMasuk()
  })

  it('stays cancelled when the server answers only afterwards', async () => {
    const mulai = Promise.withResolvers<Awaited<ReturnType<OidcClient['start']>>>()
    const diminta = Promise.withResolvers<string>()
    const openBrowser = vi.fn<Peramban>()
    const start: OidcClient['start'] = (redirectUri) => {
      diminta.resolve(redirectUri)
      return mulai.promise
    }
    const { sesi } = createSesi({ start }, openBrowser)
    const masuk = sesi.startMasuk()
    const redirectUri = await diminta.promise
    sesi.cancelMasuk()
    mulai.resolve(await createOidcPalsu().start(redirectUri))
    expect(await masuk).toEqual(keluar('masuk_dibatalkan'))
    expect(openBrowser).not.toHaveBeenCalled()
  })

  it('gives tokens back that arrive after the person has cancelled', async () => {
    const tukar = Promise.withResolvers<Tokens>()
    const ditukar = Promise.withResolvers<void>()
    const revoke = vi.fn<OidcClient['revoke']>(() => Promise.resolve())
    const start: OidcClient['start'] = async (redirectUri) => ({
      ...(await createOidcPalsu().start(redirectUri)),
      finish: () => {
        ditukar.resolve()
        return tukar.promise
      },
    })
    const { sesi, store } = createSesi({ start, revoke }, createPeramban('code=x&state=y'))
    await sesi.startMasuk()
    await ditukar.promise
    sesi.cancelMasuk()
    tukar.resolve({ akses: 'akses-1', segar: 'segar-1', akunId: akunSari })
    await vi.waitFor(() => expect(revoke).toHaveBeenCalledExactlyOnceWith('segar-1'))
    expect(sesi.status).toEqual(keluar('masuk_dibatalkan'))
    expect(store.write).not.toHaveBeenCalled()
  })

  it('is "luring" when the server cannot be reached', async () => {
    const { sesi } = createSesi({ start: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await sesi.startMasuk()).toEqual(keluar('luring'))
  })

  it('succeeds on a full disk, unremembered', async () => {
    const { sesi, store } = createSesi({}, createPeramban('code=x&state=y'))
    store.write.mockRejectedValue(new Error('ENOSPC'))
    await sesi.startMasuk()
    await waitFor(sesi, { keadaan: 'masuk', diingat: false })
    expect(await sesi.getToken()).toBe('akses-1')
  })
})

describe('a remembered session', () => {
  it('is taken up at start', async () => {
    const { sesi } = createSesi()
    await sesi.restore()
    expect(sesi.status).toEqual({ keadaan: 'masuk', diingat: true })
  })

  it('keeps the newest refresh token, because the one before is spent', async () => {
    const { sesi, getSimpanan } = createSesi()
    await sesi.restore()
    expect(await sesi.getToken()).toBe('akses-2')
    expect(getSimpanan()).toBe('segar-2')
  })

  it('ends, and is forgotten, when the issuer refuses it', async () => {
    const { sesi, getSimpanan } = createSesi({
      refresh: async () => Promise.reject(await getPenolakan()),
    })
    await sesi.restore()
    expect(await sesi.getToken()).toBeNull()
    expect(sesi.status).toEqual(keluar('sesi_berakhir'))
    expect(getSimpanan()).toBeNull()
  })

  it('outlives a time without network', async () => {
    const { sesi, getSimpanan } = createSesi({
      refresh: () => Promise.reject(new TypeError('fetch failed')),
    })
    await sesi.restore()
    await expect(sesi.getToken()).rejects.toThrow('fetch failed')
    expect(sesi.status).toEqual({ keadaan: 'masuk', diingat: true })
    expect(getSimpanan()).toBe('segar-kemarin')
  })
})

describe('a screen that closes while a token is being renewed', () => {
  it('keeps the session: the new refresh token is the only one that the issuer still knows', async () => {
    const segar = Promise.withResolvers<Tokens>()
    const revoke = vi.fn<OidcClient['revoke']>(() => Promise.resolve())
    const { sesi, getSimpanan } = createSesi({ refresh: () => segar.promise, revoke })
    await sesi.restore()
    const token = sesi.getToken()
    sesi.forgetAkses()
    segar.resolve({ akses: 'akses-2', segar: 'segar-2', akunId: akunSari })
    expect(await token).toBe('akses-2')
    expect(getSimpanan()).toBe('segar-2')
    expect(revoke).not.toHaveBeenCalled()
  })
})

describe('signing out', () => {
  it('revokes the token at the issuer and forgets it here', async () => {
    const revoke = vi.fn<OidcClient['revoke']>(() => Promise.resolve())
    const { sesi, getSimpanan } = createSesi({ revoke })
    await sesi.restore()
    expect(await sesi.signOut()).toEqual(keluar(null))
    expect(revoke).toHaveBeenCalledExactlyOnceWith('segar-kemarin')
    expect(getSimpanan()).toBeNull()
    expect(await sesi.getToken()).toBeNull()
  })

  it('works without network', async () => {
    const { sesi, getSimpanan } = createSesi({ revoke: () => Promise.reject(new Error('luring')) })
    await sesi.restore()
    expect(await sesi.signOut()).toEqual(keluar(null))
    expect(getSimpanan()).toBeNull()
  })

  it('is not undone by a token that was being renewed', async () => {
    const segar = Promise.withResolvers<Tokens>()
    const revoke = vi.fn<OidcClient['revoke']>(() => Promise.resolve())
    const { sesi, getSimpanan } = createSesi({ refresh: () => segar.promise, revoke })
    await sesi.restore()
    const token = sesi.getToken()
    await sesi.signOut()
    segar.resolve({ akses: 'akses-2', segar: 'segar-2', akunId: akunSari })
    expect(await token).toBeNull()
    expect(getSimpanan()).toBeNull()
    expect(revoke).toHaveBeenLastCalledWith('segar-2')
  })
})
