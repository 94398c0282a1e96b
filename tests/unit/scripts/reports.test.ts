import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  readPlaywrightReport,
  readVitestReport,
  sumTallies,
} from '../../../scripts/test/reports.ts'

function write(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'meja-laporan-')), 'laporan.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const vitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
}

const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }

it('counts what passed', () => {
  expect(readVitestReport(write(vitest), 0)).toEqual({ passed: 3, failed: 0 })
  expect(readPlaywrightReport(write(playwright), 0)).toEqual({ passed: 2, failed: 0 })
})

it('counts a skipped test as failed, because it proves nothing', () => {
  expect(readVitestReport(write({ ...vitest, numPendingTests: 1 }), 0).failed).toBe(1)
  const stats = { ...playwright.stats, skipped: 1, flaky: 1 }
  expect(readPlaywrightReport(write({ ...playwright, stats }), 0).failed).toBe(2)
})

it('counts a test file that cannot be loaded as failed', () => {
  const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }]
  expect(readVitestReport(write({ ...vitest, testResults }), 1)).toEqual({ passed: 3, failed: 1 })
})

it('counts a runner that fails without a failed test, or leaves no report, as failed', () => {
  expect(readVitestReport(write(vitest), 1).failed).toBe(1)
  expect(readPlaywrightReport(write(playwright), null).failed).toBe(1)
  expect(readVitestReport('/tidak/ada.json', 0)).toEqual({ passed: 0, failed: 1 })
})

it('sums over all runners', () => {
  const tallies = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 0 },
  ]
  expect(sumTallies(tallies)).toEqual({ passed: 4, failed: 2 })
})
