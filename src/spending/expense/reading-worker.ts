import { on } from 'node:events';
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { refusalOf } from '../../tables/table.ts';
import { Unreadable } from '../../tables/unreadable.ts';
import { openExpenses } from './files.ts';
import type { Asked, Read } from './reading.ts';
import type { RowResult } from './row-result.ts';
import type { Stated } from './state-book.ts';

// Runs on a thread of its own: it reads one file after another, so many rows each time it is asked for more.

const AT_A_TIME = 1_000;

if (!parentPort) throw new Error('This is a thread.');
const port = parentPort;
const say = (read: Read): void => port.postMessage(read);

const sayRows = (rows: readonly RowResult[], end: { stated?: Stated } = {}): void => {
  const packed = serialize(rows);
  port.postMessage({ rows: packed, ...end } satisfies Read, [packed.buffer]);
};

/** Only a row that is held is kept as it came. */
const slim = (row: RowResult): RowResult => ('held' in row.result ? row : { ...row, raw: [] });

let rows: AsyncIterator<RowResult> | null = null;
let stated: (() => Stated) | null = null;

for await (const [asked] of on(port, 'message') as AsyncIterable<[Asked]>) {
  try {
    if (asked === 'leave') {
      rows = null;
      say({ left: true });
    } else if (asked === 'more') await readOn();
    else await open(asked.open);
  } catch (error) {
    if (!refusalOf(error)) throw error;
    rows = null;
    say({ failed: error instanceof Unreadable ? error.refusal : 'damaged' });
  }
}

async function open({ bytes, fileName, context }: Exclude<Asked, string>['open']): Promise<void> {
  const file = await openExpenses(bytes, fileName, context);
  if ('refusal' in file) return say({ refused: file });
  rows = file.rows[Symbol.asyncIterator]();
  stated = file.stated;
  say({ opened: true });
}

async function readOn(): Promise<void> {
  if (!rows) return; // it was read to its end, or left
  const read: RowResult[] = [];
  while (read.length < AT_A_TIME) {
    const next = await rows.next();
    if (next.done) {
      rows = null;
      return sayRows(read, stated ? { stated: stated() } : {});
    }
    read.push(slim(next.value));
  }
  sayRows(read);
}
