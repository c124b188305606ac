import { type AliasedExpression, type Expression, type Kysely, PostgresAdapter, type SqlBool, sql } from 'kysely';
import { askedOf, MOST_LETTERS, type Searched, threesOf } from './postgres-words.ts';
import type { Schema } from './schema.ts';

/** Records among which are all that hold some words. */
export type Narrowed = {
  /** Their ids, where looking at each costs less than going through a list in its order; null where they are many. */
  few: Expression<number> | null;
  /**
   * The condition that one is among them. `inOrder`: rows are gone through as a list orders them until a page is full, and whether one is
   * among them has to be asked of each; null where comparing its letters costs less. `exact`: they are no others, where the same columns
   * are looked at.
   */
  among(inOrder: boolean): { condition: Expression<SqlBool>; exact: boolean } | null;
};

export const FEW = 20_000;
/** A word of one or two letters stands for all letters that begin with it; where they are more, the index is of no help. */
const MOST_TERMS = 400;
const LETTERS_EACH = 3;
const LAST_LETTER = '\u{10ffff}';

/**
 * What the index knows of these words: the conditions that compare letter by letter still have to hold, unless it is exact. Null where it
 * can't help: SQLite's knows no word of one common letter.
 */
export async function narrowedBy(
  db: Kysely<Schema>,
  table: Searched,
  words: readonly string[],
): Promise<Narrowed | null> {
  if (words.length === 0) return null;
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    const { query, exact } = askedOf(words);
    const condition = sql<SqlBool>`${sql.raw(threesOf(table))} @@ ${query}::tsquery`;
    const hits = db.selectFrom(table).select('id').where(condition);
    if (await isFew(db, hits.limit(FEW + 1).as('hits')))
      return narrowed(sql<number>`(select unnest(array(${hits})))`, true, exact); // looked up once, and not row by row
    // Its letters are cut anew for each row of which it is asked, which takes longer than comparing them.
    return { few: null, among: (inOrder) => (inOrder ? null : { condition, exact }) };
  }
  const parts: string[] = [];
  let exact = true;
  for (const word of words) {
    const letters = [...word];
    if (letters.some(hasOtherCase)) {
      exact = false;
      continue;
    }
    const terms =
      letters.length >= LETTERS_EACH
        ? [
            letters
              .slice(LETTERS_EACH - 1, MOST_LETTERS)
              .map((_, at) => quoted(letters.slice(at, at + LETTERS_EACH).join('')))
              .join(' AND '),
          ]
        : (await findTerms(db, table, word)).map(quoted);
    if (terms.length === 0) return narrowed(sql<number>`(select 0 where false)`, true, true);
    if (letters.length > LETTERS_EACH || terms.length > MOST_TERMS) exact = false;
    if (terms.length <= MOST_TERMS) parts.push(`(${terms.join(' OR ')})`);
  }
  if (parts.length === 0) return null;
  const hits = hitsOf(db, table, parts.join(' AND ')).select('rowid');
  return narrowed(sql<number>`(${hits})`, await isFew(db, hits.limit(FEW + 1).as('hits')), exact);
}

/** `+id` keeps SQLite from looking at each of many rather than going through a list along the list's own index. */
const narrowed = (ids: Expression<number>, few: boolean, exact: boolean): Narrowed => ({
  few: few ? ids : null,
  among: (inOrder) => ({ condition: sql<SqlBool>`${sql.raw(inOrder && !few ? '+id' : 'id')} in ${ids}`, exact }),
});

async function isFew(db: Kysely<Schema>, hits: AliasedExpression<object, 'hits'>): Promise<boolean> {
  const { count } = await db
    .selectFrom(hits)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count <= FEW;
}

/** The index folds letters of every script, and comparing folds those of English: a letter that only one of them folds is not looked for. */
const hasOtherCase = (letter: string): boolean =>
  (letter.codePointAt(0) ?? 0) > 127 && letter.toLowerCase() !== letter.toUpperCase();

const quoted = (letters: string): string => `"${letters.replaceAll('"', '""')}"`;

const hitsOf = (db: Kysely<Schema>, table: Searched, match: string) =>
  db
    .selectFrom(sql<{ rowid: number }>`${sql.table(`search_${table}`)}`.as('hits'))
    .where(sql<SqlBool>`${sql.ref(`hits.search_${table}`)} match ${match}`);

async function findTerms(db: Kysely<Schema>, table: Searched, word: string): Promise<string[]> {
  const begin = word.toLowerCase();
  const rows = await db
    .selectFrom(sql<{ term: string }>`${sql.table(`search_${table}_terms`)}`.as('terms'))
    .select('term')
    .where('term', '>=', begin)
    .where('term', '<', begin + LAST_LETTER)
    .limit(MOST_TERMS + 1)
    .execute();
  return rows.map(({ term }) => term);
}
