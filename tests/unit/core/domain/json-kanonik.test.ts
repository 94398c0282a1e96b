import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'

function reverseKeys(nilai: unknown): unknown {
  if (Array.isArray(nilai)) return nilai.map(reverseKeys)
  if (nilai === null || typeof nilai !== 'object') return nilai
  return Object.fromEntries(
    Object.entries(nilai)
      .toReversed()
      .map(([kunci, isi]) => [kunci, reverseKeys(isi)]),
  )
}

it('the same value has the same text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (nilai) => {
      expect(writeJsonKanonik(reverseKeys(nilai))).toBe(writeJsonKanonik(nilai))
    }),
  )
})

it('the text still says the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (nilai) => {
      expect(JSON.parse(writeJsonKanonik(nilai))).toEqual(JSON.parse(JSON.stringify(nilai)))
    }),
  )
})

it('the order of a list is part of the value, and what is undefined is not there', () => {
  expect(writeJsonKanonik([1, 2])).not.toBe(writeJsonKanonik([2, 1]))
  expect(writeJsonKanonik({ b: undefined, a: null })).toBe('{"a":null}')
})
