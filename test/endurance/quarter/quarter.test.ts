import { expect, test } from 'vitest';
import { registerIn } from '../../support/database.ts';
import { inFolder } from '../../support/process.ts';
import { compare } from './compare.ts';
import { type Played, play, type Troubles } from './play.ts';
import { worldOf } from './world.ts';

const SEED = 20181123;
const WEEKS = 1;

test('a week brings exactly the reminders that are due, also to an app that is killed while Slack is in trouble', async () => {
  const world = worldOf(SEED, WEEKS);
  const played = (troubles: Troubles | null) =>
    inFolder((folder) => registerIn(folder).then((file) => play(folder, world, troubles, { file })));
  const broken = ({ breaches, sent }: Played) => [...breaches, ...compare(world, sent).breaches];

  expect(broken(await played(null))).toEqual([]);

  const disturbed = await played({ kills: 4, rate: 0.1, seed: SEED });
  expect(disturbed.counts.kills).toBe(4);
  expect(broken(disturbed)).toEqual([]);
});
