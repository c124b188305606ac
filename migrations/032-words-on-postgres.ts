import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** What is searched by words, and where they stand, as in 022-words.ts. */
const SEARCHED: [table: string, columns: string[]][] = [
  ['expense', ['purpose', 'place', 'address', 'attendees', 'category', 'department']],
  ['visit', ['title', 'place', 'purpose', 'partner', 'countries', 'summary']],
  ['followup', ['title', 'requester', 'department', 'answer']],
  ['council_contact', ['agenda', 'result', 'others']],
  ['pledge', ['title', 'department']],
];

/**
 * PostgreSQL's index of words: each three letters in a row, which a function of our own cuts, so that a dump brings all of it along and
 * Korean is known in a database of any locale. Two ends of line close each column, as in SQLite's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return;
  await sql`create function letters_in_threes(words text) returns tsvector
    language plpgsql immutable strict parallel safe cost 5000 as $$
    declare
      letters text[] := string_to_array(lower(words collate "C"), null);
      threes text[] := '{}';
    begin
      for at in 1 .. cardinality(letters) - 2 loop
        threes[at] := letters[at] || letters[at + 1] || letters[at + 2];
      end loop;
      return array_to_tsvector(threes);
    end $$`.execute(db);
  for (const [table, columns] of SEARCHED) {
    const words = columns.map((it) => `coalesce(${it}, '') || e'\\n\\n'`).join(' || ');
    await sql.raw(`create index search_${table} on ${table} using gin (letters_in_threes(${words}))`).execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return;
  for (const [table] of SEARCHED) await sql.raw(`drop index search_${table}`).execute(db);
  await sql`drop function letters_in_threes`.execute(db);
}

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
