import type { Database } from '../db/database.ts';
import type { Entry } from './rules.ts';

/** Entries whose key is known already are left alone. Called in the transaction that decides to send. */
export async function putEntries(db: Database, entries: readonly Entry[], at: Date): Promise<void> {
  for (const entry of entries) {
    await db
      .insertInto('outbox')
      .values({
        key: entry.key,
        kind: entry.kind,
        recipient: entry.recipient,
        subject: JSON.stringify(entry.subject),
        due_at: entry.dueAt.toISOString(),
        expires_at: entry.expiresAt?.toISOString() ?? null,
        state: 'waiting',
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
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row?.channel && row.ts ? { channel: row.channel, ts: row.ts } : null;
}
