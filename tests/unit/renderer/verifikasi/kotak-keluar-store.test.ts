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

describe('the outbox', () => {
  it('says mengirim until the receipt is here, then diterima', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    expect(kotakKeluar.kiriman[0]?.keadaan).toBe('mengirim')
    expect(kotakKeluar.belumTerkirim).toBe(1)

    await vi.runAllTimersAsync()
    expect(kotakKeluar.kiriman[0]?.keadaan).toBe('diterima')
    expect(kotakKeluar.kiriman[0]?.resi?.usulanId).toBe(kasus.id)
    expect(kotakKeluar.diterima).toBe(1)
    expect(server.belumTerkirim).toEqual([1, 0])
  })

  it('repeats a lost answer with the same transactionId and the same content', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    let kali = 0
    server.answer = (keputusan) => {
      kali += 1
      if (kali === 1) throw new ApiError('luring')
      return buildResi(keputusan)
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.runAllTimersAsync()

    expect(server.terkirim).toHaveLength(2)
    expect(server.terkirim[1]).toBe(server.terkirim[0])
    expect(server.terkirim[1]?.transactionId).toBe(buildId(11))
    expect(kotakKeluar.diterima).toBe(1)
  })

  it('freezes what it sends, down to the single judgement', () => {
    const { kotakKeluar } = setUpMeja()
    const kasus = buildKasus(1)
    const keputusan = buildKeputusan(kasus, 11)
    kotakKeluar.addKeputusan(kasus, keputusan)
    // What the caller does to its own object afterwards changes nothing.
    keputusan.hasil = 'dikembalikan'
    const disimpan = kotakKeluar.kiriman[0]?.keputusan
    expect(disimpan?.hasil).toBe('sesuai')
    expect(Object.isFrozen(disimpan)).toBe(true)
    expect(Object.isFrozen(disimpan?.penilaian[0])).toBe(true)
  })

  it('waits for the network with growing pauses, and sends when it is back', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError('luring')
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    // The first attempt leaves once the next case is painted.
    await vi.advanceTimersToNextTimerAsync()
    expect(kotakKeluar.kiriman[0]?.keadaan).toBe('menunggu_jaringan')
    expect(kotakKeluar.belumTerkirim).toBe(1)

    await vi.advanceTimersByTimeAsync(1999)
    expect(server.terkirim).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.terkirim).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(3999)
    expect(server.terkirim).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.terkirim).toHaveLength(3)

    server.answer = buildResi
    kotakKeluar.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(kotakKeluar.diterima).toBe(1)
    expect(new Set(server.terkirim.map((satu) => satu.transactionId)).size).toBe(1)
  })

  it('puts a refusal into the tray with who was first and when, and leaves it there', async () => {
    const kasus = buildKasus(1)
    const { kotakKeluar, server } = setUpMeja([{ ...kasus, versi: 2, status: 'terverifikasi_1' }])
    const pada = '2026-11-24T07:59:00.000Z'
    server.answer = () => {
      throw new ApiError('sudah_diputuskan', { oleh: 'fasilitator2.contoh', pada, hasil: 'sesuai' })
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.runAllTimersAsync()
    kotakKeluar.retryNow()
    await vi.runAllTimersAsync()

    expect(server.terkirim).toHaveLength(1)
    expect(kotakKeluar.belumTerkirim).toBe(0)
    expect(kotakKeluar.ditolak).toHaveLength(1)
    expect(kotakKeluar.ditolak[0]?.galat?.kode).toBe('sudah_diputuskan')
    expect(kotakKeluar.ditolak[0]?.server).toEqual({
      status: 'terverifikasi_1',
      hasil: 'sesuai',
      oleh: 'fasilitator2.contoh',
      pada,
    })
  })

  it.each([
    'keputusan_usang',
    'sudah_diputuskan',
    'pindaian_berubah',
    'tidak_berwenang',
    'milik_sendiri',
    'transaksi_berbeda',
  ] as const)('asks a person about %s instead of trying again', async (kode) => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError(kode)
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.runAllTimersAsync()
    expect(server.terkirim).toHaveLength(1)
    expect(kotakKeluar.ditolak.map(({ galat }) => galat?.kode)).toEqual([kode])
  })

  it('lets nothing wait for a refused or a stuck decision', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const [pertama, kedua, ...lain] = Array.from({ length: 12 }, (_, nol) => buildKasus(nol + 1))
    if (pertama === undefined || kedua === undefined) throw new Error('no cases')
    server.answer = (keputusan) => {
      if (keputusan.usulanId === pertama.id) throw new ApiError('tidak_berwenang')
      // Never answered: the request hangs.
      if (keputusan.usulanId === kedua.id) return new Promise(() => {})
      return buildResi(keputusan)
    }
    for (const [nol, kasus] of [pertama, kedua, ...lain].entries()) {
      kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, nol + 100))
    }
    // A batch that hangs is halved until the one at fault is alone.
    await vi.advanceTimersByTimeAsync(300_000)
    expect(kotakKeluar.diterima).toBe(10)
    expect(kotakKeluar.ditolak).toHaveLength(1)
    expect(kotakKeluar.belumTerkirim).toBe(1)
  })

  it('keeps a decision through an ended session and sends it after signing in again', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError('sesi_berakhir')
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.runAllTimersAsync()
    expect(kotakKeluar.kiriman[0]?.keadaan).toBe('menunggu_masuk')
    expect(kotakKeluar.belumTerkirim).toBe(1)

    server.answer = buildResi
    kotakKeluar.resumeMasuk()
    await vi.runAllTimersAsync()
    expect(kotakKeluar.diterima).toBe(1)
  })

  it('discards a refused decision only with a reason, and keeps the reason', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    server.answer = () => {
      throw new ApiError('keputusan_usang')
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.runAllTimersAsync()

    kotakKeluar.discard(buildId(11), '   ')
    expect(kotakKeluar.ditolak).toHaveLength(1)
    kotakKeluar.discard(buildId(11), 'Keputusan rekan sudah benar')
    expect(kotakKeluar.ditolak).toHaveLength(0)
    expect(kotakKeluar.dibuang[0]?.alasanBuang).toBe('Keputusan rekan sudah benar')
  })

  it("tells the next person nothing: an answer that comes after clearing is nobody's", async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    let jawab: () => void = () => {}
    server.answer = (keputusan) =>
      new Promise((resolve) => {
        jawab = () => resolve(buildResi(keputusan))
      })
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    kotakKeluar.clear()
    jawab()
    await vi.runAllTimersAsync()
    expect(kotakKeluar.kiriman).toEqual([])
    expect(kotakKeluar.diterima).toBe(0)
    expect(server.belumTerkirim.at(-1)).toBe(0)
  })
})

describe('decisions on the disk of this workstation', () => {
  it('are there before the server has answered, and go with the receipt', async () => {
    const { kotakKeluar, server } = setUpMeja()
    const kasus = buildKasus(1)
    const jawab = Promise.withResolvers<void>()
    server.answer = async (keputusan) => {
      await jawab.promise
      return buildResi(keputusan)
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(1000)
    expect([...server.tersimpan.keys()]).toEqual([buildId(11)])
    expect(kotakKeluar.belumTersimpan).toBe(0)
    expect(kotakKeluar.belumTerkirim).toBe(1)
    jawab.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.tersimpan.size).toBe(0)
  })

  it('are sent after a crash, with the same id and the same content', async () => {
    const sebelum = setUpMeja()
    const kasus = buildKasus(1)
    sebelum.server.answer = () => new Promise(() => {})
    sebelum.kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(1000)

    const { kotakKeluar, server } = setUpMeja()
    for (const [id, isi] of sebelum.server.tersimpan) server.tersimpan.set(id, isi)
    await kotakKeluar.loadTersimpan()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.terkirim).toEqual([buildKeputusan(kasus, 11)])
    expect(kotakKeluar.diterima).toBe(1)
    expect(server.tersimpan.size).toBe(0)
  })

  it('that were refused come back into the tray, with their reason', async () => {
    const sebelum = setUpMeja()
    const kasus = buildKasus(1)
    sebelum.server.answer = () => {
      throw new ApiError('keputusan_usang')
    }
    sebelum.kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(1000)

    const { kotakKeluar, server } = setUpMeja()
    for (const [id, isi] of sebelum.server.tersimpan) server.tersimpan.set(id, isi)
    await kotakKeluar.loadTersimpan()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.terkirim).toEqual([])
    expect(kotakKeluar.ditolak.map(({ galat }) => galat?.kode)).toEqual(['keputusan_usang'])
    kotakKeluar.discard(buildId(11), 'Sudah benar')
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.tersimpan.size).toBe(0)
  })

  it('are missed by the window when the disk is full, and are sent all the same', async () => {
    const { kotakKeluar, server } = setUpMeja()
    server.diskPenuh = true
    const kasus = buildKasus(1)
    const jawab = Promise.withResolvers<void>()
    server.answer = async (keputusan) => {
      await jawab.promise
      return buildResi(keputusan)
    }
    kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, 11))
    await vi.advanceTimersByTimeAsync(1000)
    expect(kotakKeluar.hanyaDiLayar).toBe(1)
    expect(server.belumTerkirim.at(-1)).toBe(1)
    jawab.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    expect(kotakKeluar.diterima).toBe(1)
    expect(server.belumTerkirim.at(-1)).toBe(0)
  })
})
