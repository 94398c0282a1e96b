import { describe, expect, it, vi } from 'vitest'
import { buildKasus } from './contoh-kasus.ts'
import { completeSesuai, setUpMeja } from './meja-palsu.ts'

/** A desk on which the first case has been decided; its original was seen in this way. */
async function decideFirst(metode: 'asli' | 'legalisir' | 'sistem_lain') {
  const desk = setUpMeja([buildKasus(1), buildKasus(2)])
  await desk.antrean.loadAntrean()
  desk.meja.open(desk.server.kasus[0]?.id ?? null)
  await vi.waitFor(() => expect(desk.meja.draf).not.toBeNull())
  completeSesuai(desk)
  desk.draf.stateAsli(desk.meja.kasus?.id ?? '', metode)
  desk.meja.decide('sesuai')
  await vi.waitFor(() => expect(desk.server.terkirim).toHaveLength(1))
  return { ...desk, transactionId: desk.server.terkirim[0]?.transactionId ?? '' }
}

describe('originals on the desk', () => {
  it.each(['asli', 'legalisir'] as const)(
    'are there from the decision on (%s), until they are handed back',
    async (metode) => {
      const { asli, server, transactionId } = await decideFirst(metode)
      await vi.waitFor(() => expect(server.asli).toEqual([transactionId]))
      expect(asli.terakhir).toMatchObject({ id: transactionId, tempat: 'Loket 2' })
      expect(asli.terakhir?.nama).not.toBe('')
      asli.giveBack(transactionId)
      expect(asli.daftar).toEqual([])
      expect(server.asli).toEqual([])
    },
  )

  it('are none when another system was looked at', async () => {
    const { asli, server } = await decideFirst('sistem_lain')
    await vi.waitFor(() => expect(server.terkirim).toHaveLength(1))
    expect(asli.daftar).toEqual([])
    expect(server.asli).toEqual([])
  })

  it('come back when the hand was too quick', async () => {
    const { asli, server, transactionId } = await decideFirst('asli')
    await vi.waitFor(() => expect(asli.daftar).toHaveLength(1))
    asli.giveBack(transactionId)
    asli.takeBack(transactionId)
    expect(asli.daftar.map(({ id }) => id)).toEqual([transactionId])
    expect(asli.dikembalikan).toEqual([])
    expect(server.asli).toEqual([transactionId])
  })

  it('are counted after the working copy was lost, although nobody can say what they are', async () => {
    const { asli, server } = setUpMeja()
    server.asli = ['00000000-0000-4000-8000-0000000000aa']
    await asli.load()
    expect(asli.daftar).toMatchObject([{ id: server.asli[0], nama: '', jenis: null }])
  })
})
