import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** How long anything may take in real time before it counts as hanging; never how fast something has to be. */
const FAR_LIMIT_MS = 30_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A worker loads the app once and runs file after file with it: test files leave nothing behind in its modules.
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: FAR_LIMIT_MS,
    hookTimeout: FAR_LIMIT_MS,
    expect: { poll: { timeout: FAR_LIMIT_MS, interval: 20 } },
    reporters: ['default', './test/support/slowest.ts'],
  },
});
