import { describe, expect, it } from 'vitest'
import {
  addKontras,
  addTerang,
  getFilterCss,
  isPolos,
  Saringan,
  saringanPolos,
} from '../../../../renderer/ui/pindaian/saringan.ts'

describe('the light on a scan', () => {
  it('is as scanned until somebody changes it', () => {
    expect(isPolos(saringanPolos)).toBe(true)
    expect(getFilterCss(saringanPolos, 'v1')).toBe('none')
  })

  it('fades the stamp before anything brightens it, and turns black and white last', () => {
    const semua = { terang: 1, kontras: -1, hitamPutih: true, balik: true, tanpaCap: true }
    expect(getFilterCss(semua, 'v1')).toBe(
      'url(#v1-cap) brightness(1.150) contrast(0.800) url(#v1-ambang) invert(1)',
    )
  })

  it('comes back to itself by as many steps as it went', () => {
    const pergi = addKontras(addTerang(saringanPolos, 1), -1)
    expect(isPolos(pergi)).toBe(false)
    expect(isPolos(addKontras(addTerang(pergi, -1), 1))).toBe(true)
  })

  it('never becomes so dark or so bright that nothing is left to see', () => {
    let saringan = saringanPolos
    for (let kali = 0; kali < 20; kali += 1) saringan = addTerang(saringan, -1)
    expect(saringan.terang).toBe(-5)
    expect(Saringan.safeParse(saringan).success).toBe(true)
    expect(Saringan.safeParse({ ...saringan, terang: -6 }).success).toBe(false)
  })
})
