import type { Insertable, Selectable, Updateable } from 'kysely';
import { atOnce, type Database } from '../base/db/database.ts';
import type { Schema } from '../base/db/schema.ts';
import { insertHistory } from '../people/history/store.ts';
import { type AnyRow, anyOf, type Common, type Table } from './tables.ts';

/** A noun: its table, when a row of it has ended, and what a row says. */
export type Noun<Name extends Table, Record, Facts, Row> = {
  /** As the history names it. */
  noun: string;
  table: Name;
  ended: 'voided_at' | 'cancelled_at' | null;
  read(row: Selectable<Schema[Name]>, db: Database): Record | Promise<Record>;
  /** Only what it says, without the register's own fields: what the history keeps. */
  facts(record: NoInfer<Record>): Facts;
  /** The columns that facts stand in. */
  row(facts: NoInfer<Facts>): Row;
  /** What a form enters once: its key, with more where one form enters several. */
  once?: readonly ['form_key', 'nth'];
};

export type By = { actor: string; at: Date };
export type Seen = { id: number; version: number };
/** `action`, `after`: what the history is told, where it is more than that these facts were recorded. */
export type Entry = By & { formKey: string | null; origin: string; action?: string; after?: unknown };
/** What came of a change; `More`: what it brought about. */
export type Changed<Record, More = unknown> =
  | ({ record: Record; before: Record; again: boolean } & More)
  | { refusal: 'changed_meanwhile' | 'ended'; record: Record }
  | null;
/** What came of an end, or of its taking back; null where there is no such record. */
export type Turned<Record> = { record: Record; before: Record; again: boolean } | null;

type Change<Name extends Table, Record, Facts> = {
  facts: Facts;
  /** What the history is told, where it is more than that these facts were changed. */
  action?: string;
  reason?: string | null;
  after?: unknown;
  /** What changes with them. */
  more?(before: Record): Updateable<Schema[Name]>;
  /** Whether a record says this already, if that is more than its facts: then the same form was sent twice. */
  same?(now: Record): boolean | Promise<boolean>;
};

/** How the records of one noun are entered, changed and ended: each at once with its history, or not at all. */
export function recordsOf<Name extends Table, Record, Facts, Row extends Updateable<Schema[Name]>>(
  noun: Noun<Name, Record, Facts, Row>,
) {
  async function findRow(db: Database, column: 'id' | 'form_key', value: number | string) {
    const any = anyOf(db, noun.table);
    const row = await any.db
      .selectFrom(any.table)
      .selectAll()
      .where(column, '=', value as never)
      .executeTakeFirst();
    return row as (AnyRow & Selectable<Schema[Name]>) | undefined;
  }

  async function findBy(db: Database, column: 'id' | 'form_key', value: number | string): Promise<Record | null> {
    const row = await findRow(db, column, value);
    return row ? noun.read(row, db) : null;
  }

  async function written(db: Database, id: number): Promise<Record> {
    const record = await findBy(db, 'id', id);
    if (record === null) throw new Error(`A record is gone that was just written: ${noun.noun} ${id}`);
    return record;
  }

  const changeOf = ({ actor, at }: By, id: number, action: string, reason?: string | null) => ({
    ...{ actor, at, noun: noun.noun, record: String(id), action },
    ...(reason ? { reason } : {}),
  });

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
    find: (db: Database, id: number): Promise<Record | null> => findBy(db, 'id', id),
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
        const own = { origin, form_key: formKey, created_by: actor, created_at: at.toISOString(), version: 1 };
        const row = await any.db
          .insertInto(any.table)
          .values({ ...noun.row(facts), ...more, ...own, ...(noun.ended ? { [noun.ended]: null } : {}) } as never)
          .onConflict((conflict) => conflict.columns((noun.once ?? ['form_key']) as ['form_key']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!row) {
          const first = await findBy(db, 'form_key', formKey ?? '');
          if (first === null) throw new Error(`Neither entered nor known: ${noun.noun}`);
          return { record: first, again: true };
        }
        const record = await noun.read(row as unknown as Selectable<Schema[Name]>, db);
        const change = changeOf({ actor, at }, row.id, action);
        await insertHistory(db, { ...change, before: null, after });
        return { record, again: false };
      });
    },

    /** Changes a record if it still is what its writer saw: the update itself says so. */
    change(db: Database, { id, version }: Seen, change: Change<Name, Record, Facts>, by: By): Promise<Changed<Record>> {
      const { facts, action = 'changed', reason, after = facts, more, same = says } = change;
      function says(now: Record): boolean {
        return JSON.stringify(noun.facts(now)) === JSON.stringify(facts);
      }
      return atOnce(db, async (db) => {
        const row = await findRow(db, 'id', id);
        if (!row) return null;
        const before = await noun.read(row, db);
        if (noun.ended && row[noun.ended] !== null) return { refusal: 'ended' as const, record: before };
        const any = anyOf(db, noun.table);
        const { numUpdatedRows } = await any.db
          .updateTable(any.table)
          .set({ ...noun.row(facts), ...more?.(before), version: version + 1 } as never)
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          const again = row.version === version + 1 && (await same(before));
          return again ? { record: before, before, again } : { refusal: 'changed_meanwhile' as const, record: before };
        }
        await insertHistory(db, { ...changeOf(by, id, action, reason), before: noun.facts(before), after });
        return { record: await written(db, id), before, again: false };
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
