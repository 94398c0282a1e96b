import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Cost is told by the folder: unit touches no server, integration has a real PostgreSQL. */
export default defineConfig({
  test: {
    restoreMocks: true,
    projects: [
      {
        plugins: [vue()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
