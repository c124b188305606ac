import { parentPort } from 'node:worker_threads';

/** What a thread is given that must not hang for ever. */
export async function endless(): Promise<{ rows: never[] }> {
  for (;;) /^(?:a|a)*$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaab');
}

// As the thread that reads files: whatever it is asked, it never says anything.
if (parentPort) parentPort.on('message', endless);
