import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { FAR_MS } from './src/simulator/clock.ts';

/** Real time is a far limit and never a verdict: a test may wait for many things, and each says in words what came in vain. */
export const LIMIT_MS = 10 * FAR_MS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A worker loads the app once and runs file after file with it: test files leave nothing behind in its modules.
    isolate: false,
    setupFiles: ['test/support/seed.ts', 'test/support/engine.ts'],
    maxWorkers: availableParallelism(),
    // As `npm start` runs: without this V8 ends a process of many threads now and then (“jit_page.has_value()”).
    execArgv: ['--no-memory-protection-keys'],
    testTimeout: LIMIT_MS,
    hookTimeout: LIMIT_MS,
    // What is looked for again and again is done by other processes, which share the machine.
    expect: { poll: { timeout: 4 * FAR_MS, interval: 20 } },
    reporters: ['default', './test/support/slowest.ts'],
  },
});
