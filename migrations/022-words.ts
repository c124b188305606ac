import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** What is searched by words, and where they stand. */
const SEARCHED: [table: string, columns: string[]][] = [
  ['expense', ['purpose', 'place', 'address', 'attendees', 'category', 'department']],
  ['visit', ['title', 'place', 'purpose', 'partner', 'countries', 'summary']],
  ['followup', ['title', 'requester', 'department', 'answer']],
  ['council_contact', ['agenda', 'result', 'others']],
  ['pledge', ['title', 'department']],
];

/**
 * Each three letters in a row of what is searched, and the records that have them: `search_expense`, and its letters in
 * `search_expense_terms`. Triggers keep it right, whoever writes. Two ends of line close each column, so that its last letters begin
 * three in a row, too, and no word is found across columns. PostgreSQL reads its rows on several cores instead: its index of this kind
 * is an extension, which a dump of the office's tables does not bring along.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return;
  for (const [table, columns] of SEARCHED) {
    const search = `search_${table}`;
    const wordsOf = (row: string) => columns.map((it) => `coalesce(${row}${it}, '') || char(10, 10)`).join(' || ');
    const statements = [
      `create virtual table ${search} using fts5(words, content='', contentless_delete=1, tokenize='trigram', detail=none)`,
      `create virtual table ${search}_terms using fts5vocab(${search}, 'row')`,
      `insert into ${search} (rowid, words) select id, ${wordsOf('')} from ${table}`,
      `create trigger ${search}_added after insert on ${table} begin
        insert into ${search} (rowid, words) values (new.id, ${wordsOf('new.')}); end`,
      `create trigger ${search}_changed after update of ${columns.join(', ')} on ${table} begin
        update ${search} set words = ${wordsOf('new.')} where rowid = new.id; end`,
      `create trigger ${search}_gone after delete on ${table} begin delete from ${search} where rowid = old.id; end`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return;
  for (const [table] of SEARCHED) {
    for (const when of ['added', 'changed', 'gone']) await sql.raw(`drop trigger search_${table}_${when}`).execute(db);
    for (const end of ['_terms', '']) await sql.raw(`drop table search_${table}${end}`).execute(db);
  }
}

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
