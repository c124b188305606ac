import { inFolder } from '../support/process.ts';
import { killWhileCopying } from './backups.ts';
import { readTimes, tell } from './report.ts';

/** `npm run endurance:backup [-- --times 100] [--seed N]`: kills backups and restores, and looks for what was lost. */
const { times, seed } = readTimes();

process.stdout.write(`seed ${seed}\n`);
const breaches = tell(await inFolder((folder) => killWhileCopying(folder, times, seed)));
process.exit(breaches.length > 0 ? 1 : 0);
