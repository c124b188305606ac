import { Worker } from 'node:worker_threads';

/** What the thread is given, and what it says. */
export type AskedToJudge = { databaseFile: string; month: string; at: string };
export type SaidOfMonth = { records: number };

/** Judges a month as `judgeMonth` does, on a thread and a connection of its own: thousands of records take seconds. */
export function judgeMonthApart(databaseFile: string, month: string, at: Date): Promise<number> {
  const asked: AskedToJudge = { databaseFile, month, at: at.toISOString() };
  const worker = new Worker(new URL('./judging-worker.ts', import.meta.url), { workerData: asked });
  return new Promise((resolve, reject) => {
    worker.on('message', ({ records }: SaidOfMonth) => resolve(records));
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error(`The thread that judged ${month} ended.`)));
  });
}
