import { expect, it } from 'vitest'
import { formatJam, formatSaat } from '../../../../renderer/ui/format-saat.ts'

const saat = new Date('2026-11-23T17:05:00Z')

it('tells the time of the province, whatever the clock of the workstation', () => {
  expect(formatJam(saat, 'id')).toBe('00.05')
  expect(formatJam(saat, 'en')).toBe('00:05')
})

it('writes date and time as people say them', () => {
  expect(formatSaat(saat, 'id')).toBe('24 November 2026 pukul 00.05')
  expect(formatSaat(saat, 'en')).toContain('November 24, 2026')
})
