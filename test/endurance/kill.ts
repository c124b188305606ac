import { parseArgs } from 'node:util';
import { inFolder } from '../support/process.ts';
import { killWhileRecording, type Report } from './forms.ts';
import { killWhileImporting } from './imports.ts';
import { killWhileSending } from './outbox.ts';

/** `npm run endurance:kill [-- --times 100] [--seed N]`: kills the app and imports, and looks for what was lost or doubled. */
const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, seed: { type: 'string', default: String(process.pid) } },
});
const [times, seed] = [Number(values.times), Number(values.seed)];
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) {
  process.stderr.write('--times and --seed take whole numbers.\n');
  process.exit(2);
}

process.stdout.write(`seed ${seed}\n`);
const breaches = [
  ...tell(await inFolder((folder) => killWhileRecording(folder, times, seed))),
  ...tell(await inFolder((folder) => killWhileImporting(folder, Math.ceil(times / 5), seed, 10_000))),
  ...tell(await inFolder((folder) => killWhileSending(folder, times, seed))),
];
process.exit(breaches.length > 0 ? 1 : 0);

function tell({ counts, breaches }: Report): string[] {
  for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what}: ${count}\n`);
  for (const breach of breaches) process.stdout.write(`BREACH ${breach}\n`);
  process.stdout.write(breaches.length === 0 ? 'nothing lost, nothing doubled\n\n' : `${breaches.length} breaches\n\n`);
  return breaches;
}
