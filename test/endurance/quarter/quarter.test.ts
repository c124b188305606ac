import { expect, test } from 'vitest';
import { registerIn } from '../../support/database.ts';
import { inFolder } from '../../support/process.ts';
import { compare } from './compare.ts';
import { play } from './play.ts';
import { worldOf } from './world.ts';

const SEED = 20181123;
const WEEKS = 1;

test('a week brings exactly the reminders that are due, also to an app that is killed while Slack is in trouble', async () => {
  const world = worldOf(SEED, WEEKS);
  const undisturbed = await inFolder((folder) =>
    registerIn(folder).then((file) => play(folder, world, null, [], { file })),
  );
  expect(compare(world, undisturbed.sent).breaches).toEqual([]);

  const troubles = { kills: 4, rate: 0.1, seed: SEED };
  const disturbed = await inFolder((folder) =>
    registerIn(folder).then((file) => play(folder, world, troubles, undisturbed.busy, { file })),
  );
  expect(disturbed.counts.kills).toBe(4);
  expect(compare(world, disturbed.sent).breaches).toEqual([]);
});
