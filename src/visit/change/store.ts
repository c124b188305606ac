import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import type { OutboxState } from '../../outbox/rules.ts';
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

/** The visits that somebody was told a change of since, by name. */
export async function findChangesTold(db: Database, userId: string, since: Date): Promise<Set<string>> {
  const rows = await db
    .selectFrom('outbox')
    .select('subject')
    .where('kind', '=', VISIT_CHANGE)
    .where('recipient', '=', userId)
    .where('state', '=', 'sent' satisfies OutboxState)
    .where('settled_at', '>=', since.toISOString())
    .execute();
  return new Set(rows.map(({ subject }) => visitName(Subject.parse(JSON.parse(subject)).visit)));
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
