import type { Selectable, Updateable } from 'kysely';
import { atOnce, type Database } from '../base/db/database.ts';
import type { Schema } from '../base/db/schema.ts';
import { insertHistory } from '../people/history/store.ts';
import { type AnyRow, anyOf, type Versioned } from './tables.ts';

/** A noun: its table, when a row of it has ended, and what a row says. */
export type Noun<Name extends Versioned, Record, Facts, Row> = {
  /** As the history names it. */
  noun: string;
  table: Name;
  ended: 'voided_at' | 'cancelled_at' | null;
  read(row: Selectable<Schema[Name]>, db: Database): Record | Promise<Record>;
  /** Only what it says, without the register's own fields: what the history keeps. */
  facts(record: NoInfer<Record>): Facts;
  /** The columns that facts stand in; where it is left out, those of the same names. */
  row?(facts: NoInfer<Facts>): Row;
};

export type By = { actor: string; at: Date };
export type Seen = { id: number; version: number };
/** What came of a change; `More`: what it brought about. */
export type Changed<Record, More = unknown> =
  | ({ record: Record; before: Record; again: boolean } & More)
  | Refused<Record>
  | null;
type Refused<Record> = { refusal: 'changed_meanwhile' | 'ended'; record: Record };

type Change<Name extends Versioned, Record, Facts> = {
  facts: Facts;
  /** What the history is told, where it is more than that these facts were changed. */
  action?: string;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
  /** What changes with them. */
  more?(before: Record): Updateable<Schema[Name]>;
  /** Whether a record says this already, if that is more than its facts: then the same form was sent twice. */
  same?(now: Record): boolean | Promise<boolean>;
};

/** How the records of one noun are found and changed, each change at once with its history or not at all. */
export function versionsOf<Name extends Versioned, Record, Facts, Row extends Updateable<Schema[Name]>>(
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

  const rowOf = noun.row ?? ((facts: Facts) => facts as unknown as Row);

  return {
    findBy,
    rowOf,
    written,
    changeOf,
    find: (db: Database, id: number): Promise<Record | null> => findBy(db, 'id', id),

    /** A record that still is what its reader saw: what is written beside it, inside a transaction, rests on that. */
    async seen(db: Database, { id, version }: Seen): Promise<{ record: Record } | Refused<Record> | null> {
      const row = await findRow(db, 'id', id);
      if (!row) return null;
      const record = await noun.read(row, db);
      if (noun.ended && row[noun.ended] !== null) return { refusal: 'ended', record };
      return row.version === version ? { record } : { refusal: 'changed_meanwhile', record };
    },

    /** Changes a record if it still is what its writer saw: the update itself says so. */
    change(db: Database, { id, version }: Seen, change: Change<Name, Record, Facts>, by: By): Promise<Changed<Record>> {
      const { facts, action = 'changed', reason, before: told, after = facts, more, same = says } = change;
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
          .set({ ...rowOf(facts), ...more?.(before), version: version + 1 } as never)
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          const again = row.version === version + 1 && (await same(before));
          return again ? { record: before, before, again } : { refusal: 'changed_meanwhile' as const, record: before };
        }
        await insertHistory(db, { ...changeOf(by, id, action, reason), before: told ?? noun.facts(before), after });
        return { record: await written(db, id), before, again: false };
      });
    },
  };
}
