import { type Expression, type SqlBool, sql } from 'kysely';

/** Where a text holds a word first, letter by letter: 1 at its beginning, 0 nowhere (PostgreSQL's word for it is in bulk.ts). */
export const placeIn = (column: Expression<unknown>, word: string): Expression<number> =>
  sql<number>`instr(${column}, ${word})`;

/**
 * Whether a column holds a word anywhere, letter by letter: % and _ in it stand for themselves. A word of letters that have no capitals
 * is compared as it is, which takes PostgreSQL half as long (its words for these are in bulk.ts).
 */
export function holdsWord(column: Expression<unknown>, word: string): Expression<SqlBool> {
  const held = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return word.toLowerCase() === word.toUpperCase()
    ? sql<SqlBool>`${column} LIKE ${held} escape '\\'`
    : sql<SqlBool>`${column} like ${held} escape '\\'`;
}
