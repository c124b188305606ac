import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import { isOpen } from '../../followup/rules.ts';
import type { ContactKind } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account } from '../../vocabulary/expense.ts';
import { AUDIT_KINDS, type AuditKind, STATUSES, type Status } from '../../vocabulary/followup.ts';
import { isStatus } from '../../vocabulary/pledge.ts';
import type { Spent, Standing } from './rules.ts';
import type { Week } from './week.ts';

/** What was spent from each account on those days, both included. */
export async function findSpentOn(db: Database, { from, to }: { from: Day; to: Day }): Promise<Spent[]> {
  const rows = await db
    .selectFrom('expense')
    .select((eb) => ['account', eb.fn.sum<number>('amount').as('won'), eb.fn.countAll<number>().as('count')])
    .where('voided_at', 'is', null)
    .where((eb) => counts(eb))
    .where('year', 'in', [Number(from.slice(0, 4)), Number(to.slice(0, 4))])
    .where((eb) => eb.between('spent_on', from, to))
    .groupBy('account')
    .execute();
  return rows.map((row) => ({ ...row, account: row.account as Account | null }));
}

/** What the register holds of a year until that day; a record that lost its day counts when its month is over. */
export async function findSpentUntil(db: Database, day: Day): Promise<Spent[]> {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const rows = await db
    .selectFrom('expense')
    .select((eb) => ['account', eb.fn.sum<number>('amount').as('won'), eb.fn.countAll<number>().as('count')])
    .where('voided_at', 'is', null)
    .where((eb) => counts(eb))
    .where('year', '=', year)
    .where((eb) => eb.or([eb('spent_on', '<=', day), eb.and([eb('spent_on', 'is', null), eb('month', '<', month)])]))
    .groupBy('account')
    .execute();
  return rows.map((row) => ({ ...row, account: row.account as Account | null }));
}

/** A spend that was refused is in no total. */
const counts = (eb: ExpressionBuilder<Schema, 'expense'>) =>
  eb.or([eb('approval', 'is', null), eb('approval', '!=', 'refused')]);

/** What a record was before the first of its changes since a moment; `before` null: it was entered since. */
type First = { before: unknown; after: unknown };

async function findFirstChanges(
  db: Database,
  noun: string,
  since: Date,
  actions?: readonly string[],
): Promise<Map<string, First>> {
  const firsts = db
    .selectFrom('history')
    .select((eb) => eb.fn.min('id').as('id'))
    .where('noun', '=', noun)
    .where('at', '>', since.toISOString())
    .$if(actions !== undefined, (query) => query.where('action', 'in', actions ?? []))
    .groupBy('record');
  const rows = await db.selectFrom('history').select(['record', 'before', 'after']).where('id', 'in', firsts).execute();
  return new Map(rows.map((row) => [row.record, { before: parsed(row.before), after: parsed(row.after) }]));
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

const Owed = z.object({
  kind: z.string(),
  auditYear: z.number().nullable(),
  status: z.enum(STATUSES),
  owner: z.string().nullable(),
  due: z.string().nullable(),
});

const MOST_AT_ONCE = 500;

/** What of a follow-up may be told to everyone: neither its words nor whom it is owed to. */
export type Stood = { status: Status; owner: string | null; due: Day | null; audit: number | null };

/**
 * Everything that is owed until a day, and every demand of an audit: as it stands, or as it stood at a moment. A record that a file
 * brought later tells of then; one that was entered later was not there.
 */
export async function findOwed(db: Database, until: Day, moment: Date | null): Promise<Stood[]> {
  const firsts = moment ? await findFirstChanges(db, 'followup', moment) : new Map<string, First>();
  const columns = ['id', 'kind', 'audit_year', 'status', 'owner', 'due', 'origin', 'voided_at'] as const;
  const rows = await db
    .selectFrom('followup')
    .select(columns)
    .where((eb) => eb.or([eb.and([eb('open', '=', 1), eb('sort_due', '<=', until)]), eb('audit_year', 'is not', null)]))
    .execute();
  const found = new Set(rows.map(({ id }) => String(id)));
  const others = [...firsts.keys()].filter((id) => !found.has(id)).map(Number);
  for (let from = 0; from < others.length; from += MOST_AT_ONCE) {
    const ids = others.slice(from, from + MOST_AT_ONCE);
    rows.push(...(await db.selectFrom('followup').select(columns).where('id', 'in', ids).execute()));
  }
  return rows.flatMap((row): Stood[] => {
    const first = firsts.get(String(row.id));
    if (first?.before === null && row.origin !== 'import' && row.origin !== 'sample') return [];
    const then = first ? Owed.safeParse(first.before ?? first.after).data : null;
    if (row.voided_at !== null && !then) return [];
    const owed = then ?? Owed.parse({ ...row, auditYear: row.audit_year });
    const audit = AUDIT_KINDS.includes(owed.kind as AuditKind) ? owed.auditYear : null;
    const isDue = isOpen(owed.status) && owed.due !== null && owed.due <= until;
    return isDue || audit !== null ? [{ status: owed.status, owner: owed.owner, due: owed.due, audit }] : [];
  });
}

/** The changes that say how a pledge stands; a proposal does not. */
const STANDING = ['recorded', 'imported', 'changed', 'updated', 'reviewed', 'stepped_back', 'reimported'];
const Stands = z.object({ status: z.string().nullish(), progress: z.number().nullish() });

const standingOf = (said: unknown): Standing => {
  const { status, progress } = Stands.parse(said ?? {});
  return { status: isStatus(status) ? status : null, progress: progress ?? null };
};

/** How pledges stood before what changed since a moment, by id; null: it was entered since. */
export async function findEarlierStandings(db: Database, moment: Date): Promise<Map<number, Standing | null>> {
  const firsts = await findFirstChanges(db, 'pledge', moment, STANDING);
  return new Map([...firsts].map(([id, { before }]) => [Number(id), before === null ? null : standingOf(before)]));
}

/** Each pledge that stood elsewhere at the end of a time than at its start, in the order of the changes. */
export async function findPledgeChanges(
  db: Database,
  { from, to }: { from: Date; to: Date },
): Promise<{ pledgeId: number; before: Standing; after: Standing }[]> {
  const rows = await db
    .selectFrom('history')
    .select(['record', 'before', 'after'])
    .where('noun', '=', 'pledge')
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString())
    .where('action', 'in', ['updated', 'reviewed', 'stepped_back', 'reimported'])
    .orderBy('id')
    .execute();
  const changes = new Map<number, { pledgeId: number; before: Standing; after: Standing }>();
  for (const row of rows) {
    const pledgeId = Number(row.record);
    const [before, after] = [standingOf(parsed(row.before)), standingOf(parsed(row.after))];
    changes.set(pledgeId, { pledgeId, before: changes.get(pledgeId)?.before ?? before, after });
  }
  return [...changes.values()].filter(
    ({ before, after }) => before.status !== after.status || before.progress !== after.progress,
  );
}

/** Contacts held on those days of which nobody has said what came of them. */
export async function countUnanswered(
  db: Database,
  { from, to, notOf }: { from: Day; to: Day; notOf: readonly ContactKind[] },
): Promise<number> {
  const { count } = await db
    .selectFrom('council_contact')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('voided_at', 'is', null)
    .where('result', 'is', null)
    .where('kind', 'not in', notOf)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .executeTakeFirstOrThrow();
  return count;
}

/** When an entry of the outbox was put, and how it ended; null while nobody decided to send it. */
export async function findPut(db: Database, key: string): Promise<{ putAt: Date; isSent: boolean } | null> {
  const row = await db.selectFrom('outbox').select(['put_at', 'state']).where('key', '=', key).executeTakeFirst();
  return row ? { putAt: new Date(row.put_at), isSent: row.state === 'sent' } : null;
}

/** Whether people's own parts of a week are decided on: their ids are capitals, which no other key of a week goes on with. */
export async function isPersonalPut(db: Database, { name }: Week): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('key')
    .where('key', '>=', `digest:${name}:A`)
    .where('key', '<', `digest:${name}:a`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
