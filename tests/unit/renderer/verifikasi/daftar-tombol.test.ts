import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  listTombolMeja,
  type PerintahMeja,
} from '../../../../renderer/features/verifikasi/daftar-tombol.ts'

const folder = new URL('../../../../renderer/features/verifikasi/', import.meta.url)

/** Keys that parts of the desk bring along; the queue is another screen. */
function listTombolBagian(): string[] {
  return readdirSync(folder)
    .filter((nama) => nama.endsWith('.vue') && nama !== 'AntreanPage.vue')
    .flatMap((nama) => [
      ...readFileSync(new URL(nama, folder), 'utf8').matchAll(/keys: \[([^\]]*)\]/g),
    ])
    .flatMap(([, keys = '']) => [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => key))
}

it('gives no two commands of the desk the same key', () => {
  const tombol = listTombolMeja({} as PerintahMeja, String).flatMap(({ keys }) => keys)
  const semua = [...tombol, ...listTombolBagian()].map((satu) => satu.toLowerCase())
  expect(semua.filter((satu, letak) => semua.indexOf(satu) !== letak)).toEqual([])
})
