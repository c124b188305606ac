import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Field } from '../../privacy/finding.ts';
import { earlierKey } from '../earlier.ts';
import type { Choice, Decision } from '../mask.ts';
import type { DisclosurePeriod } from '../period.ts';

type By = { actor: string; at: Date };

type Row = {
  expense_id: number;
  field: string;
  found: string;
  choice: string;
  decided_by: string;
  decided_at: string;
};

const toDecision = (row: Row): Decision => ({
  expenseId: row.expense_id,
  field: row.field as Field,
  found: row.found,
  choice: row.choice as Choice,
  by: row.decided_by,
  at: new Date(row.decided_at),
});

/** What people decided about the records of a period. */
export async function findDecisions(db: Database, period: DisclosurePeriod): Promise<Decision[]> {
  const { year, first, count } = period;
  const rows = await db
    .selectFrom('disclosure_decision')
    .innerJoin('expense', 'expense.id', 'disclosure_decision.expense_id')
    .selectAll('disclosure_decision')
    .where('expense.year', '=', year)
    .where('expense.month', '>=', first)
    .where('expense.month', '<', first + count)
    .execute();
  return stillMeant(db, rows.map(toDecision));
}

/**
 * Without what stays by a decision about a text that has been changed since: the same letters may be somebody else there, so a person
 * decides again. What is masked stays masked.
 */
async function stillMeant(db: Database, decisions: Decision[]): Promise<Decision[]> {
  const records = [...new Set(decisions.filter(({ choice }) => choice === 'keep').map((it) => String(it.expenseId)))];
  const told: { noun: string; record: string; before: string | null; after: string | null }[] = [];
  for (let at = 0; at < records.length; at += AT_ONCE) {
    told.push(
      ...(await db
        .selectFrom('history')
        .select(['noun', 'record', 'before', 'after'])
        .where('noun', 'in', ['expense', 'disclosure_decision'])
        .where('action', 'in', ['changed', 'decided'])
        .where('record', 'in', records.slice(at, at + AT_ONCE))
        .orderBy('id')
        .execute()),
    );
  }
  const ofRecord = Map.groupBy(told, ({ record }) => record);
  return decisions.filter(({ expenseId, field, found, choice }) => {
    const all = ofRecord.get(String(expenseId)) ?? [];
    const decided = all.findLastIndex(({ noun, after }) => {
      const words =
        noun === 'expense' ? null : z.object({ field: z.string(), found: z.string() }).parse(JSON.parse(after ?? ''));
      return words?.field === field && words.found === found;
    });
    const since = all.slice(decided + 1).filter(({ noun }) => noun === 'expense');
    return choice === 'mask' || textOf(since[0]?.before, field) === textOf(since.at(-1)?.after, field);
  });
}

const textOf = (facts: string | null | undefined, field: Field): unknown =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(facts ?? '{}'))[field];

/** Remembers for each record whether those words are published; what was decided before is replaced, and stays in the history. */
export async function putDecisions(
  db: Database,
  words: { expenseIds: readonly number[]; field: Field; found: string },
  choice: Choice,
  by: By,
): Promise<void> {
  const { expenseIds, field, found } = words;
  await db.transaction().execute(async (db) => {
    for (const expenseId of expenseIds) {
      const decided = { choice, decided_by: by.actor, decided_at: by.at.toISOString() };
      const before = await db
        .selectFrom('disclosure_decision')
        .select('choice')
        .where('expense_id', '=', expenseId)
        .where('field', '=', field)
        .where('found', '=', found)
        .executeTakeFirst();
      if (before?.choice === choice) continue;
      await db
        .insertInto('disclosure_decision')
        .values({ expense_id: expenseId, field, found, ...decided })
        .onConflict((conflict) => conflict.columns(['expense_id', 'field', 'found']).doUpdateSet(decided))
        .execute();
      await insertHistory(db, {
        ...by,
        noun: 'disclosure_decision',
        record: String(expenseId),
        action: 'decided',
        before: before ? { field, found, choice: before.choice } : null,
        after: { field, found, choice },
      });
    }
  });
}

/** What was decided about words of one record. */
export async function findDecisionsOf(db: Database, expenseId: number): Promise<Decision[]> {
  const rows = await db.selectFrom('disclosure_decision').selectAll().where('expense_id', '=', expenseId).execute();
  return stillMeant(db, rows.map(toDecision));
}

/** The newest decision about the same words in the same field of any record, by `earlierKey`. It is shown, and applies to nothing. */
export async function findEarlierDecisions(
  db: Database,
  words: readonly { field: Field; found: string }[],
): Promise<Map<string, Decision>> {
  const earlier = new Map<string, Decision>();
  const found = [...new Set(words.map((it) => it.found))];
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('disclosure_decision')
      .selectAll()
      .where('found', 'in', found.slice(at, at + AT_ONCE))
      .orderBy('decided_at')
      .execute();
    for (const row of rows) earlier.set(earlierKey(row), toDecision(row));
  }
  return earlier;
}

const AT_ONCE = 500;
