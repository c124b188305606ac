import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { Database } from '../base/db/database.ts';
import { holdsWord } from '../base/db/like.ts';
import type { Schema } from '../base/db/schema.ts';
import type { Narrowed } from '../base/db/words.ts';
import { anyOf, type Table } from './tables.ts';

/** Where a page begins, and how long it is. */
export type Part = { offset: number; limit: number };
/** Which rows are listed, in which order: its columns, each up or down, so that no two rows stand in the same place. */
export type Listed<Name extends Table> = {
  /** `inOrder`: for a page of them; otherwise for what all add up to. */
  fits(eb: ExpressionBuilder<Schema, Name>, inOrder: boolean): Expression<SqlBool>;
  order: readonly (readonly [Column<Name>, ('asc' | 'desc')?])[];
};
type Column<Name extends Table> = keyof Selectable<Schema[Name]> & string;

/** One page of the rows that fit. */
export async function findRows<Name extends Table>(
  db: Database,
  table: Name,
  { fits, order }: Listed<Name>,
  { offset, limit }: Part,
): Promise<Selectable<Schema[Name]>[]> {
  const any = anyOf(db, table);
  // The page is found in an index; only its rows are read whole.
  let wanted = any.db
    .selectFrom(any.table)
    .select('id')
    .where(((eb: ExpressionBuilder<Schema, Name>) => fits(eb, true)) as never)
    .limit(limit)
    .offset(offset);
  let whole = any.db.selectFrom(any.table).selectAll();
  for (const [column, way = 'asc'] of order) {
    wanted = wanted.orderBy(column as 'id', way);
    whole = whole.orderBy(column as 'id', way);
  }
  return (await whole.where('id', 'in', wanted).execute()) as unknown as Selectable<Schema[Name]>[];
}

/** The same, with the count of all that fit: both of one moment. */
export async function findPage<Name extends Table>(
  db: Database,
  table: Name,
  listed: Listed<Name>,
  part: Part,
): Promise<{ rows: Selectable<Schema[Name]>[]; count: number }> {
  return atOneMoment(db, async (db) => {
    const any = anyOf(db, table);
    const counting = any.db.selectFrom(any.table).select((eb) => eb.fn.countAll<number>().as('count'));
    const all = (eb: ExpressionBuilder<Schema, Name>) => listed.fits(eb, false);
    const { count } = await counting.where(all as never).executeTakeFirstOrThrow();
    return { rows: await findRows(db, table, listed, part), count };
  });
}

/** Reads several things as they are at one moment. */
export const atOneMoment = <Result>(db: Database, work: (db: Database) => Promise<Result>): Promise<Result> =>
  db.isTransaction ? work(db) : db.transaction().setAccessMode('read only').execute(work);

/** For each word: that one of the columns holds it, which are those that the index knows. */
export function holdWords<Name extends Table>(
  eb: ExpressionBuilder<Schema, Name>,
  words: readonly string[],
  columns: readonly Column<Name>[],
  { narrowed, inOrder }: Sought = EVERY_ROW,
): Expression<SqlBool>[] {
  const among = narrowed?.among(inOrder);
  const held = words.map((word) => eb.or(columns.map((column) => holdsWord(eb.ref(column as never), word))));
  return [...(among ? [among.condition] : []), ...(among?.exact ? [] : held)];
}

/** What the index knows of the words, and whether rows are gone through in order until a page is full. */
export type Sought = { narrowed: Narrowed | null; inOrder: boolean };
/** Every row is looked at. */
export const EVERY_ROW: Sought = { narrowed: null, inOrder: true };
