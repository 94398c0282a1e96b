import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Resi } from '@meja/core/api/resi.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { buildId, buildKasus, buildKeputusan, buildResi } from './contoh-kasus.ts'
import { setUpMeja, type MejaPalsu } from './meja-palsu.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const KASUS = 6
type Komputer = 0 | 1
const komputer = constantFrom<Komputer[]>(0, 1)

/** What a day does to two workstations that work on the same queue. */
const peristiwa = oneof(
  record({
    apa: constantFrom('putuskan' as const),
    komputer,
    kasus: integer({ min: 1, max: KASUS }),
  }),
  record({ apa: constantFrom('mati' as const), komputer }),
  record({ apa: constantFrom('waktu' as const), detik: integer({ min: 0, max: 90 }) }),
  record({
    apa: constantFrom('jalan' as const),
    keadaan: constantFrom(
      'baik' as const,
      'putus' as const,
      'jawaban hilang' as const,
      'rusak' as const,
      'resi palsu' as const,
      'menolak rombongan' as const,
    ),
  }),
)

/** The one server of both: who comes first decides, and the same id is the same decision. */
class ServerBersama {
  readonly diputuskan = new Map<string, Keputusan>()
  berubah = 0
  jalan: 'baik' | 'putus' | 'jawaban hilang' | 'rusak' | 'resi palsu' | 'menolak rombongan' = 'baik'

  answer(keputusan: Keputusan): Resi {
    if (this.jalan === 'putus') throw new ApiError('luring')
    if (this.jalan === 'rusak') throw new ApiError('kesalahan_server')
    const lama = this.diputuskan.get(keputusan.usulanId)
    if (lama !== undefined && lama.transactionId !== keputusan.transactionId) {
      throw new ApiError('sudah_diputuskan', { oleh: 'rekan' })
    }
    // Frozen since it was made: what comes again is what came before.
    if (JSON.stringify(lama ?? keputusan) !== JSON.stringify(keputusan)) this.berubah += 1
    this.diputuskan.set(keputusan.usulanId, keputusan)
    if (this.jalan === 'jawaban hilang') throw new ApiError('luring')
    return buildResi(keputusan)
  }
}

function openMeja(server: ServerBersama, tersimpan: MejaPalsu['server']['tersimpan']): MejaPalsu {
  const meja = setUpMeja()
  meja.server.tersimpan = tersimpan
  meja.server.answer = (keputusan) => server.answer(keputusan)
  meja.server.terimaRombongan = (keputusan) => {
    const ditolak = server.jalan === 'menolak rombongan' && keputusan.length > 1
    if (ditolak) throw new ApiError('kesalahan_server')
  }
  meja.server.resiSah = () => server.jalan !== 'resi palsu'
  return meja
}

it('in any order, with any outage, kill and repetition, each case ends with one decision and each decision is accounted for', async () => {
  await assert(
    asyncProperty(array(peristiwa, { maxLength: 40, size: 'max' }), async (hari) => {
      const server = new ServerBersama()
      const meja = [openMeja(server, new Map()), openMeja(server, new Map())]
      const dibuat: { id: string; nomor: Komputer; kasus: number }[] = []
      const getMeja = (nomor: Komputer) => meja[nomor] ?? openMeja(server, new Map())
      const reopen = async (nomor: Komputer) => {
        const lama = getMeja(nomor)
        lama.kotakKeluar.clear()
        // Nothing outlives the process but what was on the disk.
        const baru = openMeja(server, lama.server.tersimpan)
        meja[nomor] = baru
        await baru.kotakKeluar.loadTersimpan()
      }
      for (const satu of hari) {
        if (satu.apa === 'jalan') server.jalan = satu.keadaan
        if (satu.apa === 'waktu') await vi.advanceTimersByTimeAsync(satu.detik * 1000)
        if (satu.apa === 'mati') await reopen(satu.komputer)
        if (satu.apa === 'putuskan') {
          const id = 1000 + dibuat.length
          const kasus = buildKasus(satu.kasus)
          getMeja(satu.komputer).kotakKeluar.addKeputusan(kasus, buildKeputusan(kasus, id))
          dibuat.push({ id: buildId(id), nomor: satu.komputer, kasus: satu.kasus })
          // Acknowledged, as far as the person can see.
          await vi.advanceTimersByTimeAsync(1)
        }
      }
      server.jalan = 'baik'
      await vi.advanceTimersByTimeAsync(600_000)

      const menang = new Set([...server.diputuskan.values()].map((satu) => satu.transactionId))
      for (const [urutan, { id, nomor, kasus }] of dibuat.entries()) {
        const { tersimpan } = getMeja(nomor).server
        // Whoever decided a refused case anew on this workstation is done with the refused one.
        const diulang = dibuat
          .slice(urutan + 1)
          .some((lain) => lain.nomor === nomor && lain.kasus === kasus)
        const nasib =
          tersimpan.get(id)?.ditolak?.kode ?? (tersimpan.has(id) ? 'menunggu' : 'selesai')
        const boleh = menang.has(id)
          ? ['selesai']
          : ['sudah_diputuskan', ...(diulang ? ['selesai'] : [])]
        expect(boleh).toContain(nasib)
      }
      expect(server.berubah).toBe(0)
      expect(meja.map(({ kotakKeluar }) => kotakKeluar.belumTerkirim)).toEqual([0, 0])
      const disentuh = hari.flatMap((satu) => (satu.apa === 'putuskan' ? [satu.kasus] : []))
      expect(server.diputuskan.size).toBe(new Set(disentuh).size)
    }),
    { numRuns: 60 },
  )
}, 60_000)
