import { Worker } from 'node:worker_threads';
import { Unreadable } from '../../tables/unreadable.ts';
import type { ExpenseFile, ExpenseFileRefusal } from './files.ts';
import type { FileContext, RowResult } from './row-result.ts';
import type { Stated } from './state-book.ts';

/** What the thread is given, and what it says. */
export type Asked = { bytes: Uint8Array; fileName: string; context: FileContext };
export type Read =
  | { refused: ExpenseFileRefusal }
  | { opened: true }
  | { rows: RowResult[]; stated?: Stated }
  | { failed: Unreadable['refusal'] };

/** What reading may take, in MiB: a file that needs more is too large, whatever it says of itself. */
const MOST_MEMORY = 192;

/**
 * As `openExpenses`, on a thread of its own: whatever is in a file, people who use the app meanwhile wait for nothing. Whoever does
 * not read the rows to their end has to close the file.
 */
export async function openExpensesApart(
  bytes: Uint8Array,
  fileName: string,
  context: FileContext,
): Promise<(ExpenseFile & { close(): Promise<unknown> }) | ExpenseFileRefusal> {
  const asked: Asked = { bytes, fileName, context };
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  const said = listen(worker);
  const close = () => worker.terminate();
  try {
    const first = await said.next();
    if ('refused' in first || 'failed' in first) {
      await close();
      return 'refused' in first ? first.refused : { refusal: first.failed };
    }
  } catch (error) {
    await close();
    throw error;
  }
  let stated: Stated = { budgets: [], yearToDate: [] };
  async function* rows(): AsyncGenerator<RowResult> {
    try {
      worker.postMessage('more');
      for (;;) {
        const read = await said.next();
        if ('failed' in read) throw new Unreadable(read.failed);
        if (!('rows' in read)) continue;
        if (read.stated) stated = read.stated;
        else worker.postMessage('more'); // the next ones are read while these are taken
        yield* read.rows;
        if (read.stated) return;
      }
    } finally {
      await close();
    }
  }
  return { rows: rows(), stated: () => stated, close };
}

/** The messages of a worker, one after the other; its death is the last of them. */
function listen(worker: Worker) {
  const waiting: (Read | Error)[] = [];
  let wake = (): void => undefined;
  const note = (it: Read | Error): void => {
    waiting.push(it);
    wake();
  };
  worker.on('message', note);
  worker.on('error', (error: NodeJS.ErrnoException) =>
    note(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { failed: 'too_large' } : error),
  );
  return {
    next: async (): Promise<Read> => {
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const it = waiting.shift() as Read | Error;
      if (it instanceof Error) throw it;
      return it;
    },
  };
}
