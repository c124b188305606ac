import type { Selectable } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import type { Schema } from '../../../base/db/schema.ts';
import type { Entry } from '../../../outbox/rules.ts';
import { putEntries } from '../../../outbox/store.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Away } from './rules.ts';

export const AWAY_KIND = 'approval_deputy';
/** To who is away, when their deputy can't stand in any more. */
export const DEPUTY_GONE = 'approval_deputy_gone';
export const awayKey = (id: number): string => `approval_deputy:${id}`;

/** Who is or will be away on or after that day, the first to go first. */
export async function findAway(db: Database, from: Day): Promise<Away[]> {
  const rows = await db
    .selectFrom('approval_away')
    .selectAll()
    .where('to_day', '>=', from)
    .where('ended_at', 'is', null)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map(toAway);
}

export async function findAwayById(db: Database, id: number): Promise<Away | null> {
  const row = await db.selectFrom('approval_away').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toAway(row) : null;
}

/** Keeps someone's days away; the same form sent again finds what it kept. The deputy is told. */
export async function insertAway(
  db: Database,
  away: { from: Day; to: Day; deputy: string },
  { formKey, actor, at }: { formKey: string; actor: string; at: Date },
): Promise<Away> {
  return db.transaction().execute(async (db) => {
    const first = await db.selectFrom('approval_away').selectAll().where('form_key', '=', formKey).executeTakeFirst();
    if (first) return toAway(first);
    const row = await db
      .insertInto('approval_away')
      .values({
        user_id: actor,
        deputy: away.deputy,
        from_day: away.from,
        to_day: away.to,
        form_key: formKey,
        set_at: at.toISOString(),
        ended_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const change = { actor, at, noun: 'approval_away', record: String(row.id), action: 'recorded' };
    await insertHistory(db, { ...change, before: null, after: away });
    await putEntries(db, [deputyNotice(row.id, away.deputy, at)], at);
    return toAway(row);
  });
}

export async function markEnded(db: Database, id: number, by: { actor: string; at: Date }): Promise<void> {
  await db.updateTable('approval_away').set({ ended_at: by.at.toISOString() }).where('id', '=', id).execute();
  const change = { ...by, noun: 'approval_away', record: String(id), action: 'ended' };
  await insertHistory(db, { ...change, before: { ended: false }, after: { ended: true } });
}

/** Ends the days away of somebody who has left; hands back which these were. */
export async function endOwnAways(
  db: Database,
  userId: string,
  { today, ...by }: { actor: string; at: Date; today: Day },
): Promise<Away[]> {
  const own = (await findAway(db, today)).filter((away) => away.userId === userId);
  for (const { id } of own) await markEnded(db, id, by);
  return own.map((away) => ({ ...away, ended: true }));
}

/** Ends the days away for which somebody was to stand in who can't any more; who is away is told, since requests are theirs again. */
export async function endStandingIn(
  db: Database,
  userId: string,
  { today, ...by }: { actor: string; at: Date; today: Day },
): Promise<void> {
  const left = (await findAway(db, today)).filter(({ deputy }) => deputy === userId);
  for (const { id } of left) await markEnded(db, id, by);
  await putEntries(db, left.map(goneNotice(by.at)), by.at);
}

const deputyNotice = (id: number, deputy: string, at: Date): Entry => ({
  key: awayKey(id),
  kind: AWAY_KIND,
  recipient: deputy,
  subject: { awayId: id },
  dueAt: at,
  expiresAt: null,
});

const goneNotice =
  (at: Date) =>
  ({ id, userId }: Away): Entry => ({
    key: `${DEPUTY_GONE}:${id}`,
    kind: DEPUTY_GONE,
    recipient: userId,
    subject: { awayId: id },
    dueAt: at,
    expiresAt: null,
  });

function toAway(row: Selectable<Schema['approval_away']>): Away {
  const { id, form_key: key, user_id: userId, deputy, from_day: from, to_day: to, ended_at } = row;
  return { id, key, userId, deputy, from, to, ended: ended_at !== null };
}
