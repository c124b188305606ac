import type { Insertable, Selectable, Updateable } from 'kysely';
import { atOnce, type Database } from '../base/db/database.ts';
import type { Schema } from '../base/db/schema.ts';
import { insertHistory } from '../people/history/store.ts';
import { findPage, type Listed, type Part } from './pages.ts';
import { anyOf, type Common, type Table } from './tables.ts';
import { type By, type Noun, versionsOf } from './versions.ts';

/** `once`: what a form enters once: its key, with more where one form enters several. */
type Entered<Name extends Table, Record, Facts, Row> = Noun<Name, Record, Facts, Row> & {
  once?: readonly ['form_key', 'nth'];
};
/** `action`, `after`: what the history is told, where it is more than that these facts were recorded. */
export type Entry = By & { formKey: string | null; origin: string; action?: string; after?: unknown };
/** What came of an end, or of its taking back; null where there is no such record. */
export type Turned<Record> = { record: Record; before: Record; again: boolean } | null;

/** How the records of one noun are entered, changed and ended: each at once with its history, or not at all. */
export function recordsOf<Name extends Table, Record, Facts, Row extends Updateable<Schema[Name]>>(
  noun: Entered<Name, Record, Facts, Row>,
) {
  const { findBy, rowOf, written, changeOf, find, seen, change } = versionsOf(noun);

  async function turn(
    db: Database,
    id: number,
    by: By & { reason?: string },
    { action, ended, more }: { action: string; ended: string | null; more: Updateable<Schema[Name]> | undefined },
  ): Promise<Turned<Record>> {
    const column = noun.ended;
    if (!column) throw new Error(`Nothing of it ends: ${noun.noun}`);
    return atOnce(db, async (db) => {
      const before = await findBy(db, 'id', id);
      if (before === null) return null;
      const any = anyOf(db, noun.table);
      const { numUpdatedRows } = await any.db
        .updateTable(any.table)
        .set((eb) => ({ ...more, [column]: ended, version: eb('version', '+', 1) }) as never)
        .where('id', '=', id)
        .where(column, ended === null ? 'is not' : 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return { record: before, before, again: true };
      const facts = noun.facts(before);
      await insertHistory(db, { ...changeOf(by, id, action, by.reason), before: facts, after: facts });
      return { record: await written(db, id), before, again: false };
    });
  }

  return {
    facts: noun.facts as (record: Record) => Facts,
    find,
    seen,
    change,
    /** One page of the records that fit, with the count of all. */
    async list(db: Database, listed: Listed<Name>, part: Part): Promise<{ found: Record[]; count: number }> {
      const { rows, count } = await findPage(db, noun.table, listed, part);
      return { found: await Promise.all(rows.map((row) => noun.read(row, db))), count };
    },

    /** What a form entered, if it came before. */
    findEntered: (db: Database, formKey: string): Promise<Record | null> => findBy(db, 'form_key', formKey),

    /** Enters a record once: the same form sent again finds what it entered the first time, and `again` is true. */
    enter(
      db: Database,
      facts: Facts,
      { formKey, origin, actor, at, action = 'recorded', after = facts }: Entry,
      more: Omit<Insertable<Schema[Name]>, keyof Common | keyof Row | 'voided_at' | 'cancelled_at'>,
    ): Promise<{ record: Record; again: boolean }> {
      return atOnce(db, async (db) => {
        const any = anyOf(db, noun.table);
        // Looked for first: a number is taken even by a row that is then not entered, and whoever checks would miss its record.
        const known = await any.db
          .selectFrom(any.table)
          .select('id')
          .where('form_key', '=', formKey)
          .$if(noun.once !== undefined, (query) => query.where('nth' as 'id', '=', (more as { nth?: number }).nth ?? 0))
          .executeTakeFirst();
        if (known) return { record: await written(db, known.id), again: true };
        const own = { origin, form_key: formKey, created_by: actor, created_at: at.toISOString(), version: 1 };
        const row = await any.db
          .insertInto(any.table)
          .values({ ...rowOf(facts), ...more, ...own, ...(noun.ended ? { [noun.ended]: null } : {}) } as never)
          .returningAll()
          .executeTakeFirstOrThrow();
        const record = await noun.read(row as unknown as Selectable<Schema[Name]>, db);
        const change = changeOf({ actor, at }, row.id, action);
        await insertHistory(db, { ...change, before: null, after });
        return { record, again: false };
      });
    },

    /** Ends a record with a reason; it stays visible. `again` where it has ended before. */
    end(db: Database, id: number, by: By & { reason: string }, more?: Updateable<Schema[Name]>) {
      const action = noun.ended === 'voided_at' ? 'voided' : 'cancelled';
      return turn(db, id, by, { action, ended: by.at.toISOString(), more });
    },

    /** Brings back what has ended. */
    restore: (db: Database, id: number, by: By, more?: Updateable<Schema[Name]>) =>
      turn(db, id, by, { action: 'restored', ended: null, more }),
  };
}
