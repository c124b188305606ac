import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import { FEW } from '../../base/db/words.ts';
import { MOST_LOOKED_AT } from '../../korean/near.ts';
import { atOneMoment, type Part } from '../../register/pages.ts';
import { type ListEntry, personOf } from '../list/rules.ts';
import type { Condition } from '../query.ts';
import type { Pledge } from '../rules.ts';
import type { Total } from '../state.ts';
import { toPledges } from '../store.ts';
import { findTotals } from '../totals/store.ts';
import { all, type Fits, fitsOf } from './hits/store.ts';
import { namedBy, wordsIn } from './rules.ts';

/** Which pledges in force: of a term, or of all; what they must say; and the words they are searched by, none for all of them. */
export type Sought = {
  term: number | null;
  conditions: readonly Condition[];
  words: string;
  lists: readonly ListEntry[];
};
type Page = { pledges: Pledge[]; count: number };
const NOTHING: Page = { pledges: [], count: 0 };

/** One page, those that the words fit best first, with the count of all pages: what searchPledges in rules.ts finds among all. */
export const findPledgePage = (db: Database, sought: Sought, part: Part): Promise<Page> =>
  atOneMoment(db, async (db) => {
    const within = withinOf(sought);
    // What is looked up by its number is looked for in no other index, which SQLite would rather go through.
    const lookedUp = withinOf(sought, sql`pledge.term + 0`, sql`coalesce(pledge.voided_at, '') = ''`);
    const totals = await findTotals(db, sought.term ?? undefined);
    if (sought.words === '') {
      const count = countedIn(totals, sought.conditions) ?? (await countOf(db, within));
      return pageOf(db, { where: within, score: null }, count, part);
    }
    for (const name of named(sought.words)) {
      const where = all([within, name]);
      const found = await pageOf(db, { where, score: null }, await countOf(db, where), part);
      if (found.count > 0) return found;
    }
    const words = wordsIn(sought.words);
    for (const isHalf of words.length > 0 ? [false, true] : []) {
      const fits = await fitsOf(db, words, isHalf, { totals, lists: sought.lists });
      const where = all([fits.isNarrowed ? lookedUp : within, fits.where]);
      const found = await pageOf(db, { ...fits, where }, await countOf(db, where), part);
      if (found.count > 0) return found;
    }
    return NOTHING;
  });

/** Titles and departments of the newest among them, whatever their words: what a word that is found nowhere may have meant. */
export async function findTexts(db: Database, sought: Omit<Sought, 'words'> | null): Promise<string[]> {
  const rows = await db
    .selectFrom('pledge')
    .select(['title', 'department'])
    .where(withinOf(sought ?? { term: null, conditions: [], lists: [] }))
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.flatMap(({ title, department }) => [title, department ?? '']);
}

const withinOf = (
  { term, conditions, lists }: Omit<Sought, 'words'>,
  itsTerm: RawBuilder<unknown> = sql`pledge.term`,
  isInForce: RawBuilder<unknown> = sql`pledge.voided_at is null`,
): RawBuilder<SqlBool> =>
  all([
    sql<SqlBool>`${isInForce}`,
    ...(term === null ? [] : [sql<SqlBool>`${itsTerm} = ${term}`]),
    ...conditions.map((it) => fitting(it, lists)),
  ]);

async function pageOf(db: Database, { where, score }: Fits, count: number, { offset, limit }: Part): Promise<Page> {
  if (count === 0) return NOTHING;
  // Of many the first are soon met in their order; few are found first, and then put in order.
  const order = [
    ...(score ? [sql`${score} desc`] : [sql`pledge.term desc`]),
    count > FEW ? sql`pledge.id` : sql`pledge.id + 0`,
  ];
  const { rows } = await sql<{ id: number }>`
    select pledge.id from pledge where ${where} order by ${sql.join(order)} limit ${limit} offset ${offset}`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  const shown = await db.selectFrom('pledge').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const pledges = await toPledges(db, shown);
  return { pledges: ids.flatMap((id) => pledges.find((it) => it.id === id) ?? []), count };
}

async function countOf(db: Database, where: RawBuilder<SqlBool>): Promise<number> {
  const counting = db.selectFrom('pledge').select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counting.where(where).executeTakeFirstOrThrow()).count;
}

/** How many fulfil conditions of which totals know; null where they don't. */
function countedIn(totals: readonly Total[], conditions: readonly Condition[]): number | null {
  let fitting = totals;
  for (const condition of conditions) {
    if ('type' in condition) fitting = fitting.filter(({ type }) => type === condition.type);
    else if ('statuses' in condition) fitting = fitting.filter(({ status }) => condition.statuses.includes(status));
    else return null;
  }
  return fitting.reduce((sum, { pledges }) => sum + pledges, 0);
}

function fitting(condition: Condition, lists: readonly ListEntry[]): RawBuilder<SqlBool> {
  if ('type' in condition) return sql<SqlBool>`pledge.type = ${condition.type}`;
  if ('person' in condition) return answeredBy(condition.person, lists);
  if ('basis' in condition) return sql<SqlBool>`(pledge.basis_kind is null and (coalesce(pledge.basis, '') = ''))`;
  const said = condition.statuses.filter((it) => it !== null);
  return said.length > 0 ? sql<SqlBool>`pledge.status in (${sql.join(said)})` : sql<SqlBool>`pledge.status is null`;
}

/** As personOf in list/rules.ts. */
function answeredBy(userId: string, lists: readonly ListEntry[]): RawBuilder<SqlBool> {
  const departments = lists
    .filter(({ kind, name }) => kind === 'department' && personOf({ owner: null, department: name }, lists) === userId)
    .map(({ name }) => name);
  return sql<SqlBool>`(pledge.owner = ${userId} or ((pledge.owner is null or pledge.owner = '') and pledge.department in ${anyOf(departments)}))`;
}

/** Those that are named; where there are none, those whose codes begin so. */
function named(typed: string): RawBuilder<SqlBool>[] {
  const name = namedBy(typed);
  if (name === null) return [];
  if ('id' in name) return [sql<SqlBool>`pledge.id = ${name.id}`];
  return [
    sql<SqlBool>`pledge.code = ${name.code}`,
    sql<SqlBool>`(pledge.code >= ${name.begins} and pledge.code < ${name.begins + LAST_LETTER})`,
  ];
}
const LAST_LETTER = '\u{10ffff}';
