import { expect, test } from 'vitest';
import { BURST, createPace } from '../../src/outbox/pace.ts';
import { NOW } from '../support/office.ts';

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

test('the pauses grow while Slack is away, up to five minutes, and one message at a time tries whether it is back', () => {
  const pace = createPace();
  expect(pace.room(NOW)).toBe(BURST);
  const pauses: number[] = [];
  let at = 0;
  for (let failure = 0; failure < 9; failure++) {
    pace.away(after(at));
    const began = at;
    while (pace.room(after(at)) === 0) at++;
    pauses.push(at - began);
    expect(pace.room(after(at))).toBe(1);
    expect(pace.roomToUpdate(after(at))).toBe(0);
  }
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  pace.back();
  expect(pace.room(after(at))).toBe(BURST);
});

test('several failures at the same time count as one', () => {
  const pace = createPace();
  for (let lane = 0; lane < 4; lane++) pace.away(NOW);

  expect(pace.room(after(4.9))).toBe(0);
  expect(pace.room(after(5))).toBe(1);
});

test('one channel that wants a pause is left alone; when a second one does, all wait', () => {
  const pace = createPace();
  pace.limited('C1', 30, NOW);
  expect(pace.resting(after(29))).toEqual(['C1']);
  expect(pace.room(after(29))).toBe(BURST);

  pace.limited('C2', 10, after(20));
  expect(pace.room(after(29))).toBe(0);
  expect(pace.room(after(30))).toBe(BURST);
  expect(pace.resting(after(30))).toEqual([]);
});

test('a clock that is set back holds nothing up', () => {
  const pace = createPace();
  pace.posted('U1', NOW);
  pace.limited('C1', 30, NOW);
  pace.away(NOW);

  const hourBefore = after(-3_600);
  expect(pace.resting(hourBefore)).toEqual([]);
  expect(pace.room(hourBefore)).toBe(1);
});
