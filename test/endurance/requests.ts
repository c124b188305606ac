import { inFolder } from '../support/process.ts';
import { readTimes, tell } from './report.ts';
import { bombard } from './requests/bombard.ts';
import { typeAtOnce } from './requests/crowd.ts';

/**
 * `npm run endurance:requests [-- --times 100000] [--seed N]`: 200 people type at once, twenty times over, and then signed requests that
 * Slack would never send; ten minutes at most.
 */
const { times, seed } = readTimes(100_000);

process.stdout.write(`seed ${seed}\n`);
const say = (words: string) => process.stdout.write(words);
const breaches = [
  ...tell(await inFolder((folder) => typeAtOnce(folder, { people: 200, rounds: 20 }))),
  ...tell(await inFolder((folder) => bombard(folder, { requests: times, seed, say }))),
];
process.exit(breaches.length > 0 ? 1 : 0);
