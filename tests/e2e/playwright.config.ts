import { defineConfig } from '@playwright/test'

/** One desk at a time: they share the display, the demo province and two cores. */
export default defineConfig({
  testDir: import.meta.dirname,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
})
