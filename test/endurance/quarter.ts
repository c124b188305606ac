import { parseArgs } from 'node:util';
import { inFolder } from '../support/process.ts';
import { compare, type Verdict } from './quarter/compare.ts';
import { play, type Troubles } from './quarter/play.ts';
import { WEEKS, type World, worldOf } from './quarter/world.ts';

/**
 * `npm run endurance:quarter [-- --weeks 13] [--kills 200] [--trouble 0.05] [--seed N]`: a quarter of an office under a controlled clock,
 * once undisturbed and once with kills and with everything that a network can do. Says what was expected and what came.
 */
const { values } = parseArgs({
  options: {
    weeks: { type: 'string', default: String(WEEKS) },
    kills: { type: 'string', default: '200' },
    trouble: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: String(process.pid) },
  },
});
const [weeks, kills, rate, seed] = [values.weeks, values.kills, values.trouble, values.seed].map(Number);
if (![weeks, kills, rate, seed].every((it) => it !== undefined && Number.isFinite(it)) || !weeks || weeks > WEEKS) {
  process.stderr.write('--weeks, --kills, --trouble and --seed take numbers.\n');
  process.exit(2);
}

process.stdout.write(`seed ${seed}\n`);
const world = worldOf(seed ?? 0, weeks);
const undisturbed = await run('undisturbed', world, null);
const disturbed = kills ? await run('killed and in trouble', world, { kills, rate: rate ?? 0, seed: seed ?? 0 }) : null;
process.exit(undisturbed.breaches.length + (disturbed?.breaches.length ?? 0) > 0 ? 1 : 0);

async function run(name: string, world: World, troubles: Troubles | null): Promise<Verdict> {
  const tell = (progress: string) => process.stderr.write(`${progress}\n`);
  const played = await inFolder((folder) => play(folder, world, troubles, { tell }));
  const { counts, breaches: compared } = compare(world, played.sent, { disturbed: troubles !== null });
  const breaches = [...played.breaches, ...compared];
  process.stdout.write(`\n${name}\n`);
  for (const [what, count] of Object.entries({ ...played.counts, ...counts }))
    process.stdout.write(`${what}: ${count}\n`);
  for (const breach of breaches) process.stdout.write(`BREACH ${breach}\n`);
  process.stdout.write(breaches.length === 0 ? 'exactly the expected\n' : `${breaches.length} breaches\n`);
  return { counts, breaches };
}
