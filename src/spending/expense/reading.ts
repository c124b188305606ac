import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { whenComputedFor } from '../../base/computing.ts';
import { LONGEST_MS } from '../../tables/apart.ts';
import { Unreadable } from '../../tables/unreadable.ts';
import type { ExpenseFile, ExpenseFileRefusal } from './files.ts';
import type { FileContext, RowResult } from './row-result.ts';
import type { Stated } from './state-book.ts';

/**
 * What the thread is asked: to open a file, to read on, to leave the rest; and what it says. Rows come packed: those that wait their turn
 * are one block of memory then, and no thousand objects that grow old.
 */
export type Asked = { open: { bytes: Uint8Array; fileName: string; context: FileContext } } | 'more' | 'leave';
export type Read =
  | { refused: ExpenseFileRefusal }
  | { opened: true }
  | { rows: Uint8Array; stated?: Stated }
  | { failed: Unreadable['refusal'] }
  | { left: true };

/** What reading may take, in MiB: a file that needs more is too large, whatever it says of itself. */
const MOST_MEMORY = 192;
/** New objects, in MiB: rows die young, and a thread with more room for them only keeps them longer. */
const YOUNG_MEMORY = 8;

/** Many rows, which are unpacked when they are asked for. */
export type Batch = () => RowResult[];

/** Its rows come either way, once. */
type Opened = ExpenseFile & { batches: AsyncGenerator<Batch>; close(): Promise<unknown> };

/**
 * Reads files as `openExpenses` does, one after another on a thread of its own: whatever is in a file, people who use the app meanwhile
 * wait for nothing. A file is opened when the one before was read to its end or closed: whoever does not read the rows to their end has
 * to close the file. A file that the thread died of leaves the next one a new thread.
 */
export function startReader({ module = new URL('./reading-worker.ts', import.meta.url), ms = LONGEST_MS } = {}): {
  open(bytes: Uint8Array, fileName: string, context: FileContext): Promise<Opened | ExpenseFileRefusal>;
  stop(): Promise<unknown>;
} {
  let thread: Thread | null = null;
  let free: Promise<unknown> = Promise.resolve();
  const isGone = () => thread === null || thread.isOver();

  async function open(asked: Exclude<Asked, string>['open'], done: () => void): Promise<Opened | ExpenseFileRefusal> {
    const own = isGone() ? startThread(module, ms) : (thread as Thread);
    thread = own;
    own.say({ open: asked });
    const first = await own.hear();
    if ('refused' in first || 'failed' in first) {
      done();
      return 'refused' in first ? first.refused : { refusal: first.failed };
    }
    let stated: Stated = { budgets: [], yearToDate: [] };
    let isRead = false;
    const close = async () => {
      if (isRead) return;
      isRead = true;
      if (!own.isOver()) own.say('leave');
      while (!own.isOver() && !('left' in (await own.hear().catch(() => ({ left: true }))))) {
        // what was still under way
      }
      done();
    };
    async function* batches(): AsyncGenerator<Batch> {
      try {
        own.say('more');
        for (;;) {
          const read = await own.hear();
          if ('failed' in read) throw new Unreadable(read.failed);
          if (!('rows' in read)) continue;
          if (read.stated) {
            stated = read.stated;
            isRead = true;
            done();
          } else own.say('more'); // the next ones are read while these are taken
          yield () => deserialize(read.rows) as RowResult[];
          if (read.stated) return;
        }
      } finally {
        await close();
      }
    }
    const read = batches();
    return { batches: read, rows: oneByOne(read), stated: () => stated, close };
  }

  return {
    open(bytes, fileName, context) {
      const before = free;
      const mine = Promise.withResolvers<void>();
      free = mine.promise;
      return before.then(() =>
        open({ bytes, fileName, context }, mine.resolve).catch((error) => {
          mine.resolve();
          throw error;
        }),
      );
    },
    stop: async () => thread?.stop(),
  };
}

/** One file, with a thread for it alone, which ends with the file. */
export async function openExpensesApart(
  bytes: Uint8Array,
  fileName: string,
  context: FileContext,
): Promise<Opened | ExpenseFileRefusal> {
  const reader = startReader();
  try {
    const file = await reader.open(bytes, fileName, context);
    if ('refusal' in file) {
      await reader.stop();
      return file;
    }
    const batches = endingWith(file.batches, reader.stop);
    return { ...file, batches, rows: oneByOne(batches), close: reader.stop };
  } catch (error) {
    await reader.stop();
    throw error;
  }
}

async function* oneByOne(batches: AsyncIterable<Batch>): AsyncGenerator<RowResult> {
  for await (const batch of batches) yield* batch();
}

async function* endingWith<Item>(items: AsyncIterable<Item>, end: () => Promise<unknown>): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    await end();
  }
}

type Thread = { say(asked: Asked): void; hear(): Promise<Read>; isOver(): boolean; stop(): Promise<unknown> };

/**
 * What the thread says is heard one after the other; its death is the last of it. It dies when it computes for longer than `ms` before it
 * says the next.
 */
function startThread(module: URL, ms: number): Thread {
  const worker = new Worker(module, {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  const waiting: (Read | Error)[] = [];
  let over = false;
  let wake = (): void => undefined;
  const note = (it: Read | Error): void => {
    waiting.push(it);
    wake();
  };
  worker.on('message', note);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    over = true;
    note(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { failed: 'too_large' } : error);
  });
  worker.on('exit', () => {
    over = true;
    note(new Error('The thread that reads files has ended.'));
  });
  return {
    say: (asked) => worker.postMessage(asked),
    isOver: () => over,
    stop: () => worker.terminate(),
    async hear() {
      const heard = whenComputedFor(ms, worker, () => {
        over = true;
        note({ failed: 'too_slow' });
        void worker.terminate();
      });
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      heard();
      const it = waiting.shift() as Read | Error;
      if (it instanceof Error) throw it;
      return it;
    },
  };
}
