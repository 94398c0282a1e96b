import { describe, expect, it, vi } from 'vitest'
import { nextTick, watch } from 'vue'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { clearVerifikasi } from '../../../../renderer/features/verifikasi/clear-verifikasi.ts'
import { buildKasus, buildResi, SHA_PINDAIAN } from './contoh-kasus.ts'
import { completeSesuai, setUpMeja } from './meja-palsu.ts'

async function openFirst(jumlah: number) {
  const desk = setUpMeja(Array.from({ length: jumlah }, (_, nol) => buildKasus(nol + 1)))
  await desk.antrean.loadAntrean()
  desk.meja.open(desk.server.kasus[0]?.id ?? null)
  await vi.waitFor(() => expect(desk.meja.draf).not.toBeNull())
  return desk
}

describe('the desk', () => {
  it('prepares the next two cases and the first page of each', async () => {
    const { server } = await openFirst(4)
    const [, kedua, ketiga] = server.kasus
    await vi.waitFor(() =>
      expect(server.disiapkan).toEqual([kedua?.dokumen[0]?.id, ketiga?.dokumen[0]?.id]),
    )
  })

  it('lays out what lies on this workstation while the server has not answered yet', async () => {
    const kini = buildKasus(1)
    const jawab = Promise.withResolvers<void>()
    const desk = setUpMeja([{ ...kini, versi: 2 }])
    desk.server.kasusTersimpan.set(kini.id, kini)
    desk.server.sebelumJawab = jawab.promise
    desk.meja.open(kini.id)
    await vi.waitFor(() => expect(desk.meja.kasus?.versi).toBe(1))
    jawab.resolve()
    await vi.waitFor(() => expect(desk.meja.kasus?.versi).toBe(2))
  })

  it('takes a case from the screen that the server no longer shows to this login', async () => {
    const kini = buildKasus(1)
    const desk = setUpMeja([])
    desk.server.kasusTersimpan.set(kini.id, kini)
    desk.meja.open(kini.id)
    await vi.waitFor(() => expect(desk.meja.galat?.kode).toBe('tidak_ditemukan'))
    expect(desk.meja.kasus).toBeNull()
  })

  it('prepares nothing before a page of the case on the desk can be seen', async () => {
    vi.useFakeTimers()
    const desk = setUpMeja([buildKasus(1), buildKasus(2)])
    await desk.antrean.loadAntrean()
    desk.meja.open(desk.server.kasus[0]?.id ?? null)
    await vi.advanceTimersByTimeAsync(300)
    expect(desk.server.disiapkan).toEqual([])
    desk.meja.noteDilukis()
    await vi.advanceTimersByTimeAsync(300)
    expect(desk.server.disiapkan).toEqual([desk.server.kasus[1]?.dokumen[0]?.id])
    vi.useRealTimers()
  })

  it('lays the next case out in the same breath and sends behind it', async () => {
    const desk = await openFirst(3)
    await vi.waitFor(() => expect(desk.server.disiapkan).toHaveLength(2))
    completeSesuai(desk)
    const [pertama, kedua] = desk.server.kasus
    expect(desk.meja.decide('sesuai').hambatan).toEqual([])

    // No await in between: the case is there before the server has answered.
    expect(desk.meja.kasus?.id).toBe(kedua?.id)
    expect(desk.meja.draf?.penilaian).toEqual({})
    expect(desk.kotakKeluar.belumTerkirim).toBe(1)
    expect(desk.antrean.menunggu.map(({ id }) => id)).not.toContain(pertama?.id)

    await vi.waitFor(() => expect(desk.kotakKeluar.diterima).toBe(1))
    expect(desk.server.terkirim[0]?.bukti[0]?.halamanDilihat).toEqual([1, 2])
  })

  it('takes no decision while something is missing, and says what', async () => {
    const desk = await openFirst(1)
    const { hambatan } = desk.meja.decide('sesuai')
    expect(hambatan.map(({ pesan }) => pesan)).toEqual(['halaman', 'penilaian', 'asli'])
    expect(desk.server.terkirim).toEqual([])
    expect(desk.meja.aktifId).toBe(desk.server.kasus[0]?.id)
  })

  it('offers the last place for the next case without stating anything', async () => {
    const desk = await openFirst(2)
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    await vi.waitFor(() => expect(desk.meja.draf).not.toBeNull())
    expect(desk.meja.draf?.asli).toEqual({ metode: null, tempat: 'Loket 2' })
  })

  it('has an empty desk when the queue has come to its end', async () => {
    const desk = await openFirst(1)
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    expect(desk.meja.aktifId).toBeNull()
    expect(desk.antrean.menunggu).toEqual([])
    expect(desk.antrean.jumlah).toBe(0)
  })

  it('keeps judgements of a case that is left and opened again', async () => {
    const desk = await openFirst(2)
    const [pertama, kedua] = desk.server.kasus
    desk.draf.judge(pertama?.id ?? '', 'golongan', 'tidak_sesuai')
    desk.meja.open(kedua?.id ?? null)
    await vi.waitFor(() => expect(desk.meja.kasus?.id).toBe(kedua?.id))
    desk.meja.open(pertama?.id ?? null)
    expect(desk.meja.draf?.penilaian['golongan']?.nilai).toBe('tidak_sesuai')
    expect(desk.meja.drafUsang).toBe(false)
  })

  it('puts judgements aside, and says so, when the case has changed meanwhile', async () => {
    const desk = await openFirst(1)
    const id = desk.server.kasus[0]?.id ?? ''
    desk.draf.judge(id, 'golongan', 'sesuai')
    const dilihat = {
      dokumenId: desk.server.kasus[0]?.dokumen[0]?.id ?? '',
      sha256: SHA_PINDAIAN,
      halaman: 1,
    }
    desk.draf.seePage(id, dilihat)
    desk.server.kasus[0] = buildKasus(1, { versi: 2 })
    desk.meja.reopen(id)
    await vi.waitFor(() => expect(desk.meja.kasus?.versi).toBe(2))
    await nextTick()
    expect(desk.meja.draf?.penilaian).toEqual({})
    expect(desk.meja.drafUsang).toBe(true)
    // The page that was seen is still the same page, under the same hash.
    expect(desk.meja.draf?.bukti[dilihat.dokumenId]?.halaman).toEqual([1])
  })

  it('lays a refused decision out again on the newest version, and asks to look once more', async () => {
    const desk = await openFirst(1)
    const id = desk.server.kasus[0]?.id ?? ''
    desk.server.answer = () => {
      throw new ApiError('keputusan_usang')
    }
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    await vi.waitFor(() => expect(desk.kotakKeluar.ditolak).toHaveLength(1))
    desk.server.kasus[0] = buildKasus(1, { versi: 3 })
    const [ditolak] = desk.kotakKeluar.ditolak
    if (ditolak === undefined) throw new Error('nothing was refused')
    desk.meja.reapply(ditolak.keputusan)
    await vi.waitFor(() => expect(desk.meja.kasus?.versi).toBe(3))

    expect(desk.meja.drafDiulang).toBe(true)
    expect(desk.meja.draf?.versi.usulan).toBe(3)
    expect(Object.values(desk.meja.draf?.penilaian ?? {}).map(({ nilai }) => nilai)).toEqual(
      desk.meja.baris.map(() => 'sesuai'),
    )
    // What was thought is there; what was seen is not.
    expect(desk.meja.draf?.bukti).toEqual({})
    expect(desk.meja.draf?.asli.metode).toBeNull()
    expect(desk.meja.decide('sesuai').hambatan.length).toBeGreaterThan(0)
    desk.server.answer = buildResi
    completeSesuai(desk)
    expect(desk.meja.decide('sesuai').hambatan).toEqual([])
    await vi.waitFor(() => expect(desk.kotakKeluar.diterima).toBe(1))
    expect(desk.kotakKeluar.digantikan).toEqual([ditolak])
    expect(desk.server.kasus[0]?.id).toBe(id)
  })

  it('brings a refused case back into the queue under its new version', async () => {
    const desk = await openFirst(2)
    completeSesuai(desk)
    desk.server.answer = () => {
      throw new ApiError('keputusan_usang')
    }
    desk.meja.decide('sesuai')
    await vi.waitFor(() => expect(desk.kotakKeluar.ditolak).toHaveLength(1))
    desk.server.kasus[0] = buildKasus(1, { versi: 2 })
    await desk.antrean.loadAntrean()
    expect(desk.antrean.menunggu.map(({ versi }) => versi)).toEqual([2, 1])
  })

  it('does not come round again to a case that waits in the tray', async () => {
    const desk = await openFirst(2)
    desk.server.answer = () => {
      throw new ApiError('milik_sendiri')
    }
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    await vi.waitFor(() => expect(desk.kotakKeluar.ditolak).toHaveLength(1))
    await vi.waitFor(() => expect(desk.meja.draf).not.toBeNull())
    // The refused one still waits in the queue, for somebody else.
    expect(desk.antrean.menunggu).toHaveLength(2)
    desk.server.answer = buildResi
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    expect(desk.meja.aktifId).toBeNull()
  })

  it('has a draft for the first page in the moment in which the case can be painted', async () => {
    const desk = setUpMeja([buildKasus(1)])
    const drafSaatTampil: boolean[] = []
    watch(
      () => desk.meja.kasus,
      (kasus) => kasus && drafSaatTampil.push(desk.meja.draf !== null),
      { flush: 'pre' },
    )
    desk.meja.open(desk.server.kasus[0]?.id ?? null)
    await vi.waitFor(() => expect(drafSaatTampil).toEqual([true]))
  })

  it('only shows a case that waits for another login', async () => {
    const desk = await openFirst(1)
    expect(desk.meja.dapatDiputuskan).toBe(true)
    const session = useSessionStore()
    if (session.saya === null) throw new Error('nobody is signed in')
    session.saya = { ...session.saya, peran: 'administrator' }
    expect(desk.meja.dapatDiputuskan).toBe(false)
    completeSesuai(desk)
    desk.meja.decide('sesuai')
    expect(desk.server.terkirim).toEqual([])
  })

  it('leaves nothing behind when it is cleared', async () => {
    const desk = await openFirst(2)
    desk.draf.judge(desk.server.kasus[0]?.id ?? '', 'golongan', 'sesuai')
    desk.draf.rememberTempat('Loket 2')
    clearVerifikasi()
    expect(desk.meja.kasus).toBeNull()
    expect(desk.draf.draf.size).toBe(0)
    expect(desk.draf.tempatTerakhir).toBe('')
    expect(desk.antrean.menunggu).toEqual([])
    expect(desk.kasus.findKasus(desk.server.kasus[0]?.id ?? '')).toBeNull()
  })
})
