import { anyOf } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';
import { isKindName, type KindName } from '../../../vocabulary/reminder.ts';
import { declinedKey } from '../rules.ts';

export const ANSWERS = ['seen', 'snoozed', 'not_mine', 'ended'] as const;
export type Answer = (typeof ANSWERS)[number];

/** `action`: what was done to what has ended, as the history calls it. */
export type Given = { answer: Answer; by: string; at: Date; action: string | null; until: Date | null };

/** One record of one reminder: `key` is the part of `message` that is of its kind. */
export type Told = {
  key: string;
  message: string;
  record: string;
  kind: KindName;
  userId: string;
  answer: Given | null;
  /** When it is pointless; null: never. */
  expiresAt: Date | null;
};

/** What a message tells of one kind. */
export type Part = { key: string; kind: KindName; records: readonly { record: string; until: Date | null }[] };

/** What a message tells of, in its order. Written again because it could not be sent, it is what it is then. */
export async function putTold(
  db: Database,
  { message, userId }: { message: string; userId: string },
  parts: readonly Part[],
  at: Date,
): Promise<void> {
  await db.deleteFrom('reminder_item').where('message', '=', message).where('answer', 'is', null).execute();
  const all = parts.flatMap(({ key, kind, records }) => records.map((it) => ({ key, kind, ...it })));
  const rows = all.map(({ until, ...it }, nth) => ({
    ...it,
    message,
    nth,
    user_id: userId,
    told_at: at.toISOString(),
    expires_at: until?.toISOString() ?? null,
  }));
  for (let from = 0; from < rows.length; from += 100) {
    await db
      .insertInto('reminder_item')
      .values(rows.slice(from, from + 100))
      .onConflict((conflict) => conflict.columns(['key', 'record']).doNothing())
      .execute();
  }
}

/** What a part tells of, or a whole message. */
export async function findTold(db: Database, key: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('reminder_item')
    .selectAll()
    .where((eb) => eb.or([eb('key', '=', key), eb('message', '=', key)]))
    .orderBy('nth')
    .orderBy('record')
    .execute();
  return rows.flatMap((row) => {
    const answer = ANSWERS.find((it) => it === row.answer);
    if (!isKindName(row.kind)) return [];
    return [
      {
        key: row.key,
        message: row.message,
        expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
        record: row.record,
        kind: row.kind,
        userId: row.user_id,
        answer:
          answer && row.answered_by && row.answered_at
            ? {
                answer,
                by: row.answered_by,
                at: new Date(row.answered_at),
                action: row.action,
                until: row.until === null ? null : new Date(row.until),
              }
            : null,
      },
    ];
  });
}

/** The first answer counts: false for any later one. */
export async function putAnswer(
  db: Database,
  { key, record }: { key: string; record: string },
  { answer, by, at, action, until }: Given,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reminder_item')
    .set({ answer, answered_by: by, answered_at: at.toISOString(), action, until: until?.toISOString() ?? null })
    .where('key', '=', key)
    .where('record', '=', record)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What people were told of and have not answered. */
export type Unanswered = { key: string; message: string; record: string; kind: KindName; userId: string; toldAt: Date };

/** Of these records, since a moment. */
export async function findUnanswered(db: Database, records: readonly string[], since: Date): Promise<Unanswered[]> {
  if (records.length === 0) return [];
  const rows = await unanswered(db, since).where('record', 'in', anyOf(records)).execute();
  return rows.flatMap(toUnanswered);
}

/** Of these kinds, since a moment. */
export async function findUnansweredOf(db: Database, kinds: readonly KindName[], since: Date): Promise<Unanswered[]> {
  const rows = await unanswered(db, since).where('kind', 'in', kinds).execute();
  return rows.flatMap(toUnanswered);
}

const unanswered = (db: Database, since: Date) =>
  db
    .selectFrom('reminder_item')
    .select(['key', 'message', 'record', 'kind', 'user_id', 'told_at'])
    .where('answer', 'is', null)
    .where('told_at', '>=', since.toISOString());

function toUnanswered(row: {
  key: string;
  message: string;
  record: string;
  kind: string;
  user_id: string;
  told_at: string;
}): Unanswered[] {
  const { key, message, record, kind, user_id, told_at } = row;
  return isKindName(kind) ? [{ key, message, record, kind, userId: user_id, toldAt: new Date(told_at) }] : [];
}

/** What somebody was told of since, of which kind, in other messages than one. */
export async function findToldSince(
  db: Database,
  userId: string,
  since: Date,
  except: string,
): Promise<{ kind: KindName; record: string; at: Date }[]> {
  const rows = await db
    .selectFrom('reminder_item')
    .select(['kind', 'record', 'told_at'])
    .where('user_id', '=', userId)
    .where('told_at', '>=', since.toISOString())
    .where('message', '!=', except)
    .execute();
  return rows.flatMap(({ kind, record, told_at }) =>
    isKindName(kind) ? [{ kind, record, at: new Date(told_at) }] : [],
  );
}

/** What people said is not theirs. */
export async function findDeclined(db: Database): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reminder_item')
    .select(['record', 'user_id'])
    .where('answer', '=', 'not_mine')
    .execute();
  return new Set(rows.map((row) => declinedKey(row.record, row.user_id)));
}
