import type { Worker } from 'node:worker_threads';

const LOOK_MS = 250;
/** On the clock so many times as long: a machine that does much else gives a thread little of its time, which says nothing of its work. */
const WAITS = 6;

/**
 * Calls `over`, once, when a thread has computed for longer than that from now on, or has said nothing for so long that it never will.
 * What is returned ends the watch: whoever heard from the thread calls it.
 */
export function whenComputedFor(ms: number, worker: Worker, over: () => void): () => void {
  let isOver = false;
  let before: number | null = null;
  const end = () => {
    if (isOver) return;
    isOver = true;
    over();
  };
  const look = async () => {
    const { user, system } = await worker.cpuUsage();
    before ??= user + system;
    if (user + system - before > ms * 1_000) end();
  };
  const keepLooking = (waited: number) => {
    if (isOver) return;
    if (waited > WAITS * ms) return end();
    void look().catch(() => undefined); // it has not begun yet, or has ended
    after(LOOK_MS, () => keepLooking(waited + LOOK_MS));
  };
  after(LOOK_MS, () => keepLooking(LOOK_MS));
  return () => {
    isOver = true;
  };
}

const after = (ms: number, work: () => void): void => AbortSignal.timeout(ms).addEventListener('abort', work);
