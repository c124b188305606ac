import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { By } from '../../register/versions.ts';
import { change } from '../store.ts';
import type { Link } from './rules.ts';

/** Ties a record to a pledge; false when it was tied before. */
export async function insertLink(
  db: Database,
  pledgeId: number,
  record: string,
  by: By & { note: string | null },
): Promise<boolean> {
  return db.transaction().execute((db) => insertLinkWithin(db, pledgeId, record, by));
}

export async function insertLinkWithin(
  db: Database,
  pledgeId: number,
  record: string,
  by: By & { note: string | null },
): Promise<boolean> {
  const inserted = await db
    .insertInto('pledge_link')
    .values({ pledge_id: pledgeId, record, note: by.note, linked_by: by.actor, linked_at: by.at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return false;
  await insertHistory(db, {
    ...change(by, pledgeId),
    action: 'linked',
    before: null,
    after: { record, note: by.note },
  });
  return true;
}

export async function findLinks(db: Database, pledgeId: number): Promise<Link[]> {
  const rows = await db
    .selectFrom('pledge_link')
    .selectAll()
    .where('pledge_id', '=', pledgeId)
    .orderBy('linked_at')
    .execute();
  return rows.map((row) => ({
    record: row.record,
    note: row.note,
    linkedBy: row.linked_by,
    linkedAt: new Date(row.linked_at),
  }));
}
