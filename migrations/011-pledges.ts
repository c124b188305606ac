import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await pledges(db);
  await proposals(db);
  await notices(db);
  await lists(db);
  await links(db);
  await rounds(db);
  await answers(db);
  await requests(db);
  await evaluations(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    'evaluation',
    'review_request',
    'review_answer',
    'review_round',
    'pledge_link',
    'pledge_list',
    'pledge_notice',
    'pledge_proposal',
    'pledge',
  ];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** `imported` is what a file said of the pledge last, as JSON: only what a file says anew changes the record. */
async function pledges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('code', 'text')
    .addColumn('number', 'integer')
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('field', 'text')
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('department', 'text')
    .addColumn('owner', 'text')
    .addColumn('goal', 'text')
    .addColumn('timing', 'text')
    .addColumn('kind', 'text')
    .addColumn('status', 'text')
    .addColumn('progress', 'integer')
    .addColumn('non_budget', 'integer', (col) => col.notNull())
    .addColumn('budget', 'integer')
    .addColumn('secured', 'integer')
    .addColumn('spent', 'integer')
    .addColumn('basis_kind', 'text')
    .addColumn('basis', 'text')
    .addColumn('flags', 'text', (col) => col.notNull())
    .addColumn('imported', 'text')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('import_id', 'integer', (col) => col.references('import_file.id'))
    .addColumn('line', 'integer')
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  // Not unique: a city's own list gives some codes twice, and those must stay two pledges.
  // For counting by state without reading the long texts of each.
  await db.schema
    .createIndex('pledge_state')
    .on('pledge')
    .columns(['term', 'voided_at', 'status', 'type', 'progress', 'owner'])
    .execute();
  await db.schema.createIndex('pledge_code').on('pledge').columns(['term', 'code']).execute();
}

/** Every update anyone asked for, also those that a manager made at once; `state` is open, confirmed or declined. */
async function proposals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_proposal')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('progress', 'integer', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('files', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull().unique())
    .addColumn('proposed_by', 'text', (col) => col.notNull())
    .addColumn('proposed_at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('pledge_proposal_of').on('pledge_proposal').columns(['pledge_id', 'state']).execute();
}

/** The messages that ask managers about a proposal: once one of them decides, the buttons go from all. */
async function notices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_notice')
    .addColumn('proposal_id', 'integer', (col) => col.notNull().references('pledge_proposal.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel', 'text', (col) => col.notNull())
    .addColumn('ts', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('pledge_notice_pk', ['proposal_id', 'user_id'])
    .execute();
}

/** The office's lists: types, fields (by the number in a code) and departments with the person who answers for them. */
async function lists(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_list')
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('code', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('person', 'text')
    .addPrimaryKeyConstraint('pledge_list_pk', ['kind', 'term', 'code'])
    .execute();
}

/** Which other records belong to a pledge, by the names people say: `V87`, `C31`, `F210`, `E1024`. */
async function links(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_link')
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('record', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('linked_by', 'text', (col) => col.notNull())
    .addColumn('linked_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('pledge_link_pk', ['pledge_id', 'record'])
    .execute();
}

/** A half-yearly evaluation, named `2016-h1`; `state` is open or frozen. */
async function rounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_round')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('name', 'text', (col) => col.notNull().unique())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('as_of', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('opened_by', 'text', (col) => col.notNull())
    .addColumn('opened_at', 'text', (col) => col.notNull())
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('published_on', 'text')
    .addColumn('origin', 'text', (col) => col.notNull())
    .execute();
}

/**
 * One pledge in one round: who is asked, what they answered, and, once the round is frozen, the result. `title`, `type`
 * and `name` are kept as they were then: a result must not change when the pledge is edited.
 */
async function answers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_answer')
    .addColumn('round_id', 'integer', (col) => col.notNull().references('review_round.id'))
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('asked', 'text')
    .addColumn('department', 'text')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('status', 'text')
    .addColumn('progress', 'integer')
    .addColumn('source', 'text')
    .addColumn('note', 'text')
    .addColumn('files', 'text', (col) => col.notNull())
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_version', 'integer')
    .addColumn('form_key', 'text')
    .addColumn('result', 'text')
    .addColumn('result_progress', 'integer')
    .addPrimaryKeyConstraint('review_answer_pk', ['round_id', 'pledge_id'])
    .execute();
}

/** The one message that each person was asked with; it shows what is still to answer. No `ts` yet: not sent. */
async function requests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_request')
    .addColumn('round_id', 'integer', (col) => col.notNull().references('review_round.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addPrimaryKeyConstraint('review_request_pk', ['round_id', 'user_id'])
    .execute();
}

/** What an outside body made of a year. The line of a grade moves every year, so it stands here; points in tenths. */
async function evaluations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evaluation')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('subject', 'text', (col) => col.notNull())
    .addColumn('grade', 'text', (col) => col.notNull())
    .addColumn('line', 'integer')
    .addColumn('score', 'integer')
    .addColumn('areas', 'text', (col) => col.notNull())
    .addColumn('announced_on', 'text')
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('evaluation_of').on('evaluation').columns(['year', 'body', 'subject']).unique().execute();
}
