import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, ROOMS } from './support/layout.ts';

const plan = readFileSync('src/README.md', 'utf8');
const [rooms = '', ...walks] = plan.split(/^## /m);

test('the plan of the house names every room, from top to bottom, on a page', () => {
  expect([...rooms.matchAll(/^- `(\w+)`/gm)].map(([, room]) => room)).toEqual(ROOMS);
  expect(plan.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test.each(walks.map((walk) => [walk.split('\n')[0], walk]))(
  '%s: every step is one that an earlier step knows',
  (_, walk) => {
    const steps = [...walk.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
    const mentioned = [...walk.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(steps.length).toBeGreaterThan(4);
    expect(mentioned.filter((file) => !existsSync(file))).toEqual([]);
    const unknown = steps.slice(1).filter((file, index) => {
      const known = steps.slice(0, index + 1).flatMap((step) => importsOf(step).map(({ to }) => to));
      return !known.includes(file);
    });
    expect(unknown).toEqual([]);
  },
);
