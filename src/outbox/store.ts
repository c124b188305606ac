import type { Database } from '../base/db/database.ts';
import type { OutboxRow } from '../base/db/schema/outbox.ts';
import { type Claimed, type Entry, FAR_TOO_LATE_MS, type OutboxState } from './rules.ts';

/** Entries whose key is known already are left alone. Called in the transaction that decides to send. */
export async function putEntries(db: Database, entries: readonly Entry[], at: Date): Promise<void> {
  for (const entry of entries) {
    const due = entry.dueAt.toISOString();
    await db
      .insertInto('outbox')
      .values({
        key: entry.key,
        kind: entry.kind,
        recipient: entry.recipient,
        subject: JSON.stringify(entry.subject),
        due_at: due,
        expires_at: entry.expiresAt?.toISOString() ?? null,
        state: 'waiting' satisfies OutboxState,
        next_at: due,
        put_at: at.toISOString(),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}

/** Where a message stands in Slack, to be kept up to date; null while it is not sent. */
export async function findSent(db: Database, key: string): Promise<{ channel: string; ts: string } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['channel', 'ts'])
    .where('key', '=', key)
    .where('state', '=', 'sent' satisfies OutboxState)
    .executeTakeFirst();
  return row?.channel && row.ts ? { channel: row.channel, ts: row.ts } : null;
}

/** How many of the entries that are due are looked through for different recipients. */
const LOOKED_THROUGH = 200;

/**
 * Takes what has been due longest, one for each recipient, for one sender until `until`: nobody else takes these before. An entry
 * that a killed process held is due again when its claim ends.
 */
export async function claimDue(
  db: Database,
  claim: { by: string; now: Date; until: Date; most: number; not: readonly string[] },
): Promise<Claimed[]> {
  const now = claim.now.toISOString();
  let due = db
    .selectFrom('outbox')
    .select(['key', 'recipient'])
    .where('state', '=', 'waiting' satisfies OutboxState)
    .where('next_at', '<=', now);
  if (claim.not.length > 0) due = due.where('recipient', 'not in', claim.not);
  const rows = await due.orderBy('next_at').limit(LOOKED_THROUGH).execute();
  const first = new Map<string, string>();
  for (const { key, recipient } of rows) if (!first.has(recipient)) first.set(recipient, key);
  const keys = [...first.values()].slice(0, claim.most);
  if (keys.length === 0) return [];

  const claimed = await db
    .updateTable('outbox')
    .set({ claimed_by: claim.by, next_at: claim.until.toISOString() })
    .where('key', 'in', keys)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .where('next_at', '<=', now)
    .returningAll()
    .execute();
  return claimed.map(toClaimed);
}

/** Who was sent something after that moment, or perhaps was; the oldest first. */
export async function findLatelyTried(db: Database, since: Date): Promise<{ recipient: string; at: Date }[]> {
  const after = since.toISOString();
  const rows = await db
    .selectFrom('outbox')
    .select(['recipient', (row) => row.fn.coalesce('settled_at', 'tried_at').as('at')])
    .where((row) => row.or([row('settled_at', '>', after), row('tried_at', '>', after)]))
    .where('tried_at', 'is not', null)
    .execute();
  return rows
    .flatMap(({ recipient, at }) => (at === null ? [] : [{ recipient, at: new Date(at) }]))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export async function isAnythingDue(db: Database, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('key')
    .where('state', '=', 'waiting' satisfies OutboxState)
    .where('next_at', '<=', now.toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many messages have been due for longer than an hour. */
export async function countFarTooLate(db: Database, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting' satisfies OutboxState)
    .where('due_at', '<', new Date(now.getTime() - FAR_TOO_LATE_MS).toISOString())
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now.toISOString())]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Notes, before it is posted, that from now on Slack may have it, and claims it anew: writing it may have taken a while. False
 * when the entry is no longer the claimer's.
 */
export async function markTrying(
  db: Database,
  key: string,
  by: string,
  { at, until }: { at: Date; until: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      tried_at: row.fn.coalesce('tried_at', row.val(at.toISOString())),
      next_at: until.toISOString(),
    }))
    .where('key', '=', key)
    .where('claimed_by', '=', by)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markSent(
  db: Database,
  key: string,
  { channel, ts }: { channel: string; ts: string },
  at: Date,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'sent' satisfies OutboxState, channel, ts, settled_at: at.toISOString(), claimed_by: null })
    .where('key', '=', key)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .execute();
}

export async function markPointless(db: Database, key: string, by: string, at: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'pointless' satisfies OutboxState, settled_at: at.toISOString(), claimed_by: null })
    .where('key', '=', key)
    .where('claimed_by', '=', by)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .execute();
}

/** Lets go of an entry until then. `mayBeThere`: Slack may have it. */
export async function postpone(
  db: Database,
  key: string,
  by: string,
  to: { nextAt: Date; mayBeThere: boolean; attempts: number; failingSince: Date | null },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      next_at: to.nextAt.toISOString(),
      attempts: to.attempts,
      failing_since: to.failingSince?.toISOString() ?? null,
      claimed_by: null,
      ...(to.mayBeThere ? {} : { tried_at: null }),
    })
    .where('key', '=', key)
    .where('claimed_by', '=', by)
    .where('state', '=', 'waiting' satisfies OutboxState)
    .execute();
}

function toClaimed(row: OutboxRow): Claimed {
  return {
    key: row.key,
    kind: row.kind,
    recipient: row.recipient,
    subject: JSON.parse(row.subject),
    dueAt: new Date(row.due_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    attempts: row.attempts,
    triedAt: row.tried_at === null ? null : new Date(row.tried_at),
    failingSince: row.failing_since === null ? null : new Date(row.failing_since),
  };
}

/** What messages of a kind that reached somebody since were about: as `putEntries` was given it, for their kind to parse. */
export async function findSentSince(db: Database, kind: string, recipient: string, since: Date): Promise<unknown[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('subject')
    .where('kind', '=', kind)
    .where('recipient', '=', recipient)
    .where('state', '=', 'sent' satisfies OutboxState)
    .where('settled_at', '>=', since.toISOString())
    .execute();
  return rows.map(({ subject }): unknown => JSON.parse(subject));
}
