import { parseArgs } from 'node:util';
import { newPostgres } from '../support/postgres.ts';
import { inFolder } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import { auditRegister } from './audit.ts';
import { killWhileRecording, type Report } from './forms.ts';
import { compare } from './quarter/compare.ts';
import { play } from './quarter/play.ts';
import { WEEKS, worldOf } from './quarter/world.ts';
import { sendingOnBoth } from './replicas/sending.ts';
import { editsByBoth, formsToBoth, removalsByBoth, slotsByBoth, voidsByBoth } from './replicas/writes.ts';
import { tell } from './report.ts';

/**
 * `npm run endurance:replicas [-- --only forms --only slots …] [--forms 200] … [--seed N]`: an office on two processes and one PostgreSQL
 * database, of DATABASE_URL or started for this. Says what was tried, and what was lost or doubled.
 */
const TRIALS: Record<string, { times: number; run(where: Where, times: number): Promise<Report> }> = {
  forms: { times: 200, run: formsToBoth },
  edits: { times: 100, run: editsByBoth },
  voids: { times: 100, run: voidsByBoth },
  slots: { times: 60, run: slotsByBoth },
  removals: { times: 80, run: removalsByBoth },
  messages: { times: 50, run: sendingOnBoth },
  submissions: { times: 300, run: killedWhileRecording },
  weeks: { times: WEEKS, run: quarter },
};
type Where = { folder: string; place: string };

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: String(process.pid) },
    kills: { type: 'string', default: '200' },
    ...Object.fromEntries(Object.keys(TRIALS).map((name) => [name, { type: 'string' as const }])),
  },
});
const asked = values as Record<string, string | string[] | undefined>;
const [seed, kills] = [Number(values.seed), Number(values.kills)];

process.stdout.write(`seed ${seed}\n`);
const server = process.env.DATABASE_URL ? null : await startServer((reason) => process.stderr.write(`${reason}\n`));
const address = process.env.DATABASE_URL ?? server?.address;
if (!address) process.exit(2);
let broken = 0;
for (const [name, { times, run }] of Object.entries(TRIALS)) {
  if (values.only && !values.only.includes(name)) continue;
  const began = performance.now();
  process.stdout.write(`${name}\n`);
  const { address: place, drop } = await newPostgres(address);
  broken += tell(await inFolder((folder) => run({ folder, place }, Number(asked[name] ?? times)))).length;
  process.stdout.write(`${Math.round((performance.now() - began) / 1_000)} s\n\n`);
  await drop();
}
await server?.stop();
process.exit(broken > 0 ? 1 : 0);

/** Either is killed at any moment, and started again, while people record. */
async function killedWhileRecording({ folder, place }: Where, least: number): Promise<Report> {
  return killWhileRecording(folder, 1, seed, { file: place, replicas: 2, least });
}

/** So many weeks of an office on two, undisturbed, and at the same time the same with kills and all that a network can do. */
async function quarter({ folder, place }: Where, weeks: number): Promise<Report> {
  const world = worldOf(seed, weeks);
  const quiet = await newPostgres(address ?? '');
  const tell = (progress: string) => process.stderr.write(`${progress}\n`);
  const troubles = { kills: Math.ceil((kills * weeks) / WEEKS), rate: 0.05, seed };
  const [undisturbed, disturbed] = await Promise.all([
    inFolder((other) => play(other, world, null, { file: quiet.address, replicas: 2 })),
    play(folder, world, troubles, { file: place, replicas: 2, tell }),
  ]);
  const [before, after] = [compare(world, undisturbed.sent), compare(world, disturbed.sent, { disturbed: true })];
  const broken = [...undisturbed.breaches, ...before.breaches].map((breach) => `undisturbed: ${breach}`);
  const register = [...(await auditRegister(quiet.address)), ...(await auditRegister(place))];
  await quiet.drop();
  return {
    counts: { ...disturbed.counts, ...after.counts },
    breaches: [...broken, ...disturbed.breaches, ...after.breaches, ...register],
  };
}
