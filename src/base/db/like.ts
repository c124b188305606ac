import { type Expression, type SqlBool, sql } from 'kysely';

/** Whether a column holds a word anywhere, letter by letter: % and _ in it stand for themselves. */
export const holdsWord = (column: Expression<unknown>, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
