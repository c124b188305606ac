import { Worker } from 'node:worker_threads';
import { whenComputedFor } from '../../../base/computing.ts';
import type { PdfRefusal } from './refuse.ts';

/** Of computing: a scan of many pages takes half a second. */
const LONGEST_MS = 10_000;
const MOST_MEMORY_MB = 256;

/** Why a PDF is not kept, by a parser in a thread of its own; `too_slow` when that takes longer or more than a receipt can need. */
export function refusePdfInTime(bytes: Uint8Array, ms = LONGEST_MS): Promise<PdfRefusal | 'too_slow' | null> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    const end = (refusal: PdfRefusal | 'too_slow' | null) => {
      heard();
      resolve(refusal);
      void worker.terminate();
    };
    const heard = whenComputedFor(ms, worker, () => end('too_slow'));
    worker.once('message', end);
    worker.once('error', () => end('too_slow'));
    worker.once('exit', () => end('too_slow'));
  });
}
