import { createPinia, setActivePinia } from 'pinia'
import { createSSRApp, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readIngatan } from '../../../../renderer/app/ingatan.ts'
import { useKunciStore } from '../../../../renderer/app/kunci-store.ts'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { watchAddress } from '../../../../renderer/app/watch-address.ts'
import { berakhir, citra, installBridge, keluar, masuk } from './jembatan-palsu.ts'

const callEndpoint = vi.hoisted(() => vi.fn<() => Promise<unknown>>())
vi.mock(import('../../../../renderer/app/api.ts'), () => ({
  callEndpoint: callEndpoint as never,
  watchPaktaDiminta: () => {},
}))

async function openShell({ siap = true } = {}) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const halaman = { render: () => h('main') }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/masuk', '/antrean', '/verifikasi/:usulanId'].map((path) => ({
      path,
      component: halaman,
    })),
  })
  const jembatan = installBridge(keluar)
  await useSessionStore().start()
  useKunciStore().siap = siap
  await router.push('/masuk')
  createSSRApp(halaman)
    .use(pinia)
    .use(router)
    .runWithContext(() => watchAddress())
  const getAddress = () => router.currentRoute.value.fullPath
  const reach = (alamat: string) => vi.waitUntil(() => getAddress() === alamat)
  return { ...jembatan, router, getAddress, reach }
}

beforeEach(() => {
  callEndpoint.mockReset().mockResolvedValue(citra)
})
afterEach(() => {
  readIngatan(null)
  vi.unstubAllGlobals()
})

describe('where a person stands after signing in', () => {
  it('is the queue', async () => {
    const { tell, getAddress } = await openShell()
    tell(masuk)
    await vi.waitFor(() => expect(getAddress()).toBe('/antrean'))
  })

  it('is the same case, when the session had only expired', async () => {
    const { tell, router, getAddress, reach } = await openShell()
    tell(masuk)
    await reach('/antrean')
    await router.push('/verifikasi/u1')
    tell(berakhir)
    await reach('/masuk')
    tell(masuk)
    await vi.waitFor(() => expect(getAddress()).toBe('/verifikasi/u1'))
  })

  it('is the queue again after signing out on purpose', async () => {
    const { tell, router, getAddress, reach } = await openShell()
    tell(masuk)
    await reach('/antrean')
    await router.push('/verifikasi/u1')
    tell(keluar)
    await reach('/masuk')
    tell(masuk)
    await vi.waitFor(() => expect(getAddress()).toBe('/antrean'))
  })

  it('is never the case of somebody else', async () => {
    const { tell, router, getAddress, reach } = await openShell()
    tell(masuk)
    await reach('/antrean')
    await router.push('/verifikasi/u1')
    tell(berakhir)
    await reach('/masuk')
    callEndpoint.mockResolvedValue({ ...citra, akunId: '00000000-0000-4000-8000-000000000002' })
    tell(masuk)
    await vi.waitFor(() => expect(getAddress()).toBe('/antrean'))
  })
})

describe('what lay on the desk when the screen closed comes back', () => {
  const ingatan = JSON.stringify({
    alamat: '/verifikasi/u7',
    bagian: {},
    isian: { isian: [], fokus: null },
  })

  it('when the keys open after it is known who came', async () => {
    const { tell, getAddress } = await openShell({ siap: false })
    tell(masuk)
    await vi.waitFor(() => expect(useSessionStore().saya).not.toBeNull())
    expect(getAddress()).toBe('/masuk')
    readIngatan(ingatan)
    useKunciStore().siap = true
    await vi.waitFor(() => expect(getAddress()).toBe('/verifikasi/u7'))
  })

  it('when it is known who came after the keys are open', async () => {
    const dikenal = Promise.withResolvers<unknown>()
    callEndpoint.mockReturnValue(dikenal.promise)
    const { tell, getAddress } = await openShell({ siap: false })
    tell(masuk)
    readIngatan(ingatan)
    useKunciStore().siap = true
    dikenal.resolve(citra)
    await vi.waitFor(() => expect(getAddress()).toBe('/verifikasi/u7'))
  })
})
