import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import type { OutboxState } from '../../outbox/rules.ts';
import { findSentSince } from '../../outbox/store.ts';
import { type Visit, visitName } from '../rules.ts';
import { Known, Subject, VISIT_CHANGE } from './rules.ts';

/** What somebody was to be told of one visit and was not yet, oldest first; with the key of each. */
export async function findUntold(
  db: Database,
  visitId: number,
  userId: string,
): Promise<{ key: string; subject: ReturnType<typeof Subject.parse> }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'state', 'subject'])
    .where('kind', '=', VISIT_CHANGE)
    .where('recipient', '=', userId)
    .where('key', 'like', `${VISIT_CHANGE}:${visitId}:%`)
    .orderBy('key')
    .execute();
  const lastSent = rows.findLastIndex(({ state }) => state === ('sent' satisfies OutboxState));
  return rows.slice(lastSent + 1).map(({ key, subject }) => ({ key, subject: Subject.parse(JSON.parse(subject)) }));
}

/**
 * Whether a change of one date is said with all dates of its site: somebody has not been told of them yet, or was after it. `key` is the
 * change's.
 */
export async function isToldWithOthers(db: Database, visitId: number, userId: string, key: string): Promise<boolean> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'state', 'subject', 'put_at', 'tried_at'])
    .where('kind', '=', VISIT_CHANGE)
    .where('recipient', '=', userId)
    .orderBy('key')
    .execute();
  const putAt = rows.find((row) => row.key === key)?.put_at ?? '';
  const read = rows.map((row) => ({ ...row, about: Subject.parse(JSON.parse(row.subject)) }));
  const series = read.find(({ about }) => about.more?.includes(visitId));
  if (!series) return false;
  const since = read.filter(({ about, key }) => about.visit === series.about.visit && key >= series.key);
  const told = since.find(({ state }) => state === ('sent' satisfies OutboxState));
  if (told) return (told.tried_at ?? '') > putAt;
  return since.some(({ state }) => state === ('waiting' satisfies OutboxState));
}

/** The visits that somebody was told a change of since, by name. */
export async function findChangesTold(db: Database, userId: string, since: Date): Promise<Set<string>> {
  const told = (await findSentSince(db, VISIT_CHANGE, userId, since)).map((subject) => Subject.parse(subject));
  return new Set(told.flatMap(({ visit, more = [] }) => [visit, ...more].map(visitName)));
}

const Moved = z.object(Known.unwrap().omit({ cancelled: true, owner: true }).shape);

/** When and where a visit was before it was last moved; null where it never was. */
export async function findMovedFrom(db: Database, { id }: Visit): Promise<z.infer<typeof Moved> | null> {
  const row = await db
    .selectFrom('history')
    .select('before')
    .where('noun', '=', 'visit')
    .where('record', '=', String(id))
    .where('action', '=', 'moved')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.before ? Moved.parse(JSON.parse(row.before)) : null;
}
