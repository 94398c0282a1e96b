import { describe, expect, it } from 'vitest'
import {
  getKeadaanKomputer,
  isJamMelenceng,
  isTertunda,
} from '../../../renderer/features/komputer/keadaan-komputer.ts'

const per = '2026-11-24T03:00:00.000Z'
const kontak = (detikLalu: number) => new Date(Date.parse(per) - detikLalu * 1000).toISOString()

describe('how a workstation stands', () => {
  it.each([
    [false, 5, 'terbuka'],
    [false, 600, 'sunyi'],
    [true, 5, 'terkunci'],
    [true, 86_400, 'terkunci'],
  ])('locked %s, heard of %i seconds ago: %s', (terkunci, detik, keadaan) => {
    const satu = { terkunci, kontakPada: kontak(detik), dilepasPada: null }
    expect(getKeadaanKomputer(satu, per)).toBe(keadaan)
  })

  it('is empty of a person who left it, whatever was heard before', () => {
    const satu = { terkunci: false, kontakPada: kontak(5), dilepasPada: kontak(2) }
    expect(getKeadaanKomputer(satu, per)).toBe('dilepas')
  })

  it('has a clock that is wrong in either direction', () => {
    expect(isJamMelenceng({ bedaJam: 30 })).toBe(false)
    expect(isJamMelenceng({ bedaJam: 4000 })).toBe(true)
    expect(isJamMelenceng({ bedaJam: -4000 })).toBe(true)
  })
})

describe('work that waits on a workstation', () => {
  const kini = '2026-11-24T08:00:00.000Z'
  const buildSatu = (tertuaPada: string | null, bedaJam = 0, belumTerkirim = 1) => ({
    tertuaPada,
    bedaJam,
    belumTerkirim,
  })

  it('is late after a day, by the clock of the server', () => {
    expect(isTertunda(buildSatu('2026-11-23T07:00:00.000Z'), kini)).toBe(true)
    expect(isTertunda(buildSatu('2026-11-23T09:00:00.000Z'), kini)).toBe(false)
    // Two hours ahead there: what looks young was taken the day before.
    expect(isTertunda(buildSatu('2026-11-23T09:00:00.000Z', 7200), kini)).toBe(true)
  })

  it('is not late when there is none', () => {
    expect(isTertunda(buildSatu(null), kini)).toBe(false)
    expect(isTertunda(buildSatu('2026-11-20T07:00:00.000Z', 0, 0), kini)).toBe(false)
  })
})
