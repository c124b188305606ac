import { parseArgs } from 'node:util';
import type { Report } from './forms.ts';

/** `--times 100 --seed N` of this process; anything else ends it. */
export function readTimes(usual = 100): { times: number; seed: number } {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: String(usual) },
      seed: { type: 'string', default: String(process.pid) },
    },
  });
  const [times, seed] = [Number(values.times), Number(values.seed)];
  if (Number.isInteger(times) && times >= 1 && Number.isInteger(seed)) return { times, seed };
  process.stderr.write('--times and --seed take whole numbers.\n');
  process.exit(2);
}

/** Prints what was counted and what broke, and gives back what broke. */
export function tell({ counts, breaches }: Report): string[] {
  for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what}: ${count}\n`);
  for (const breach of breaches) process.stdout.write(`BREACH ${breach}\n`);
  process.stdout.write(
    breaches.length === 0 ? 'nothing lost, nothing doubled, nothing late\n\n' : `${breaches.length} breaches\n\n`,
  );
  return breaches;
}
