import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/require-node.ts', 'tests/support/repeatable-draws.ts'],
    // Real files, fsync and LibreOffice are in these tests: slow machines must not fail them.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
