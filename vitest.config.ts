import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    globalSetup: ['tests/support/migrated-database.ts'],
    testTimeout: 20_000,
    // All there are: nothing else runs beside the tests.
    maxWorkers: '100%',
  },
})
