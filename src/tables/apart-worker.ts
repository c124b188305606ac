import { parentPort, workerData } from 'node:worker_threads';
import type { AskedApart } from './apart.ts';

// Runs on a thread of its own: it calls one function of one module.

const { module, name, args } = workerData as AskedApart;
parentPort?.postMessage(await (await import(module))[name](...args));
