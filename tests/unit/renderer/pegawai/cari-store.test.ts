import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PegawaiTemuan } from '@meja/core/api/pegawai.ts'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { jedaCari, useCariStore } from '../../../../renderer/features/pegawai/cari-store.ts'
import { citra, installBridge, masuk } from '../app/jembatan-palsu.ts'

type Panggilan = {
  body: { teks: string }
  signal: AbortSignal
  answer: (nama: string) => void
  fail: (kode: 'luring') => void
}
const panggilan = vi.hoisted(() => [] as Panggilan[])
vi.mock('../../../../renderer/app/api.ts', () => ({
  callEndpoint: (_: unknown, { body, signal }: Pick<Panggilan, 'body' | 'signal'>) =>
    new Promise((resolve, reject) => {
      panggilan.push({
        body,
        signal,
        answer: (nama) => resolve({ pegawai: [buildTemuan(nama)], berikut: null, mirip: false }),
        fail: (kode) => reject(new ApiError(kode)),
      })
    }),
}))

function buildTemuan(nama: string): PegawaiTemuan {
  return {
    id: '00000000-0000-4000-8000-000000000009',
    nip: '198607202011022015',
    nama,
    unitKerja: 'Sekretariat',
    perangkatDaerah: 'Dinas Contoh',
    jabatan: null,
    golongan: null,
  }
}

async function type(teks: string): Promise<void> {
  useCariStore().saringan.teks = teks
  await nextTick()
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(jedaCari)
}

beforeEach(() => {
  vi.useFakeTimers()
  panggilan.length = 0
  installBridge(masuk)
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.useRealTimers()
})

describe('searching while typing', () => {
  it('asks once the hand rests, not after every letter', async () => {
    const cari = useCariStore()
    for (const teks of ['si', 'sit', 'siti']) await type(teks)
    expect(cari.memuat).toBe(true)
    expect(panggilan).toHaveLength(0)
    await settle()
    expect(panggilan.map(({ body }) => body.teks)).toEqual(['siti'])
    panggilan[0]?.answer('Siti')
    await settle()
    expect(cari.pegawai?.map(({ nama }) => nama)).toEqual(['Siti'])
    expect(cari.memuat).toBe(false)
  })

  it('a late answer to old words changes nothing', async () => {
    const cari = useCariStore()
    await type('ani')
    await settle()
    await type('budi')
    await settle()
    expect(panggilan[0]?.signal.aborted).toBe(true)
    panggilan[1]?.answer('Budi')
    panggilan[0]?.answer('Ani')
    await settle()
    expect(cari.pegawai?.map(({ nama }) => nama)).toEqual(['Budi'])
  })

  it('a damaged NIP is never sent', async () => {
    const cari = useCariStore()
    await type('1,98608E+17')
    await settle()
    expect(panggilan).toHaveLength(0)
    expect(cari.nipRusak?.kode).toBe('NIP-02')
    expect(cari.memuat).toBe(false)
  })

  it('without network the earlier result stays, with its reason', async () => {
    const cari = useCariStore()
    await type('ani')
    await settle()
    panggilan[0]?.answer('Ani')
    await settle()
    await type('anita')
    await settle()
    panggilan[1]?.fail('luring')
    await settle()
    expect(cari.galat?.kode).toBe('luring')
    expect(cari.pegawai).toHaveLength(1)
  })

  it("another person's search is not found by the next one at this desk", async () => {
    const cari = useCariStore()
    const session = useSessionStore()
    session.saya = citra
    await nextTick()
    await type('ani')
    session.saya = { ...citra, akunId: '00000000-0000-4000-8000-000000000077' }
    await nextTick()
    expect(cari.saringan.teks).toBe('')
  })
})
