import { type Expression, type SqlBool, sql } from 'kysely';

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
