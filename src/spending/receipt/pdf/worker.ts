import { parentPort, workerData } from 'node:worker_threads';
import { refusePdf } from './refuse.ts';

// Another thread, which can be ended: what a stranger's file costs, nobody else waits for.
parentPort?.postMessage(await refusePdf(workerData as Uint8Array));
