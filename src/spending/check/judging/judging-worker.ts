import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../base/db/database.ts';
import type { AskedToJudge, SaidOfMonth } from './apart.ts';
import { judgeMonth } from './store.ts';

// Runs on a thread of its own: it judges one month.

const { databaseFile, month, at } = workerData as AskedToJudge;
const db = await openDatabase(databaseFile);
try {
  const said: SaidOfMonth = { records: await judgeMonth(db, month, new Date(at)) };
  parentPort?.postMessage(said);
} finally {
  await db.destroy();
}
