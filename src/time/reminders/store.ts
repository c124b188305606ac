import { anyOf } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import type { Entry, OutboxState } from '../../outbox/rules.ts';
import { findStored } from '../../people/settings/store.ts';
import { PLANNED } from './rules.ts';

/**
 * Since when the app reminds at all, until when reminders are planned, the last change that was looked at, and what everybody had
 * chosen by then; null: nobody noted that yet.
 */
export type Marks = { begun: Date; planned: Date; history: number; settings: string | null };

export async function findMarks(db: Database): Promise<Marks | null> {
  const rows = await db.selectFrom('reminder_mark').selectAll().execute();
  const marks = new Map(rows.map(({ name, value }) => [name, value]));
  const [begun, planned, history] = [marks.get('begun'), marks.get('planned'), marks.get('history')];
  if (!begun || !planned) return null;
  const settings = marks.get('settings') ?? null;
  return { begun: new Date(begun), planned: new Date(planned), history: Number(history ?? 0), settings };
}

export async function putMarks(db: Database, { begun, planned, history, settings }: Marks): Promise<void> {
  const dates = { begun: begun.toISOString(), planned: planned.toISOString() };
  for (const [name, value] of Object.entries({ ...dates, history: String(history), settings })) {
    if (value === null) continue;
    await db
      .insertInto('reminder_mark')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}

/** What everything that is planned depends on, but the day: it is looked at every few seconds, and costs next to nothing. */
export async function findState(db: Database): Promise<{ history: number; settings: string }> {
  const { history } = await db
    .selectFrom('history')
    .select((eb) => eb.fn.max('id').as('history'))
    .executeTakeFirstOrThrow();
  return { history: history ?? 0, settings: JSON.stringify(await findStored(db)) };
}

/** The records that changed since: `followup 12`. */
export async function findChanged(
  db: Database,
  since: number,
  to: number,
): Promise<{ noun: string; record: string }[]> {
  return db
    .selectFrom('history')
    .select(['noun', 'record'])
    .distinct()
    .where('id', '>', since)
    .where('id', '<=', to)
    .execute();
}

/**
 * What a record became, and by whom, from a moment on; oldest first. `before` is null where it was entered then. `since`: only
 * changes after that one.
 */
export async function findChangesFrom(
  db: Database,
  { noun, record }: { noun: string; record: string },
  from: Date,
  since = 0,
): Promise<{ actor: string; at: string; action: string; before: string | null; after: string | null }[]> {
  return db
    .selectFrom('history')
    .select(['actor', 'at', 'action', 'before', 'after'])
    .where('noun', '=', noun)
    .where('record', '=', record)
    .where('at', '>=', from.toISOString())
    .where('id', '>', since)
    .orderBy('id')
    .execute();
}

/** When those of the keys that are in the outbox are due there, whatever became of them. */
export async function findKnown(db: Database, keys: readonly string[]): Promise<Map<string, Date>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('outbox').select(['key', 'due_at']).where('key', 'in', anyOf(keys)).execute();
  return new Map(rows.map((row) => [row.key, new Date(row.due_at)]));
}

/** Lets an entry that nobody has tried to send yet come at another time: somebody chose another. */
export async function moveEntry(db: Database, { key, dueAt, expiresAt }: Entry): Promise<void> {
  const due = dueAt.toISOString();
  await db
    .updateTable('outbox')
    .set({ due_at: due, next_at: due, expires_at: expiresAt?.toISOString() ?? null })
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .where('claimed_by', 'is', null)
    .where('attempts', '=', 0)
    .whereRef('due_at', '=', 'next_at')
    .execute();
}

/** The hours for which a message to somebody waits. */
export async function findWaitingHours(db: Database, recipient: string, now: Date): Promise<Date[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('due_at')
    .where('recipient', '=', recipient)
    .where('key', '>=', `${PLANNED}:`)
    .where('key', '<', `${PLANNED};`)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .where('due_at', '<=', now.toISOString())
    .execute();
  return rows.map(({ due_at }) => new Date(due_at));
}
