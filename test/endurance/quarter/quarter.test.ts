import { expect, test } from 'vitest';
import { registerIn } from '../../support/database.ts';
import { inFolder } from '../../support/process.ts';
import { compare } from './compare.ts';
import { play, type Troubles } from './play.ts';
import { worldOf } from './world.ts';

const SEED = 20181123;
const WEEKS = 1;

const WORLD = worldOf(SEED, WEEKS);

async function broken(troubles: Troubles | null): Promise<{ breaches: string[]; kills: number | undefined }> {
  const { sent, counts, breaches } = await inFolder(async (folder) =>
    play(folder, WORLD, troubles, { file: await registerIn(folder) }),
  );
  return {
    breaches: [...breaches, ...compare(WORLD, sent, { disturbed: troubles !== null }).breaches],
    kills: counts.kills,
  };
}

test('a week brings exactly the reminders that are due', async () => {
  expect(await broken(null)).toEqual({ breaches: [], kills: 0 });
});

test('a week brings them also to an app that is killed while Slack is in trouble', async () => {
  expect(await broken({ kills: 4, rate: 0.1, seed: SEED })).toEqual({ breaches: [], kills: 4 });
});
