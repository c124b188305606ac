import type { Database } from '../../base/db/database.ts';
import type { Message } from '../../slack/privately.ts';
import type { Posted } from '../posted.ts';
import type { OutboxState } from '../rules.ts';

/** What a message in Slack should say by now. */
export type Update = { key: string; message: Message; at: Posted; revision: number; attempts: number };

/**
 * Keeps what a message should say from now on; the newest counts. Called in the transaction that makes it so: it is shown even if
 * the process is killed right after. Nothing comes of it for a message that is not in the outbox, or is not sent in the end.
 */
export async function putUpdate(db: Database, key: string, message: Message, at: Date): Promise<void> {
  const entry = await db.selectFrom('outbox').select('key').where('key', '=', key).executeTakeFirst();
  if (!entry) return;
  const { direct: _, ...shown } = message;
  const json = JSON.stringify(shown);
  const now = at.toISOString();
  await db
    .insertInto('outbox_update')
    .values({ key, message: json, next_at: now, put_at: now, revision: 1 })
    .onConflict((conflict) =>
      // Whoever works on the older one goes on until their claim ends, and sees that there is a newer one.
      conflict
        .column('key')
        .doUpdateSet((row) => ({ message: json, put_at: now, revision: row('outbox_update.revision', '+', 1) })),
    )
    .execute();
}

/** Takes the update that is due longest, or the one of `key`: nobody else takes it before `until`. */
export async function claimUpdate(
  db: Database,
  { now, until, key }: { now: Date; until: Date; key?: string | undefined },
): Promise<Update | null> {
  let due = db
    .selectFrom('outbox_update')
    .innerJoin('outbox', 'outbox.key', 'outbox_update.key')
    .select(['outbox_update.key', 'channel', 'ts'])
    .where('outbox_update.next_at', '<=', now.toISOString())
    .where('state', '=', 'sent' satisfies OutboxState);
  if (key !== undefined) due = due.where('outbox_update.key', '=', key);
  const sent = await due.orderBy('outbox_update.next_at').limit(1).executeTakeFirst();
  if (!sent?.channel || !sent.ts) return null;
  const row = await db
    .updateTable('outbox_update')
    .set({ next_at: until.toISOString() })
    .where('key', '=', sent.key)
    .where('next_at', '<=', now.toISOString())
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const { revision, attempts } = row;
  return {
    key: row.key,
    message: JSON.parse(row.message),
    at: { channel: sent.channel, ts: sent.ts },
    revision,
    attempts,
  };
}

/** Slack shows it. If there is a newer one by now, that one is due at once. */
export async function settleUpdate(db: Database, key: string, revision: number, at: Date): Promise<void> {
  await db.transaction().execute(async (db) => {
    await db.deleteFrom('outbox_update').where('key', '=', key).where('revision', '=', revision).execute();
    await db
      .updateTable('outbox_update')
      .set({ next_at: at.toISOString(), attempts: 0 })
      .where('key', '=', key)
      .execute();
  });
}

export async function postponeUpdate(db: Database, key: string, attempts: number, nextAt: Date): Promise<void> {
  await db
    .updateTable('outbox_update')
    .set({ next_at: nextAt.toISOString(), attempts })
    .where('key', '=', key)
    .execute();
}
