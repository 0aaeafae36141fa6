import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/support/require-node.ts', 'tests/support/repeatable-draws.ts']

export default defineConfig({
  test: {
    // Real files, fsync, LibreOffice and Chromium are in these tests: slow machines must not fail them.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles,
          // All cores: on a machine with two, one alone would work.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/e2e/support/bundle.ts'],
          // Each story runs a program and a Chromium of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
