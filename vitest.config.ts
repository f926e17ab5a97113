import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    globalSetup: ['tests/support/migrated-database.ts'],
    // Seconds at most here; a machine that does other work at the same time is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All there are: nothing else runs beside the tests.
    maxWorkers: '100%',
  },
})
