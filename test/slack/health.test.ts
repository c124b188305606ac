import { expect, test } from 'vitest';
import { asking } from '../../src/slack/health.ts';

test('a question is asked twice a minute at most, and its answer holds meanwhile', async () => {
  let now = 0;
  let asked = 0;
  const ask = asking(
    async () => ++asked % 2 === 1,
    () => now,
  );

  expect(await Promise.all([ask(), ask()])).toEqual([true, true]);
  now = 29_999;
  expect(await ask()).toBe(true);
  expect(asked).toBe(1);
  now = 30_000;
  expect(await ask()).toBe(false);
  expect(asked).toBe(2);
});

test('a question that fails is a no', async () => {
  expect(await asking(() => Promise.reject(new Error('away')))()).toBe(false);
});
