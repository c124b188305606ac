import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await members(db);
  await memberKeys(db);
  await groups(db);
  await contacts(db);
  await attendance(db);
  await spending(db);
  await countRules(db);
  await briefings(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    'briefing',
    'council_count_rule',
    'council_expense',
    'council_attendance',
    'council_contact',
    'council_group',
    'council_member_key',
    'council_member',
  ];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** A member is known by term, name and constituency; an unknown term is 0 and an unknown constituency '', since a unique key takes no null. */
async function members(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_member')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('constituency', 'text', (col) => col.notNull())
    .addColumn('party', 'text')
    .addColumn('district', 'text')
    .addColumn('committee', 'text')
    .addColumn('post', 'text')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addUniqueConstraint('council_member_known', ['term', 'name', 'constituency'])
    .execute();
  await db.schema.createIndex('council_member_name').on('council_member').columns(['term', 'name', 'id']).execute();
  await db.schema.createIndex('council_member_district').on('council_member').columns(['district', 'term']).execute();
  await db.schema.createIndex('council_member_committee').on('council_member').columns(['committee', 'term']).execute();
}

/**
 * What a member of the present council can be found by, letter by letter: each ending of a name, party, district and
 * committee in jamo, and in initial consonants. A search is then one range of the index, however many members there are.
 */
async function memberKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_member_key')
    .addColumn('key', 'text', (col) => col.notNull())
    .addColumn('member_id', 'integer', (col) => col.notNull().references('council_member.id'))
    .addPrimaryKeyConstraint('council_member_key_pk', ['key', 'member_id'])
    .execute();
  await db.schema
    .createIndex('council_member_key_member')
    .on('council_member_key')
    .columns(['member_id', 'key'])
    .execute();
}

/** The committees and districts of the present council with their numbers of members, kept whenever the list changes. */
async function groups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_group')
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('members', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_group_pk', ['kind', 'name'])
    .execute();
}

async function contacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_contact')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('held_on', 'text', (col) => col.notNull())
    .addColumn('held_time', 'text')
    .addColumn('agenda', 'text', (col) => col.notNull())
    .addColumn('result', 'text')
    .addColumn('others', 'text')
    .addColumn('visit_id', 'integer')
    .addColumn('briefing_id', 'integer')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  await db.schema.createIndex('council_contact_when').on('council_contact').columns(['held_on', 'id']).execute();
  await db.schema.createIndex('council_contact_kind').on('council_contact').columns(['kind', 'held_on']).execute();
  await db.schema.createIndex('council_contact_visit').on('council_contact').column('visit_id').execute();
  await db.schema.createIndex('council_contact_briefing').on('council_contact').column('briefing_id').execute();
  // What was entered lately is looked for again and again.
  await db.schema.createIndex('council_contact_entered').on('council_contact').column('created_at').execute();
}

async function attendance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_attendance')
    .addColumn('contact_id', 'integer', (col) => col.notNull().references('council_contact.id'))
    .addColumn('member_id', 'integer', (col) => col.notNull().references('council_member.id'))
    .addPrimaryKeyConstraint('council_attendance_pk', ['contact_id', 'member_id'])
    .execute();
  await db.schema
    .createIndex('council_attendance_member')
    .on('council_attendance')
    .columns(['member_id', 'contact_id'])
    .execute();
}

/** Which spends belong to which contact. */
async function spending(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_expense')
    .addColumn('contact_id', 'integer', (col) => col.notNull().references('council_contact.id'))
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('tied_by', 'text', (col) => col.notNull())
    .addColumn('tied_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_expense_pk', ['contact_id', 'expense_id'])
    .execute();
  await db.schema.createIndex('council_expense_expense').on('council_expense').column('expense_id').execute();
}

/** Under which heading of which table a kind of contact counts, where an office decided otherwise; '' counts nowhere. */
async function countRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_count_rule')
    .addColumn('tally', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('heading', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_count_rule_pk', ['tally', 'kind'])
    .execute();
}

/** A policy that the council has to hear of before it is announced, and who of the council that is. */
async function briefings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('briefing')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('policy', 'text', (col) => col.notNull())
    .addColumn('announced_on', 'text', (col) => col.notNull())
    .addColumn('announced_time', 'text')
    .addColumn('leaders', 'integer', (col) => col.notNull())
    .addColumn('committees', 'text', (col) => col.notNull())
    .addColumn('districts', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  await db.schema.createIndex('briefing_when').on('briefing').columns(['announced_on', 'id']).execute();
}
