import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import type { Schema } from '../../../base/db/schema.ts';
import type { Day } from '../../../vocabulary/day.ts';

/** The month of records whose day is lost. */
export const NO_MONTH = '';
const MARK = 'seen';

/** Every month from that day on that has records is to be judged again; all of them where no day is given. */
export async function putDueFrom(db: Database, from: Day | null): Promise<void> {
  await putMonths(db, sql`spent_on >= ${from ?? ''}`);
  if (from === null) await putMonths(db, sql`spent_on is null`);
}

/**
 * Notes the months of records that came since they were looked at last: a file leaves too many to judge while it is taken in.
 * Returns whether there is anything to judge.
 */
export async function putDueOfNew(db: Database): Promise<boolean> {
  const newest = await db
    .selectFrom('expense')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  const mark = await findMark(db);
  if ((newest?.id ?? 0) > mark) {
    await db.transaction().execute(async (db) => {
      const seen = await findMark(db);
      const { id } = await db
        .selectFrom('expense')
        .select((eb) => eb.fn.max<number | null>('id').as('id'))
        .executeTakeFirstOrThrow();
      if (id === null || id <= seen) return;
      // The uses of a place within the next thirty days are looked at again with the month that follows.
      await putMonths(db, sql`id > ${seen} and origin != 'form'`);
      await db
        .insertInto('check_mark')
        .values({ name: MARK, expense_id: id })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ expense_id: id }))
        .execute();
    });
  }
  return (await findDueMonth(db)) !== null;
}

async function findMark(db: Database): Promise<number> {
  const row = await db.selectFrom('check_mark').select('expense_id').where('name', '=', MARK).executeTakeFirst();
  return row?.expense_id ?? 0;
}

async function putMonths(db: Database, condition: ReturnType<typeof sql>): Promise<void> {
  await sql`insert into check_due (month)
    select distinct coalesce(substr(spent_on, 1, 7), ${NO_MONTH}) from expense where ${condition}
    on conflict (month) do nothing`.execute(db);
}

export async function putDueMonth(db: Database, month: string): Promise<void> {
  await db
    .insertInto('check_due')
    .values({ month })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute();
}

/** The newest first: what people work on now. */
export async function findDueMonth(db: Database): Promise<string | null> {
  const row = await db.selectFrom('check_due').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst();
  return row?.month ?? null;
}

/** In the transaction that judged it. */
export async function deleteDue(db: Database, month: string): Promise<void> {
  await db.deleteFrom('check_due').where('month', '=', month).execute();
}

/** How many records are looked at again at a time. */
const MOST_OVERTAKEN = 200;

/** Records with a finding that something outside this folder has answered: a receipt that was added, a visit it was tied to. */
export async function findOvertaken(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('finding')
    .select('expense_id')
    .distinct()
    .where('state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb.and([eb('rule', '=', 'E17'), eb.exists(receiptOf(eb))]),
        eb.and([
          eb('rule', 'in', ['E11', 'E12']),
          eb.exists(
            eb
              .selectFrom('visit_expense')
              .select('visit_expense.visit_id')
              .whereRef('visit_expense.expense_id', '=', 'finding.expense_id'),
          ),
        ]),
      ]),
    )
    .limit(MOST_OVERTAKEN)
    .execute();
  return rows.map((row) => row.expense_id);
}

const receiptOf = (eb: ExpressionBuilder<Schema, 'finding'>) =>
  eb
    .selectFrom('receipt')
    .select('receipt.slack_file_id')
    .whereRef('receipt.expense_id', '=', 'finding.expense_id')
    .where('receipt.state', 'in', ['stored', 'wanted']);
