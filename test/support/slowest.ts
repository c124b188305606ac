import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

/** Says at the end of a run of many files which of them took longest. */
export default class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= SHOWN) return;
    const took = (module: TestModule) => module.diagnostic().duration;
    const lines = modules
      .toSorted((a, b) => took(b) - took(a))
      .slice(0, SHOWN)
      .map((it) => `${(took(it) / 1000).toFixed(1).padStart(7)} s  ${path.relative('', it.moduleId)}`);
    process.stdout.write(`\n The slowest files\n${lines.join('\n')}\n`);
  }
}
