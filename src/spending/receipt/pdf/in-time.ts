import { Worker } from 'node:worker_threads';
import type { PdfRefusal } from './refuse.ts';

/** Of computing: a scan of many pages takes half a second. */
const LONGEST_MS = 10_000;
/** On the clock: a machine that does much else gives a thread little of its time, which says nothing of the file. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_MS = 250;
const MOST_MEMORY_MB = 256;

/** Why a PDF is not kept, by a parser in a thread of its own; `too_slow` when that takes longer or more than a receipt can need. */
export function refusePdfInTime(bytes: Uint8Array, ms = LONGEST_MS): Promise<PdfRefusal | 'too_slow' | null> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    let isOver = false;
    const end = (refusal: PdfRefusal | 'too_slow' | null) => {
      isOver = true;
      resolve(refusal);
      void worker.terminate();
    };
    const look = async () => {
      const { user, system } = await worker.cpuUsage();
      if (user + system > ms * 1_000) end('too_slow');
    };
    const keepLooking = () => {
      if (isOver) return;
      void look().catch(() => undefined); // it has not begun yet, or has ended
      after(LOOK_MS, keepLooking);
    };
    after(LOOK_MS, keepLooking);
    after(LONGEST_WAIT_MS, () => end('too_slow'));
    worker.once('message', end);
    worker.once('error', () => end('too_slow'));
    worker.once('exit', () => end('too_slow'));
  });
}

const after = (ms: number, work: () => void): void => AbortSignal.timeout(ms).addEventListener('abort', work);
