import { inFolder } from '../support/process.ts';
import { readTimes, tell } from './report.ts';
import { bombard } from './requests/bombard.ts';
import { typeAtOnce } from './requests/crowd.ts';

/** Until the last request; what is under way then has to end, and the apps have to stop. */
const MOST_MINUTES = 9.5;

/**
 * `npm run endurance:requests [-- --times 100000] [--seed N]`: 200 people type at once, twenty times over, and then signed requests that
 * Slack would never send, at two apps; ten minutes at most.
 */
const { times, seed } = readTimes(100_000);

process.stdout.write(`seed ${seed}\n`);
const say = (words: string) => process.stdout.write(words);
const crowd = tell(await inFolder((folder) => typeAtOnce(folder, { people: 200, rounds: 20 })));
const minutes = MOST_MINUTES - performance.now() / 60_000;
const bombarded = tell(await inFolder((folder) => bombard(folder, { requests: times, seed, minutes, apps: 2, say })));
const breaches = [...crowd, ...bombarded];
process.exit(breaches.length > 0 ? 1 : 0);
