import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findLetak, fitLetak, saveLetak } from '../../../electron/window-place.ts'

const layar = { x: 0, y: 0, width: 1920, height: 1080 }

describe('where the window stands', () => {
  it('is the middle of the screen at first, as large as the smallest office screen', () => {
    expect(fitLetak(undefined, layar)).toEqual({ x: 277, y: 156, width: 1366, height: 768 })
  })

  it('is where it was left', () => {
    const letak = { x: 100, y: 50, width: 1500, height: 900 }
    expect(fitLetak(letak, layar)).toEqual(letak)
  })

  it('is on a screen that is still there', () => {
    const jauh = { x: 4000, y: -900, width: 1500, height: 900 }
    expect(fitLetak(jauh, layar)).toEqual({ x: 420, y: 0, width: 1500, height: 900 })
  })

  it('is never larger than the screen', () => {
    const kecil = { x: 0, y: 0, width: 1024, height: 600 }
    expect(fitLetak(undefined, kecil)).toEqual(kecil)
  })
})

describe('the memory of it', () => {
  let profil: string
  beforeEach(async () => {
    profil = await mkdtemp(join(tmpdir(), 'meja-letak-'))
  })
  afterEach(() => rm(profil, { recursive: true }))

  it('is read by the next start', async () => {
    const letak = { x: 1, y: 2, width: 3, height: 4, penuh: true }
    await saveLetak(profil, letak)
    expect(findLetak(profil)).toEqual(letak)
  })

  it.each(['', '{}', '{"x":0,"y":0,"width":-1,"height":1,"penuh":false}'])(
    'may be broken: %s',
    async (isi) => {
      await writeFile(join(profil, 'jendela.json'), isi)
      expect(findLetak(profil)).toBeUndefined()
    },
  )
})
