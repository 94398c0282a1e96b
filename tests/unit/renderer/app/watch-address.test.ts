import { createPinia, setActivePinia } from 'pinia'
import { createSSRApp, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { watchAddress } from '../../../../renderer/app/watch-address.ts'
import { berakhir, citra, installBridge, keluar, masuk } from './jembatan-palsu.ts'

const callEndpoint = vi.hoisted(() => vi.fn<() => Promise<unknown>>())
vi.mock(import('../../../../renderer/app/api.ts'), () => ({ callEndpoint: callEndpoint as never }))

async function openShell() {
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
  await router.push('/masuk')
  createSSRApp(halaman)
    .use(pinia)
    .use(router)
    .runWithContext(() => watchAddress())
  const expectAddress = (alamat: string) =>
    vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(alamat))
  return { ...jembatan, router, expectAddress }
}

beforeEach(() => {
  callEndpoint.mockReset().mockResolvedValue(citra)
})
afterEach(() => vi.unstubAllGlobals())

describe('where a person stands after signing in', () => {
  it('is the queue', async () => {
    const { tell, expectAddress } = await openShell()
    tell(masuk)
    await expectAddress('/antrean')
  })

  it('is the same case, when the session had only expired', async () => {
    const { tell, router, expectAddress } = await openShell()
    tell(masuk)
    await expectAddress('/antrean')
    await router.push('/verifikasi/u1')
    tell(berakhir)
    await expectAddress('/masuk')
    tell(masuk)
    await expectAddress('/verifikasi/u1')
  })

  it('is the queue again after signing out on purpose', async () => {
    const { tell, router, expectAddress } = await openShell()
    tell(masuk)
    await expectAddress('/antrean')
    await router.push('/verifikasi/u1')
    tell(keluar)
    await expectAddress('/masuk')
    tell(masuk)
    await expectAddress('/antrean')
  })

  it('is never the case of somebody else', async () => {
    const { tell, router, expectAddress } = await openShell()
    tell(masuk)
    await expectAddress('/antrean')
    await router.push('/verifikasi/u1')
    tell(berakhir)
    await expectAddress('/masuk')
    callEndpoint.mockResolvedValue({ ...citra, akunId: '00000000-0000-4000-8000-000000000002' })
    tell(masuk)
    await expectAddress('/antrean')
  })
})
