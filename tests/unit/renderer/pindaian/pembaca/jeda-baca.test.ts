import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest'
import {
  getJeda,
  holdBaca,
  waitJeda,
} from '../../../../../renderer/ui/pindaian/pembaca/jeda-baca.ts'

let tunggu: MockInstance<typeof Atomics.wait>

beforeEach(() => {
  vi.useFakeTimers()
  // Else it would really stand still: here it only tells that it would.
  tunggu = vi.spyOn(Atomics, 'wait').mockReturnValue('ok')
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

it('reading goes on while nobody waits for a case, stands still while one is laid out, and goes on again', () => {
  getJeda()
  waitJeda()
  expect(tunggu).not.toHaveBeenCalled()
  holdBaca()
  waitJeda()
  expect(tunggu).toHaveBeenCalledTimes(1)
  vi.runAllTimers()
  waitJeda()
  expect(tunggu).toHaveBeenCalledTimes(1)
})

it('a case opened right after another prolongs the same hold', () => {
  holdBaca()
  vi.advanceTimersByTime(200)
  holdBaca()
  vi.advanceTimersByTime(200)
  waitJeda()
  expect(tunggu).toHaveBeenCalledTimes(1)
})
