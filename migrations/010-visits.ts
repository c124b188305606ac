import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await programs(db);
  await firstPrograms(db);
  await visits(db);
  await agenda(db);
  await notices(db);
  await spending(db);
  await settings(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['visit_setting', 'visit_expense', 'visit_notice', 'visit_agenda', 'visit', 'program'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** What visits are made under. `counts` is a comma-separated list of what is added up. Edited by managers. */
async function programs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('program')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('name', 'text', (col) => col.notNull().unique())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('counts', 'text', (col) => col.notNull())
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('retired_at', 'text')
    .execute();
}

/** The programs of the 2016 report, for an office to begin with. */
const FIRST: [name: string, kind: string, counts: string][] = [
  ['일자리대장정', 'site', 'places,participants'],
  ['민생현장', 'site', ''],
  ['현장시장실', 'site', 'places,agenda'],
  ['시설 안전점검', 'site', ''],
  ['취약계층 방문', 'site', 'participants'],
  ['청책토론회', 'citizens', 'participants'],
  ['정책박람회', 'citizens', 'participants,agenda'],
  ['주말데이트', 'citizens', 'agenda'],
  ['집중회의', 'inside', ''],
  ['숙의', 'inside', ''],
  ['부서방문', 'inside', ''],
  ['우호교류협약', 'exchange', 'partner'],
  ['순방', 'exchange', 'countries'],
  ['외빈 접견', 'exchange', 'countries'],
  ['정책발표', 'announcement', ''],
];

async function firstPrograms(db: Kysely<unknown>): Promise<void> {
  for (const [position, [name, kind, counts]] of FIRST.entries()) {
    await sql`insert into program (name, kind, counts, position, version)
      values (${name}, ${kind}, ${counts}, ${position + 1}, 1)`.execute(db);
  }
}

/**
 * Engagements of the mayor. Several dates entered at once are several visits of one `site_id`, the first one's id.
 * `year` and `month` repeat what starts_on says, for counting; `sequence` grows when people's calendars have to change.
 */
async function visits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('site_id', 'integer')
    .addColumn('program_id', 'integer', (col) => col.notNull().references('program.id'))
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('month', 'integer', (col) => col.notNull())
    .addColumn('starts_on', 'text', (col) => col.notNull())
    .addColumn('start_time', 'text', (col) => col.notNull())
    .addColumn('ends_on', 'text', (col) => col.notNull())
    .addColumn('end_time', 'text')
    .addColumn('place', 'text', (col) => col.notNull())
    .addColumn('district', 'text', (col) => col.notNull())
    .addColumn('purpose', 'text', (col) => col.notNull())
    .addColumn('owner', 'text', (col) => col.notNull())
    .addColumn('staff', 'text', (col) => col.notNull())
    .addColumn('partner', 'text')
    .addColumn('partner_level', 'text')
    .addColumn('countries', 'text')
    .addColumn('participants', 'integer')
    .addColumn('summary', 'text')
    .addColumn('result_key', 'text')
    .addColumn('sequence', 'integer', (col) => col.notNull())
    .addColumn('changed_at', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text')
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('cancelled_at', 'text')
    .addUniqueConstraint('visit_form', ['form_key', 'nth'])
    .execute();
  const along: [string, string[]][] = [
    ['visit_when', ['starts_on', 'start_time', 'id', 'ends_on', 'cancelled_at']],
    ['visit_program', ['program_id', 'starts_on', 'cancelled_at', 'year', 'partner_level']],
    ['visit_district', ['district', 'starts_on']],
    ['visit_site', ['site_id']],
    ['visit_entered', ['created_at']], // what was entered lately is looked for again and again
    // All that the counts of a year need, so that they read indexes and no records.
    [
      'visit_counted',
      ['year', 'program_id', 'cancelled_at', 'starts_on', 'participants', 'partner_level', 'place', 'countries'],
    ],
    ['visit_counted_month', ['year', 'month', 'cancelled_at', 'starts_on']],
    ['visit_counted_district', ['year', 'district', 'cancelled_at', 'starts_on']],
    ['visit_counted_state', ['year', 'cancelled_at', 'starts_on']],
    ['visit_counted_origin', ['origin', 'year']],
  ];
  for (const [name, columns] of along) await db.schema.createIndex(name).on('visit').columns(columns).execute();
}

/**
 * What people asked for during a visit. Done when marked so, or when the follow-up it became is. `year` and `program_id`
 * repeat what the visit says, for counting.
 */
async function agenda(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_agenda')
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('program_id', 'integer', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('done', 'integer', (col) => col.notNull())
    .addColumn('followup_id', 'integer')
    .addPrimaryKeyConstraint('visit_agenda_pk', ['visit_id', 'nth'])
    .execute();
  await db.schema
    .createIndex('visit_agenda_counted')
    .on('visit_agenda')
    .columns(['year', 'program_id', 'done', 'followup_id'])
    .execute();
}

/** Who of the council was told of a visit, when and by whom; `sequence` is the visit's at that moment. */
async function notices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_notice')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('member_id', 'integer')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('told_on', 'text', (col) => col.notNull())
    .addColumn('told_time', 'text', (col) => col.notNull())
    .addColumn('told_by', 'text', (col) => col.notNull())
    .addColumn('how', 'text', (col) => col.notNull())
    .addColumn('invited', 'integer', (col) => col.notNull())
    .addColumn('sequence', 'integer', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addUniqueConstraint('visit_notice_form', ['form_key', 'nth'])
    .execute();
  await db.schema.createIndex('visit_notice_of').on('visit_notice').columns(['visit_id', 'id']).execute();
}

/** Which spending belongs to which visit; a tie that was undone leaves, its history stays. */
async function spending(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_expense')
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('tied_by', 'text', (col) => col.notNull())
    .addColumn('tied_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('visit_expense_pk', ['visit_id', 'expense_id'])
    .execute();
}

/** Minutes that planning reckons with, by name. */
async function settings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_setting')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('minutes', 'integer', (col) => col.notNull())
    .execute();
}
