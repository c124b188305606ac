import { inFolder } from '../support/process.ts';
import { readTimes, tell } from './report.ts';
import { bombard } from './requests/bombard.ts';

/** Until the last request; what is under way then has to end, and the apps have to stop. */
const MOST_MINUTES = 9.5;

/** `npm run endurance:requests [-- --times 100000] [--seed N]`: signed requests that Slack would never send, to two apps; ten minutes at most. */
const { times, seed } = readTimes(100_000);

process.stdout.write(`seed ${seed}\n`);
const say = (words: string) => process.stdout.write(words);
const breaches = tell(
  await inFolder((folder) => bombard(folder, { requests: times, seed, minutes: MOST_MINUTES, apps: 2, say })),
);
process.exit(breaches.length > 0 ? 1 : 0);
