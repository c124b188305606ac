import { inFolder } from '../support/process.ts';
import { killWhileRecording } from './forms.ts';
import { killWhileImporting } from './imports.ts';
import { killWhileSending } from './outbox.ts';
import { readTimes, tell } from './report.ts';

/** `npm run endurance:kill [-- --times 100] [--seed N]`: kills the app and imports, and looks for what was lost or doubled. */
const { times, seed } = readTimes();

process.stdout.write(`seed ${seed}\n`);
const breaches = [
  ...tell(await inFolder((folder) => killWhileRecording(folder, times, seed))),
  ...tell(await inFolder((folder) => killWhileImporting(folder, Math.ceil(times / 5), seed, 10_000))),
  ...tell(await inFolder((folder) => killWhileSending(folder, times, seed))),
];
process.exit(breaches.length > 0 ? 1 : 0);
