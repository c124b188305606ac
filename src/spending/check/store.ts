import type { Expression, ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { anyOfIds } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import type { FindingRow } from '../../base/db/schema/check.ts';
import type { Schema } from '../../base/db/schema.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Part } from '../../register/pages.ts';
import { EVIDENCE, type EvidenceField, type FindingState, SEVERITIES, type Severity } from '../../vocabulary/check.ts';
import type { Day } from '../../vocabulary/day.ts';
import { hasReceipt } from '../receipt/spend/store.ts';
import { findReceiptsOf } from '../receipt/store.ts';
import type { Finding } from './rule.ts';
import type { Scope } from './scope.ts';

/** What is still open about these records: while a block or a requirement is among it, a record is not approved. */
export async function findOpenFindings(db: Database, expenseIds: readonly number[]): Promise<Finding[]> {
  const open = (await findFindings(db, expenseIds)).filter(({ state }) => state === 'open');
  // A receipt that was added a moment ago counts before its record is judged again.
  const receipts = await findReceiptsOf(
    db,
    open.filter(({ rule }) => rule === 'E17').map(({ expenseId }) => expenseId),
  );
  return open.filter(({ rule, expenseId }) => rule !== 'E17' || !receipts.has(expenseId));
}

/** Everything rules ever found about these records that still holds, or was answered. */
export async function findFindings(db: Database, expenseIds: readonly number[]): Promise<Finding[]> {
  if (expenseIds.length === 0) return [];
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('expense_id', 'in', anyOfIds(expenseIds))
    .where('state', '!=', 'gone')
    .orderBy('expense_id')
    .orderBy('rule')
    .execute();
  return rows.map(toFinding);
}

export async function findFinding(db: Database, id: number): Promise<Finding | null> {
  const row = await db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toFinding(row) : null;
}

/** Records that were entered (not imported) until then and still lack evidence, a receipt included: oldest first. */
export async function findLackingEvidence(
  db: Database,
  { recordedUntil }: { recordedUntil: Date },
): Promise<{ expenseId: number; recordedBy: string; recordedAt: Date }[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('expense', 'expense.id', 'finding.expense_id')
    .select(['expense.id', 'expense.created_by', 'expense.created_at'])
    .where('finding.state', '=', 'open')
    .where('finding.severity', '=', 'require')
    .where('expense.origin', '=', 'form')
    .where('expense.voided_at', 'is', null)
    .where((eb) => eb.or([eb('finding.rule', '!=', 'E17'), eb.not(hasReceipt())]))
    .where('expense.created_at', '<=', recordedUntil.toISOString())
    .groupBy(['expense.id', 'expense.created_by', 'expense.created_at'])
    .orderBy('expense.created_at')
    .orderBy('expense.id')
    .execute();
  return rows.map((row) => ({
    expenseId: row.id,
    recordedBy: row.created_by,
    recordedAt: new Date(row.created_at),
  }));
}

/** How many findings about spends of those days are open; of records whose day is lost, by no day. */
export async function countOpenFindings(db: Database, period: { from: Day; to: Day }): Promise<number> {
  const row = await db
    .selectFrom('finding')
    .innerJoin('expense', 'expense.id', 'finding.expense_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('finding.state', '=', 'open')
    .where('expense.voided_at', 'is', null)
    .where('expense.spent_on', '>=', period.from)
    .where('expense.spent_on', '<=', period.to)
    .executeTakeFirstOrThrow();
  return row.count;
}

const KeptFigures = z.object({
  how: z.string().nullish(),
  won: z.number().optional(),
  cap: z.number().optional(),
  people: z.number().optional(),
  count: z.number().optional(),
  days: z.number().optional(),
  time: z.string().optional(),
  day: z.string().optional(),
  year: z.number().optional(),
  word: z.string().optional(),
  others: z.array(z.number()).optional(),
});

export function toFinding(row: FindingRow): Finding {
  const { how, ...figures } = KeptFigures.parse(JSON.parse(row.figures));
  const asks = row.asks.split(',').filter((field): field is EvidenceField => EVIDENCE.includes(field as EvidenceField));
  return {
    id: row.id,
    expenseId: row.expense_id,
    rule: row.rule,
    severity: row.severity as Severity,
    state: row.state as FindingState,
    asks,
    how: how ?? null,
    figures,
    answer: row.answer,
    settledBy: row.settled_by,
    settledAt: row.settled_at === null ? null : new Date(row.settled_at),
  };
}

/** `severity`: the gravest of what is open; null where nothing is. */
export type RuleCount = { rule: string; severity: Severity | null; open: number; answered: number; accepted: number };

/** By rule, how much is open and settled about those spends; those whose day is lost belong to all time. */
export async function countByRule(db: Database, scope: Scope): Promise<RuleCount[]> {
  const rows = await inForce(db, scope)
    .select((eb) => ['finding.rule', 'finding.state', 'finding.severity', eb.fn.countAll<number>().as('count')])
    .where('finding.state', '!=', 'gone')
    .groupBy(['finding.rule', 'finding.state', 'finding.severity'])
    .execute();
  const rules = [...new Set(rows.map(({ rule }) => rule))].sort();
  return rules.map((rule) => {
    const own = rows.filter((row) => row.rule === rule);
    const of = (state: string) => own.reduce((sum, row) => (row.state === state ? sum + row.count : sum), 0);
    const severity = SEVERITIES.find((it) => own.some((row) => row.state === 'open' && row.severity === it)) ?? null;
    return { rule, severity, open: of('open'), answered: of('answered'), accepted: of('accepted') };
  });
}

/** How many records have something open. */
export async function countOpenRecords(db: Database, scope: Scope): Promise<number> {
  const row = await inForce(db, scope)
    .select((eb) => eb.fn.count<number>('finding.expense_id').distinct().as('count'))
    .where('finding.state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A page of one rule's findings: the open ones first, the newest spends first. */
export async function findOfRule(db: Database, rule: string, scope: Scope, page: Part): Promise<Finding[]> {
  const those = inForce(db, scope).where('finding.rule', '=', rule).where('finding.state', '!=', 'gone');
  return findByRank(those, (eb) => eb.case().when('finding.state', '=', 'open').then(0).else(1).end(), page);
}

type InForce = ReturnType<typeof inForce>;
type Rank = (eb: ExpressionBuilder<Schema, 'finding' | 'expense'>) => Expression<number>;

/** A page of those findings, the lowest rank first, within one rank the newest spends first. */
export async function findByRank(those: InForce, rank: Rank, page: Part): Promise<Finding[]> {
  const rows = await those
    .selectAll('finding')
    .orderBy(rank)
    .orderBy('expense.spent_on', 'desc')
    .orderBy('finding.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(toFinding);
}

/** Findings about spends that count, of those days or of those months of the books. */
export const inForce = (db: Database, scope: Scope) => {
  const all = db
    .selectFrom('finding')
    .innerJoin('expense', 'expense.id', 'finding.expense_id')
    .where('expense.voided_at', 'is', null);
  if (scope === null) return all;
  if ('from' in scope) return all.where('expense.spent_on', '>=', scope.from).where('expense.spent_on', '<=', scope.to);
  const { year, first, count } = scope;
  return all
    .where('expense.year', '=', year)
    .where('expense.month', '>=', first)
    .where('expense.month', '<', first + count);
};

/**
 * Settles a finding that is still open: a manager accepts it, or something is said to a warning. False when it no longer is. In the
 * transaction that keeps what was said.
 */
export async function settleFinding(
  db: Database,
  finding: Finding,
  state: 'accepted' | 'answered',
  by: { actor: string; at: Date; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('finding')
    .set({ state, answer: by.reason, settled_by: by.actor, settled_at: by.at.toISOString() })
    .where('id', '=', finding.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await insertHistory(db, {
    ...by,
    noun: 'expense',
    record: String(finding.expenseId),
    action: `finding_${state}`,
    reason: `${finding.rule} ${by.reason}`,
    before: null,
    after: null,
  });
  return true;
}
