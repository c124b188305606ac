import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { findDueMonth, findOvertaken, putDueOfNew } from './due/store.ts';
import { judgeMonthApart } from './judging/apart.ts';
import { countInBook, judgeMonth, judgeRecords } from './judging/store.ts';

/** Months that are judged at a time, so that other work gets its turn: a month of a register of a million rows takes two to three seconds. */
export const MONTHS_AT_A_TIME = 12;
export const MONTHS_A_TICK = 3; // messages wait behind it

/** Records that are judged at once, without anybody noticing. */
const MOST_AT_ONCE = 1_000;

type Where = { db: Database; now: () => Date; config?: Pick<Deps['config'], 'databaseFile'> };
type How = {
  most?: number;
  onProgress?: (records: number) => void;
  isOver?: () => boolean;
  /** Leaves a month of very many records to who does not answer anybody. */
  leavesLarge?: boolean;
};

/**
 * Judges what no one has yet: records that came from files, and all that a changed limit or rule is about, month by month. Each month is a
 * transaction of its own, so that people come in between, and what a killed process left is found again. A month of very many records is
 * judged on a thread of its own where the register is a file that the app knows.
 */
export async function judgeDue(
  { db, now, config }: Where,
  { most = Number.POSITIVE_INFINITY, onProgress, isOver = () => false, leavesLarge = false }: How = {},
): Promise<{ records: number; more: boolean }> {
  let records = 0;
  const overtaken = await findOvertaken(db);
  if (overtaken.length > 0) await db.transaction().execute((db) => judgeRecords(db, overtaken, now()));
  if (!(await putDueOfNew(db))) return { records, more: false };
  for (let months = 0; months < most && !isOver(); months++) {
    const month = await findDueMonth(db);
    if (month === null) return { records, more: false };
    const isLarge = (await countInBook(db, month)) > MOST_AT_ONCE;
    if (isLarge && leavesLarge) break;
    const file = config?.databaseFile;
    records += isLarge && file ? await judgeMonthApart(file, month, now()) : await judgeMonth(db, month, now());
    onProgress?.(records);
    await setImmediate();
  }
  return { records, more: (await findDueMonth(db)) !== null };
}
