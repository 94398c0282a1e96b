import { beforeAll, describe, expect, it, vi } from 'vitest'
import { errorCodes, isDapatDiulang } from '@meja/core/api/errors.ts'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import { ButtonStub, IconStub } from './library-stub.ts'

vi.mock('@nuxt/ui/components/Button.vue', () => ({ default: ButtonStub }))
vi.mock('@nuxt/ui/components/Icon.vue', () => ({ default: IconStub }))

let render: (props: Record<string, unknown>) => Promise<string>

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }))
  vi.stubGlobal('document', { documentElement: { classList: { toggle: () => {} } } })
  const { renderComponent } = await import('./render-component.ts')
  const { default: ErrorNotice } = await import('../../../../renderer/ui/ErrorNotice.vue')
  render = (props) => renderComponent(ErrorNotice, props)
})

const onCoba = () => {}

/** Markup with its signs as a person reads them. */
function readTeks(markup: string): string {
  return markup.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

describe('the notice of an error', () => {
  it.each(errorCodes)(
    'says of %s what happened, what is safe, what to do, and the code',
    async (kode) => {
      const markup = readTeks(await render({ kode, idPermintaan: 'permintaan-7' }))
      const { terjadi, aman, lanjut } = errorSentences.id[kode]
      for (const kalimat of [terjadi, aman, lanjut, kode, 'permintaan-7']) {
        expect(markup).toContain(kalimat)
      }
      expect(markup).toContain('role="alert"')
    },
  )

  it.each(errorCodes)('offers to try %s again exactly when that can help', async (kode) => {
    const markup = await render({ kode, onCoba })
    expect(markup.includes('<button')).toBe(isDapatDiulang(kode))
  })

  it('offers no attempt that nobody would make', async () => {
    expect(await render({ kode: 'kesalahan_server' })).not.toContain('<button')
  })

  it('is amber for an outage and red for a failure, each with its own sign', async () => {
    const luring = await render({ kode: 'luring' })
    const gagal = await render({ kode: 'kesalahan_server' })
    expect(luring).toContain('border-l-warning')
    expect(luring).toContain('i-lucide-wifi-off')
    expect(gagal).toContain('border-l-error')
    expect(gagal).toContain('i-lucide-circle-alert')
  })
})
