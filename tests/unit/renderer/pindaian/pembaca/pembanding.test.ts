import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HasilBanding } from '../../../../../core/domain/perbandingan/hasil.ts'
import type { IsianBanding } from '../../../../../core/domain/perbandingan/isian-banding.ts'
import {
  Pembanding,
  type PermintaanBanding,
} from '../../../../../renderer/ui/pindaian/pembaca/pembanding.ts'

const isian: IsianBanding[] = [{ kunci: 'nomor_sk', tipe: 'nomor', nilai: '823/1/2026' }]
const sama = { kunci: 'nomor_sk', status: 'sama', terbaca: '823/1/2026' } as HasilBanding

class PekerjaPalsu extends EventTarget {
  readonly permintaan: PermintaanBanding[] = []
  berhenti = false
  postMessage(permintaan: PermintaanBanding): void {
    this.permintaan.push(permintaan)
  }
  answer(hasil: HasilBanding[]): void {
    const id = this.permintaan.at(-1)?.id
    this.dispatchEvent(new MessageEvent('message', { data: { id, hasil } }))
  }
  terminate(): void {
    this.berhenti = true
  }
}

function openPembanding() {
  const pekerja: PekerjaPalsu[] = []
  const pembanding = new Pembanding(() => {
    const satu = new PekerjaPalsu()
    pekerja.push(satu)
    return satu as unknown as Worker
  })
  return { pembanding, pekerja }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('comparing away from the page', () => {
  it('answers each document with its own result, one after the other', async () => {
    const { pembanding, pekerja } = openPembanding()
    const satu = pembanding.compare([], isian)
    const dua = pembanding.compare([], isian)
    expect(pekerja[0]?.permintaan).toHaveLength(1)
    pekerja[0]?.answer([sama])
    await expect(satu).resolves.toEqual([sama])
    pekerja[0]?.answer([])
    await expect(dua).resolves.toEqual([])
    expect(pekerja).toHaveLength(1)
  })

  it('leaves a document that does not come to an end to the eye, and compares the next afresh', async () => {
    const { pembanding, pekerja } = openPembanding()
    const tersangkut = pembanding.compare([], isian)
    const berikutnya = pembanding.compare([], isian)
    await vi.advanceTimersByTimeAsync(15_000)
    await expect(tersangkut).resolves.toMatchObject([
      { kunci: 'nomor_sk', status: 'periksa_mata', terbaca: null },
    ])
    expect(pekerja[0]?.berhenti).toBe(true)
    pekerja[1]?.answer([sama])
    await expect(berikutnya).resolves.toEqual([sama])
  })

  it('leaves a document that ends the worker to the eye', async () => {
    const { pembanding, pekerja } = openPembanding()
    const hasil = pembanding.compare([], isian)
    pekerja[0]?.dispatchEvent(new Event('error'))
    await expect(hasil).resolves.toMatchObject([{ status: 'periksa_mata' }])
    expect(pekerja[0]?.berhenti).toBe(true)
  })
})
