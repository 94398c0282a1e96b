import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { hashContents, hashSources, onceFor } from '../../../scripts/content-hash.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meja-sidik-'))
  mkdirSync(join(folder, 'sumber/dist'), { recursive: true })
  writeFileSync(join(folder, 'sumber/a.ts'), 'a')
})

it('changes with a byte, with a name and with a fact', () => {
  const sources = join(folder, 'sumber')
  const before = hashContents([sources])
  expect(hashContents([sources])).toBe(before)
  expect(hashContents([sources], '33.2.1')).not.toBe(before)
  writeFileSync(join(sources, 'dist/b.js'), 'b')
  expect(hashContents([sources])).not.toBe(before)
})

it('does not see what is built beside the sources', () => {
  const sources = join(folder, 'sumber')
  const before = hashSources([sources])
  writeFileSync(join(sources, 'dist/b.js'), 'b')
  expect(hashSources([sources])).toBe(before)
})

it('does the work again only for other inputs, for a lost result, and after a failure', async () => {
  const place = { stamp: join(folder, 'stempel'), result: join(folder, 'sumber') }
  let times = 0
  const work = async (): Promise<void> => {
    times += 1
  }
  await onceFor('1', place, work)
  await onceFor('1', place, work)
  expect(times).toBe(1)
  await onceFor('1', { ...place, result: join(folder, 'hilang') }, work)
  await onceFor('2', place, work)
  expect(times).toBe(3)
  await expect(onceFor('3', place, () => Promise.reject(new Error('gagal')))).rejects.toThrow(
    'gagal',
  )
  await onceFor('3', place, work)
  expect(times).toBe(4)
})
