import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One less than the cores is vitest's own choice, which leaves one of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { name: 'unit', include: ['test/{shared,renderer}/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'integration',
          include: ['test/{db,main}/**/*.test.ts'],
          globalSetup: 'test/support/build-first.ts',
          setupFiles: 'test/support/machine-folder.ts',
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['test/proof/**/*.proof.ts'],
          globalSetup: 'test/support/build-first.ts',
          setupFiles: 'test/support/machine-folder.ts',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/support/build-first.ts',
          setupFiles: 'test/support/machine-folder.ts',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
