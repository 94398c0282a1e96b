import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PenandaResi } from '../../../../api-server/features/verifikasi/kunci-resi.ts'
import type { ApiUtama } from '../../../../electron/api-utama.ts'
import { PemeriksaResi } from '../../../../electron/kunci/pemeriksa-resi.ts'
import { buildDijawab, buildKunci, getId } from './resi-uji.ts'

vi.mock('electron', () => ({ ipcMain: {} }))

let userData: string
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'meja-resi-'))
})
afterEach(() => rm(userData, { recursive: true }))

const lama = buildKunci(1)
const baru = buildKunci(2)

function openPemeriksa(penanda: PenandaResi, alamatServer = 'https://meja.example') {
  const api = vi.fn<() => Promise<unknown>>(async () => ({ kunci: penanda.umum }))
  return {
    api,
    pemeriksa: new PemeriksaResi({ userData, alamatServer, api: api as unknown as ApiUtama }),
  }
}

describe('a receipt', () => {
  it('counts when the server has signed it over this very decision', async () => {
    const penanda = new PenandaResi([lama])
    const { pemeriksa, api } = openPemeriksa(penanda)
    expect(await pemeriksa.isSah(buildDijawab(1, penanda))).toBe(true)
    expect(await pemeriksa.isSah(buildDijawab(2, penanda))).toBe(true)
    // The keys are asked for once and pinned, also over the next start.
    expect(api).toHaveBeenCalledOnce()
    const lagi = openPemeriksa(penanda)
    expect(await lagi.pemeriksa.isSah(buildDijawab(3, penanda))).toBe(true)
    expect(lagi.api).not.toHaveBeenCalled()
  })

  it('does not count for another decision, other content, or a word changed in it', async () => {
    const penanda = new PenandaResi([lama])
    const { pemeriksa } = openPemeriksa(penanda)
    const satu = buildDijawab(1, penanda)
    const lain = buildDijawab(2, penanda)
    expect(await pemeriksa.isSah({ ...satu, resi: lain.resi })).toBe(false)
    expect(await pemeriksa.isSah({ ...satu, id: getId(2) })).toBe(false)
    const diubah = satu.isi.replace('Loket 2', 'Loket 3')
    expect(await pemeriksa.isSah({ ...satu, isi: diubah })).toBe(false)
    const pindaianLain = satu.isi.replace('a'.repeat(64), 'b'.repeat(64))
    expect(await pemeriksa.isSah({ ...satu, isi: pindaianLain })).toBe(false)
    for (const ubah of [
      { versi: 3 },
      { status: 'dikembalikan' as const },
      { keputusanId: getId(1) },
    ]) {
      expect(await pemeriksa.isSah({ ...satu, resi: { ...satu.resi, ...ubah } })).toBe(false)
    }
    expect(await pemeriksa.isSah({ ...satu, isi: 'rusak' })).toBe(false)
    expect(await pemeriksa.isSah(satu)).toBe(true)
  })

  it('counts under a newer key only when a pinned one vouches for it', async () => {
    await openPemeriksa(new PenandaResi([lama])).pemeriksa.isSah(
      buildDijawab(1, new PenandaResi([lama])),
    )
    const sah = new PenandaResi([baru, lama])
    expect(await openPemeriksa(sah).pemeriksa.isSah(buildDijawab(2, sah))).toBe(true)
    const palsu = new PenandaResi([buildKunci(3)])
    expect(await openPemeriksa(palsu).pemeriksa.isSah(buildDijawab(3, palsu))).toBe(false)
    // A forger who writes the old key's name under his own signature is no better.
    const menyamar = new PenandaResi([{ ...buildKunci(4), id: baru.id }])
    expect(await openPemeriksa(menyamar).pemeriksa.isSah(buildDijawab(4, menyamar))).toBe(false)
  })

  it('is not believed over a file of pinned keys that says nothing any more', async () => {
    const penanda = new PenandaResi([lama])
    await openPemeriksa(penanda).pemeriksa.isSah(buildDijawab(1, penanda))
    await writeFile(join(userData, 'kunci-resi.json'), '{"https://meja')
    const palsu = new PenandaResi([baru])
    expect(await openPemeriksa(palsu).pemeriksa.isSah(buildDijawab(2, palsu))).toBe(false)
    expect(await readFile(join(userData, 'kunci-resi.json'), 'utf8')).toBe('{"https://meja')
  })

  it('waits for the next time when the keys cannot be asked for', async () => {
    const penanda = new PenandaResi([lama])
    const { pemeriksa, api } = openPemeriksa(penanda)
    api.mockRejectedValueOnce(new Error('luring'))
    expect(await pemeriksa.isSah(buildDijawab(1, penanda))).toBe(false)
    expect(await pemeriksa.isSah(buildDijawab(1, penanda))).toBe(true)
  })

  it('of another server is another matter', async () => {
    const penanda = new PenandaResi([lama])
    await openPemeriksa(penanda).pemeriksa.isSah(buildDijawab(1, penanda))
    const lain = new PenandaResi([baru])
    const { pemeriksa } = openPemeriksa(lain, 'https://lain.example')
    expect(await pemeriksa.isSah(buildDijawab(1, lain))).toBe(true)
    expect(await openPemeriksa(penanda).pemeriksa.isSah(buildDijawab(2, penanda))).toBe(true)
  })
})
