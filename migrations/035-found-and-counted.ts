import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** What a search of pledges looks at, kept beside each: words without spaces and dots, their first consonants, their letters. */
const LOOKED_AT = ['plain_title', 'plain_goal', 'title_initials', 'goal_initials', 'title_letters'] as const;
const KEPT_BEFORE = ['title', 'department'];

/** For lists: in their order; by department; those that nothing keeps alive; by person. Of like ones SQLite takes the last. */
const LISTED: readonly [name: string, columns: string][] = [
  ['pledge_listed', '(term) where voided_at is null'],
  ['pledge_department', '(term, voided_at, department, owner, status)'],
  ['pledge_basis', "(term, voided_at, basis_kind, coalesce(basis, ''))"],
  ['pledge_owner', '(term, voided_at, owner)'],
];
/** For words that most pledges hold, which are looked for in each. PostgreSQL's indexes take no long goals, and it reads rows faster. */
const SEARCHED = `(term, voided_at, plain_title, plain_goal, department, type, field, title_initials, goal_initials, title_letters, status)`;

/** What pledges that are in force add up to, for each of these together; '' where a pledge says nothing. */
const KEY = ['term', 'type', 'field', 'department', 'status'] as const;
/** Each as one pledge adds to it. Money is added where both amounts are said. */
const SUMS: readonly [sum: string, of: (row: string) => string][] = [
  ['pledges', () => '1'],
  ['samples', (row) => `case when ${row}origin = 'sample' then 1 else 0 end`],
  ['stated', (row) => `case when ${row}progress is null then 0 else 1 end`],
  ['progress', (row) => `coalesce(${row}progress, 0)`],
  ...(['secured', 'spent'] as const).flatMap((money): [string, (row: string) => string][] => {
    const both = (row: string, then: string) =>
      `case when ${row}budget is null or ${row}${money} is null then 0 else ${then} end`;
    return [
      [`${money}_won`, (row) => both(row, `${row}${money}`)],
      [`${money}_budget`, (row) => both(row, `${row}budget`)],
      [`${money}_of`, (row) => both(row, '1')],
    ];
  }),
];
const COUNTED = 'term, type, field, department, status, progress, budget, secured, spent, voided_at';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of LOOKED_AT)
    await db.schema
      .alterTable('pledge')
      .addColumn(column, 'text', (col) => col.notNull().defaultTo(''))
      .execute();
  await fill(db);
  await indexWords(db, [...KEPT_BEFORE, ...LOOKED_AT]);
  if (!isPostgres(db)) await sql.raw(`create index pledge_searched on pledge ${SEARCHED}`).execute(db);
  for (const [name, columns] of LISTED) await sql.raw(`create index ${name} on pledge ${columns}`).execute(db);
  await count(db);
  // `/후속 현황` counts all of them.
  await sql`create index followup_counted on followup (voided_at, kind, status, open)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('followup_counted').execute();
  for (const when of ['added', 'changed', 'gone']) {
    const trigger = `pledge_total_${when}`;
    await sql.raw(isPostgres(db) ? `drop trigger ${trigger} on pledge` : `drop trigger ${trigger}`).execute(db);
  }
  if (isPostgres(db)) await sql`drop function count_pledge`.execute(db);
  await db.schema.dropTable('pledge_total').execute();
  for (const [name] of LISTED) await db.schema.dropIndex(name).execute();
  if (!isPostgres(db)) await db.schema.dropIndex('pledge_searched').execute();
  await indexWords(db, KEPT_BEFORE);
  for (const column of LOOKED_AT) await db.schema.alterTable('pledge').dropColumn(column).execute();
}

/** The index of words of 022-words.ts and 032-words-on-postgres.ts, of other columns. */
async function indexWords(db: Kysely<unknown>, columns: readonly string[]): Promise<void> {
  if (isPostgres(db)) {
    const words = columns.map((it) => `coalesce(${it}, '') || e'\\n\\n'`).join(' || ');
    await sql`drop index search_pledge`.execute(db);
    await sql.raw(`create index search_pledge on pledge using gin (letters_in_threes(${words}))`).execute(db);
    return;
  }
  const wordsOf = (row: string) => columns.map((it) => `coalesce(${row}${it}, '') || char(10, 10)`).join(' || ');
  const statements = [
    ...['added', 'changed', 'gone'].map((when) => `drop trigger search_pledge_${when}`),
    ...['_terms', ''].map((end) => `drop table search_pledge${end}`),
    `create virtual table search_pledge using fts5(words, content='', contentless_delete=1, tokenize='trigram', detail=none)`,
    `create virtual table search_pledge_terms using fts5vocab(search_pledge, 'row')`,
    `insert into search_pledge (rowid, words) select id, ${wordsOf('')} from pledge`,
    `create trigger search_pledge_added after insert on pledge begin
      insert into search_pledge (rowid, words) values (new.id, ${wordsOf('new.')}); end`,
    `create trigger search_pledge_changed after update of ${columns.join(', ')} on pledge begin
      update search_pledge set words = ${wordsOf('new.')} where rowid = new.id; end`,
    `create trigger search_pledge_gone after delete on pledge begin delete from search_pledge where rowid = old.id; end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Triggers keep the counts right, whoever writes. */
async function count(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.createTable('pledge_total').addColumn('term', 'integer', (col) => col.notNull());
  const said = KEY.slice(1).reduce((it, column) => it.addColumn(column, 'text', (col) => col.notNull()), table);
  await SUMS.reduce((it, [column]) => it.addColumn(column, 'integer', (col) => col.notNull()), said)
    .addPrimaryKeyConstraint('pledge_total_pk', [...KEY] as never)
    .execute();

  const columns = [...KEY, ...SUMS.map(([column]) => column)];
  const keyOf = (row: string) =>
    KEY.map((it) => (it === 'term' || it === 'type' ? row + it : `coalesce(${row}${it}, '')`));
  const sums = SUMS.map(([, of]) => `sum(${of('')})`);
  await sql
    .raw(
      `insert into pledge_total (${columns.join(', ')})
        select ${[...keyOf(''), ...sums].join(', ')} from pledge where voided_at is null group by ${keyOf('').join(', ')}`,
    )
    .execute(db);

  const adding = (row: string, sign: '' | '-') => `insert into pledge_total (${columns.join(', ')})
      select ${[...keyOf(row), ...SUMS.map(([, of]) => `${sign}(${of(row)})`)].join(', ')} where ${row}voided_at is null
      on conflict (${KEY.join(', ')}) do update set
      ${SUMS.map(([column]) => `${column} = pledge_total.${column} + excluded.${column}`).join(', ')};`;
  const [taken, added] = [adding('old.', '-'), adding('new.', '')];
  const triggers: [when: string, at: string, work: string][] = [
    ['added', 'insert', added],
    ['changed', `update of ${COUNTED}`, `${taken} ${added}`],
    ['gone', 'delete', taken],
  ];
  if (isPostgres(db)) {
    await sql
      .raw(
        `create function count_pledge() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then ${taken} end if;
          if tg_op <> 'DELETE' then ${added} end if;
          return null;
        end $$`,
      )
      .execute(db);
  }
  for (const [when, at, work] of triggers)
    await sql
      .raw(
        isPostgres(db)
          ? `create trigger pledge_total_${when} after ${at} on pledge for each row execute function count_pledge()`
          : `create trigger pledge_total_${when} after ${at} on pledge begin ${work} end`,
      )
      .execute(db);
}

const AT_ONCE = 500;

/** What the app keeps with every save from now on (src/pledge/searched.ts), for those that are there. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const any = db as Kysely<{
    pledge: Record<(typeof LOOKED_AT)[number] | 'title', string> & {
      id: number;
      goal: string | null;
    };
  }>;
  for (let last = 0; ; ) {
    const rows = await any
      .selectFrom('pledge')
      .select(['id', 'title', 'goal'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, title, goal } of rows) {
      const [plain_title, plain_goal] = [plainOf(title), plainOf(goal ?? '')];
      await any
        .updateTable('pledge')
        .set({
          ...{ plain_title, plain_goal },
          title_initials: initialsOf(plain_title),
          goal_initials: initialsOf(plain_goal),
          title_letters: lettersOf(plain_title),
        })
        .where('id', '=', id)
        .execute();
    }
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return;
    last = end.id;
  }
}

function plainOf(words: string): string {
  const plain = /[ㄱ-ㅣ]/.test(words) ? words : words.normalize('NFKC');
  return plain.toLowerCase().replace(/[\s\p{P}]+/gu, '');
}

const FIRST = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const LAST =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
const ALONE = new Map([
  ...[...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'].map((it, i) => [it, VOWELS[i] ?? it] as const),
  ...[...'ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ'].map(
    (it, i) => [it, 'ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ'.split(' ')[i] ?? it] as const,
  ),
]);

/** The place of a syllable among all of them; null for any other letter. */
function placeOf(letter: string): number | null {
  const place = letter.charCodeAt(0) - 0xac00;
  return place >= 0 && place < FIRST.length * VOWELS.length * LAST.length ? place : null;
}

function initialOf(letter: string): string {
  const place = placeOf(letter);
  return place === null ? '' : (FIRST[Math.floor(place / (VOWELS.length * LAST.length))] ?? '');
}

const initialsOf = (words: string): string => [...words].map(initialOf).join('');

/** Wide letters and digits are typed as the others. */
const typedOf = (words: string): string =>
  words
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .toLowerCase();

const lettersOf = (words: string): string =>
  [...typedOf(words)]
    .map((letter) => {
      const place = placeOf(letter);
      if (place === null) return ALONE.get(letter) ?? letter;
      const vowel = VOWELS[Math.floor(place / LAST.length) % VOWELS.length] ?? '';
      return `${initialOf(letter)}${vowel}${LAST[place % LAST.length] ?? ''}`;
    })
    .join('');

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
