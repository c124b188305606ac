import { Worker } from 'node:worker_threads';
import { whenComputedFor } from '../base/computing.ts';

/** What the thread is given: the module, its function, and what that is called with. */
export type AskedApart = { module: string; name: string; args: readonly unknown[] };

/** What reading may take, in MiB: a file that needs more is too large, whatever it says of itself. */
const MOST_MEMORY = 192;

/** Of computing: what takes longer is no list that people keep. */
export const LONGEST_MS = 60_000;

type Opener<Args extends readonly unknown[], File> = (...args: Args) => Promise<File>;

/**
 * The function of that name in a module, called on a thread of its own: whatever is in a file, people who use the app meanwhile wait for
 * nothing, and whoever sent it not for ever. What it is given and returns has to be plain data.
 */
export const apart =
  <Args extends readonly unknown[], File>(module: URL, { name }: Opener<Args, File>, ms = LONGEST_MS) =>
  (...args: Args): Promise<File | { refusal: 'too_large' | 'too_slow' }> => {
    const asked: AskedApart = { module: module.href, name, args };
    const worker = new Worker(new URL('./apart-worker.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    return new Promise((resolve, reject) => {
      const heard = whenComputedFor(ms, worker, () => {
        resolve({ refusal: 'too_slow' });
        void worker.terminate();
      });
      worker.once('message', (file: File) => resolve(file));
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ refusal: 'too_large' }) : reject(error),
      );
      worker.once('exit', () => {
        heard();
        reject(new Error(`The thread of ${name} ended.`));
      });
    });
  };
