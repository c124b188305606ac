import { expect, test } from 'vitest';
import { startReader } from '../../src/spending/expense/reading.ts';
import { apart } from '../../src/tables/apart.ts';
import { textFor } from '../../src/text/index.ts';
import { endless } from '../support/endless.ts';

const MODULE = new URL('../support/endless.ts', import.meta.url);

test('a file whose reading never ends is given up after so much computing, and others are read meanwhile', async () => {
  let beats = 0;
  const beat = setInterval(() => {
    beats++;
  }, 20);
  const said = await apart(MODULE, endless, 1_000)();
  clearInterval(beat);

  expect(said).toEqual({ refusal: 'too_slow' });
  expect(beats).toBeGreaterThan(0);
  expect(textFor('ko').files.refusals.too_slow).toContain('오래 걸려');
});

test('so is a list of spends, and the next one is read by another thread', async () => {
  const reader = startReader({ module: MODULE, ms: 500 });
  const context = { today: '2026-11-30' };
  for (const name of ['a.csv', 'b.csv'])
    expect(await reader.open(new Uint8Array(), name, context)).toEqual({ refusal: 'too_slow' });
  await reader.stop();
});
