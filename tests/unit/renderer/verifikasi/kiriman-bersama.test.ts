import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { buildId, buildKasus, buildKeputusan, buildResi } from './contoh-kasus.ts'
import { setUpMeja } from './meja-palsu.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('decisions that go together', () => {
  it('knocks with at most four requests at a time, each with no more than it may carry', async () => {
    const { kotakKeluar, server } = setUpMeja()
    server.answer = () => new Promise(() => {})
    for (let nomor = 1; nomor <= 130; nomor += 1) {
      const kasus = buildKasus(nomor)
      kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, nomor + 1000))
    }
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.rombongan.map(({ length }) => length)).toEqual([25, 25, 25, 25])
    expect(new Set(server.rombongan.flat()).size).toBe(100)
    expect(kotakKeluar.belumTerkirim).toBe(130)
  })

  it.each(['permintaan_tidak_sah', 'berkas_terlalu_besar', 'kesalahan_server'] as const)(
    'finds the one decision for which a whole batch is refused with %s',
    async (kode) => {
      const { kotakKeluar, server } = setUpMeja()
      const semua = Array.from({ length: 9 }, (_, nol) => buildKasus(nol + 1))
      const salah = buildId(105)
      server.terimaRombongan = (keputusan) => {
        if (keputusan.some(({ transactionId }) => transactionId === salah)) throw new ApiError(kode)
      }
      server.answer = (keputusan) => {
        if (keputusan.transactionId === salah) throw new ApiError(kode)
        return buildResi(keputusan)
      }
      for (const [nol, kasus] of semua.entries()) {
        kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, nol + 101))
      }
      await vi.advanceTimersByTimeAsync(1000)
      expect(kotakKeluar.diterima).toBe(8)
      const satu = kotakKeluar.kiriman.find(({ transactionId }) => transactionId === salah)
      expect(satu?.galat?.kode).toBe(kode)
      expect(satu?.keadaan).toBe(kode === 'kesalahan_server' ? 'menunggu_jaringan' : 'ditolak')
    },
  )

  it('counts what was decided, what the server has answered, and what it has receipted', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const [a, b, c] = [buildKasus(1), buildKasus(2), buildKasus(3)]
    server.answer = (keputusan) => {
      if (keputusan.usulanId === b.id) throw new ApiError('keputusan_usang')
      if (keputusan.usulanId === c.id) throw new ApiError('kesalahan_server')
      return buildResi(keputusan)
    }
    for (const [nol, kasus] of [a, b, c].entries()) {
      kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, nol + 11))
    }
    await vi.advanceTimersByTimeAsync(500)
    expect(kotakKeluar.kiriman).toHaveLength(3)
    expect(kotakKeluar.terkirim).toBe(2)
    expect(kotakKeluar.diterima).toBe(1)
    expect(server.kabar.at(-1)).toEqual({ ditolak: 1, tertuaPada: '2026-11-24T08:00:00+07:00' })
  })

  it("calls nothing received whose receipt is not the server's own, and keeps it", async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.resiSah = () => false
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(500)
    expect(kotakKeluar.diterima).toBe(0)
    expect(kotakKeluar.kiriman[0]?.galat?.kode).toBe('resi_tidak_sah')
    expect([...server.tersimpan.keys()]).toEqual([buildId(11)])

    server.resiSah = () => true
    kotakKeluar.retryNow()
    await vi.advanceTimersByTimeAsync(500)
    expect(kotakKeluar.diterima).toBe(1)
    expect([...server.arsip.keys()]).toEqual([buildId(11)])
  })

  it('sends once more what a restored server has forgotten', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(500)
    const [pertama] = server.terkirim
    if (pertama === undefined) throw new Error('nothing was sent')
    // Main has put it back into the journal and says so.
    server.tersimpan.set(buildId(11), {
      keputusan: pertama,
      kasus: { id: kasus.id, jenis: kasus.jenis, aksi: kasus.aksi, nama: '', nip: '' },
      ditolak: null,
    })
    server.pulihkan(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(server.terkirim).toEqual([pertama, pertama])
    expect(kotakKeluar.kembali).toBe(1)
    expect(kotakKeluar.diterima).toBe(1)
  })

  it('is done with a refused decision once its case is decided anew, not before', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError('keputusan_usang')
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(500)
    expect(kotakKeluar.ditolak).toHaveLength(1)

    server.answer = buildResi
    kotakKeluar.addKeputusan({ ...kasus, versi: 3 }, buildKeputusan({ ...kasus, versi: 3 }, 12))
    await vi.advanceTimersByTimeAsync(500)
    expect(kotakKeluar.ditolak).toHaveLength(0)
    expect(kotakKeluar.digantikan.map(({ transactionId }) => transactionId)).toEqual([buildId(11)])
    expect(server.tersimpan.size).toBe(0)
    expect(kotakKeluar.diterima).toBe(1)
  })

  it('leaves a refused decision to the administrators only once they have it', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError('rekam_bertentangan')
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(500)
    server.serah = () => {
      throw new ApiError('luring')
    }
    expect(await kotakKeluar.handOver(buildId(11), 'Rekam perlu diperbaiki')).toMatchObject({
      kode: 'luring',
    })
    expect(kotakKeluar.ditolak).toHaveLength(1)
    expect([...server.tersimpan.keys()]).toEqual([buildId(11)])

    server.serah = () => {}
    expect(await kotakKeluar.handOver(buildId(11), 'Rekam perlu diperbaiki')).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    expect(server.diserahkan).toEqual([
      { id: buildId(11), kode: 'rekam_bertentangan', catatan: 'Rekam perlu diperbaiki' },
    ])
    expect(kotakKeluar.diserahkan).toHaveLength(1)
    expect(server.tersimpan.size).toBe(0)
  })
})
