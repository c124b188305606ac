import { expect, test } from 'vitest';
import { pauseOf } from '../../src/slack/retry-after.ts';

test.each([
  [1, 1],
  [30, 30],
  [3_600, 3_600],
  [99_999_999, 3_600],
  [Number.POSITIVE_INFINITY, 60],
  [Number.NaN, 60],
  [-5, 60],
  [0, 60],
])('a Retry-After of %s seconds is waited for %s', (said, waited) => {
  expect(pauseOf(said)).toBe(waited);
});
