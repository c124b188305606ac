import type { Database } from '../../base/db/database.ts';
import type { OutboxRow } from '../../base/db/schema/outbox.ts';
import { insertHistory } from '../../people/history/store.ts';
import { findAdministrators } from '../../people/store.ts';
import type { RetryRefusal } from '../../vocabulary/outbox.ts';
import { isExpired, type OutboxState } from '../rules.ts';
import { putEntries } from '../store.ts';
import { FAILED_NOTICE, type FailedEntry } from './rules.ts';

const FAILED: OutboxState = 'failed';

export async function countFailed(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', FAILED)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many could not be sent for which reason, the most first. */
export async function countFailures(db: Database): Promise<{ failure: string; count: number }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select((row) => ['failure', row.fn.countAll<number>().as('count')])
    .where('state', '=', FAILED)
    .groupBy('failure')
    .execute();
  return rows
    .map(({ failure, count }) => ({ failure: failure ?? 'unclear', count: Number(count) }))
    .toSorted((a, b) => b.count - a.count || a.failure.localeCompare(b.failure));
}

/** What could not be sent and is not given up, the newest first. */
export async function findFailed(
  db: Database,
  page: { offset: number; limit: number } = { offset: 0, limit: 10 },
): Promise<{ failed: FailedEntry[]; count: number }> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', FAILED)
    .orderBy('settled_at', 'desc')
    .orderBy('key')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { failed: rows.map(toFailed), count: await countFailed(db) };
}

/** Notes that a message is not sent. `maybe`: an earlier attempt may have reached Slack, and is looked for before another. */
export async function markFailed(
  db: Database,
  key: string,
  by: string,
  { failure, maybe, at }: { failure: string; maybe: boolean; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({
      state: FAILED,
      failure,
      settled_at: at.toISOString(),
      claimed_by: null,
      ...(maybe ? {} : { tried_at: null }),
    })
    .where('key', '=', key)
    .where('claimed_by', '=', by)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const before = { state: 'waiting' };
  await insertHistory(db, {
    actor: 'outbox',
    at,
    noun: 'outbox',
    record: key,
    action: 'failed',
    before,
    after: { state: FAILED, failure },
  });
  return true;
}

const DAY_MS = 24 * 60 * 60_000;
const noticeKey = (userId: string, at: Date) => `${FAILED_NOTICE}:${userId}:${at.toISOString()}`;

/** Each administrator hears of it once: when it is the only one that failed, or the last notice is a day old. */
export async function putNotices(db: Database, at: Date): Promise<void> {
  const only = (await countFailed(db)) <= 1;
  for (const { userId } of await findAdministrators(db)) {
    const told = await db
      .selectFrom('outbox')
      .select('key')
      .where('key', '>', noticeKey(userId, new Date(at.getTime() - DAY_MS)))
      .where('key', '<=', noticeKey(userId, at))
      .limit(1)
      .executeTakeFirst();
    if (told && !only) continue;
    const key = noticeKey(userId, at);
    await putEntries(
      db,
      [{ key, kind: FAILED_NOTICE, recipient: userId, subject: null, dueAt: at, expiresAt: null }],
      at,
    );
  }
}

/** Lets one be tried again. */
export async function retryFailed(
  db: Database,
  key: string,
  by: { actor: string; at: Date },
): Promise<FailedEntry | { refusal: RetryRefusal }> {
  return settleFailed(db, key, { ...by, action: 'retried' }, (entry) => {
    if (isExpired(entry, by.at)) return { refusal: 'expired' };
    const fresh = { attempts: 0, failing_since: null, failure: null, settled_at: null, claimed_by: null };
    return { ...fresh, state: 'waiting', next_at: by.at.toISOString() };
  });
}

/** Gives one up. It stays in the table: its key must not be sent again. */
export async function dropFailed(
  db: Database,
  key: string,
  by: { actor: string; at: Date },
): Promise<FailedEntry | { refusal: RetryRefusal }> {
  return settleFailed(db, key, { ...by, action: 'dropped' }, () => ({
    state: 'dropped',
    settled_at: by.at.toISOString(),
  }));
}

type Change = Partial<Omit<OutboxRow, 'state'>> & { state: OutboxState };

async function settleFailed(
  db: Database,
  key: string,
  { actor, at, action }: { actor: string; at: Date; action: string },
  changeOf: (entry: FailedEntry) => Change | { refusal: RetryRefusal },
): Promise<FailedEntry | { refusal: RetryRefusal }> {
  return db.transaction().execute(async (db) => {
    const row = await db
      .selectFrom('outbox')
      .selectAll()
      .where('key', '=', key)
      .where('state', '=', FAILED)
      .executeTakeFirst();
    if (!row) return { refusal: 'settled' };
    const entry = toFailed(row);
    const change = changeOf(entry);
    if ('refusal' in change) return change;
    await db.updateTable('outbox').set(change).where('key', '=', key).execute();
    const before = { state: FAILED, failure: entry.failure };
    await insertHistory(db, { actor, at, noun: 'outbox', record: key, action, before, after: { state: change.state } });
    return entry;
  });
}

function toFailed(row: OutboxRow): FailedEntry {
  return {
    key: row.key,
    kind: row.kind,
    recipient: row.recipient,
    dueAt: new Date(row.due_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    failure: row.failure ?? '',
    failedAt: new Date(row.settled_at ?? row.due_at),
  };
}
