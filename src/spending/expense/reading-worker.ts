import { parentPort, workerData } from 'node:worker_threads';
import { refusalOf } from '../../tables/table.ts';
import { Unreadable } from '../../tables/unreadable.ts';
import { openExpenses } from './files.ts';
import type { Asked, Read } from './reading.ts';
import type { RowResult } from './row-result.ts';

// Runs on a thread of its own: it reads one file, so many rows each time it is asked for more.

const AT_A_TIME = 1_000;

const { bytes, fileName, context } = workerData as Asked;
const say = (read: Read): void => parentPort?.postMessage(read);

const file = await openExpenses(bytes, fileName, context);
if ('refusal' in file) say({ refused: file });
else {
  const rows = file.rows[Symbol.asyncIterator]();
  parentPort?.on('message', async () => {
    try {
      const read: RowResult[] = [];
      let done = false;
      while (!done && read.length < AT_A_TIME) {
        const next = await rows.next();
        if (next.done) done = true;
        else read.push(next.value);
      }
      say(done ? { rows: read, stated: file.stated() } : { rows: read });
    } catch (error) {
      if (!refusalOf(error)) throw error;
      say({ failed: error instanceof Unreadable ? error.refusal : 'damaged' });
    }
  });
  say({ opened: true });
}
