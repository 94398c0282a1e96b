import { describe, expect, it } from 'vitest'
import {
  checkPin,
  KebijakanLayar,
  kebijakanLayarBawaan,
} from '@meja/core/domain/kebijakan-layar.ts'

describe('the policy of the screen', () => {
  it('closes after five minutes unless told otherwise', () => {
    expect(kebijakanLayarBawaan.diamDetik).toBe(300)
  })

  it.each([0, -1, 29, 901, 86_400])('never allows %i seconds', (diamDetik) => {
    expect(KebijakanLayar.safeParse({ diamDetik }).success).toBe(false)
  })
})

describe('a new PIN', () => {
  it.each([
    ['12345', 'panjang'],
    ['12a456', 'panjang'],
    ['111111', 'berulang'],
    ['121212', 'berulang'],
    ['123456', 'berurutan'],
    ['987654', 'berurutan'],
    ['170845', 'tanggal'],
    ['450817', 'tanggal'],
    ['17081945', 'tanggal'],
    ['19450817', 'tanggal'],
  ])('%s is refused: %s', (pin, temuan) => {
    expect(checkPin(pin, kebijakanLayarBawaan)).toBe(temuan)
  })

  it.each(['739416', '905172', '4830291746'])('%s is taken', (pin) => {
    expect(checkPin(pin, kebijakanLayarBawaan)).toBeNull()
  })

  it('has the length that the policy asks for', () => {
    const kebijakan = KebijakanLayar.parse({ panjangPin: 8 })
    expect(checkPin('739416', kebijakan)).toBe('panjang')
    expect(checkPin('73941628', kebijakan)).toBeNull()
  })
})
