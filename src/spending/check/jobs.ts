import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../base/db/database.ts';
import { findDueMonth, findOvertaken, putDueOfNew } from './due/store.ts';
import { judgeMonth, judgeRecords } from './judging/store.ts';

/** Months that are judged at a time, so that other work gets its turn: a month of a register of a million rows takes two to three seconds. */
export const MONTHS_AT_A_TIME = 12;
export const MONTHS_A_TICK = 3; // messages wait behind it

type How = { most?: number; onProgress?: (records: number) => void; isOver?: () => boolean };

/**
 * Judges what no one has yet: records that came from files, and all that a changed limit or rule is about, month by month. Each month is a
 * transaction of its own, so that people come in between, and what a killed process left is found again.
 */
export async function judgeDue(
  { db, now }: { db: Database; now: () => Date },
  { most = Number.POSITIVE_INFINITY, onProgress, isOver = () => false }: How = {},
): Promise<{ records: number; more: boolean }> {
  let records = 0;
  const overtaken = await findOvertaken(db);
  if (overtaken.length > 0) await db.transaction().execute((db) => judgeRecords(db, overtaken, now()));
  if (!(await putDueOfNew(db))) return { records, more: false };
  for (let months = 0; months < most && !isOver(); months++) {
    const month = await findDueMonth(db);
    if (month === null) return { records, more: false };
    records += await judgeMonth(db, month, now());
    onProgress?.(records);
    await setImmediate();
  }
  return { records, more: (await findDueMonth(db)) !== null };
}
