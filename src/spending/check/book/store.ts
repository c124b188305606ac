import { sql } from 'kysely';
import { anyOfIds } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';
import type { ExpenseRow } from '../../../base/db/schema/spending.ts';
import { addDays } from '../../../korean/days.ts';
import { BEFORE_OWN_ELECTION } from '../../../korean/elections.ts';
import { FESTIVAL_REACH } from '../../../korean/festivals.ts';
import { holidaysBetween } from '../../../korean/holidays.ts';
import { districtsIn } from '../../../people/districts/store.ts';
import { withNoted } from '../../../people/holidays.ts';
import { officeSettingsIn } from '../../../people/settings/store.ts';
import { isEvidence } from '../../../vocabulary/check.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { type Account, isActivity, type Payment } from '../../../vocabulary/expense.ts';
import { findBalances } from '../balance/store.ts';
import { decidedIn, limitsIn } from '../limit/store.ts';
import { type Judged, UNSAVED } from '../rule.ts';
import { type Beside, HISTORY_DAYS, type Office } from './rules.ts';

const COLUMNS = [
  'id',
  'year',
  'spent_on',
  'spent_time',
  'amount',
  'account',
  'activity',
  'place',
  'address',
  'purpose',
  'headcount',
  'attendees',
  'payment',
  'spender',
  'origin',
  'created_by',
] as const;

/** The office's own part in every judgement about those days. */
export async function findOffice(db: Database, days: { from: Day; to: Day } | null): Promise<Office> {
  const { settings, limits, decided, districts } = await findChosen(db);
  const { spendingPlans, barredShops, voucherGuide, cardPoints, elections } = settings;
  return {
    limits,
    decided,
    districts,
    holidays: days
      ? withNoted(
          await holidaysBetween(addDays(days.from, -FESTIVAL_REACH.before), addDays(days.to, BEFORE_OWN_ELECTION)),
          settings.holidays,
        )
      : new Map(),
    planned: new Set(Object.keys(spendingPlans).map(Number)),
    elections,
    barredShops,
    voucherGuide: voucherGuide !== null,
    pointsKept: new Set(Object.keys(cardPoints).map(Number)),
  };
}

type Chosen = { kind: string; name: string; value: string; from_day: string; number: number };

/** All that the office chose, in one query: whoever opens, fills in or saves a form waits for it. */
async function findChosen(db: Database) {
  const { rows } = await sql<Chosen>`
    select 'setting' as kind, name, value, '' as from_day, 0 as number from office_setting
    union all select 'limit', name, '', from_day, value from spending_limit
    union all select 'rule', rule, '', '', is_on from spending_rule
    union all select 'district', name, '', '', position from district
    order by from_day, number`.execute(db);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    settings: officeSettingsIn(of('setting')),
    limits: limitsIn(of('limit').map(({ number, ...row }) => ({ ...row, value: number }))),
    decided: decidedIn(of('rule').map(({ name, number }) => ({ rule: name, is_on: number }))),
    districts: districtsIn(of('district')),
  };
}

/** Where the days of a book begin and end: uses of places that may matter come before those that are judged. */
export const bookOf = ({ from, to }: { from: Day; to: Day }): { from: Day; to: Day } => ({
  from: addDays(from, -HISTORY_DAYS),
  to,
});

/** The records in force of those days, and before them the uses of places that may matter. */
export async function findBook(db: Database, days: { from: Day; to: Day }): Promise<Judged[]> {
  const { from, to } = bookOf(days);
  const rows = await db
    .withoutPlugins() // they are judged, and shown to nobody
    .selectFrom('expense')
    .select(COLUMNS)
    .where('spent_on', '>=', from)
    .where('spent_on', '<=', to)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map(toJudged);
}

/** Records whose day is lost: they are judged by what they say alone. */
export async function findDayless(db: Database): Promise<Judged[]> {
  const rows = await db
    .withoutPlugins()
    .selectFrom('expense')
    .select(COLUMNS)
    .where('spent_on', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map(toJudged);
}

/** What else is known of each of these records; of one that is not saved yet, nothing is kept. */
export async function findBeside(
  db: Database,
  records: readonly Judged[],
  balances?: (spend: Judged) => number | null,
): Promise<(spend: Judged) => Beside> {
  const saved = records.filter(({ id }) => id !== UNSAVED);
  const kept = await findKept(db, saved);
  const left = balances ?? (await findBalances(db, records));
  const firsts = await findFirstOfYears(db, records);
  const cards = await findYearsWithCards(db, [...firsts.values()]);
  return (spend) => ({
    ...(kept.get(spend.id) ?? NOTHING_KEPT),
    balance: left(spend),
    firstOfYear: firsts.get(spend.id) !== undefined,
    cardsBefore: cards.has(spend.year - 1),
  });
}

type Kept = Pick<Beside, 'given' | 'receipts' | 'visit'>;
const NOTHING_KEPT: Kept = { given: {}, receipts: 0, visit: null };

/** What was said besides these records, how many receipts there are of those that were entered, and their visits: in one query. */
async function findKept(db: Database, records: readonly Judged[]): Promise<Map<number, Kept>> {
  const kept = new Map<number, Kept>();
  if (records.length === 0) return kept;
  const ids = records.map(({ id }) => id);
  const entered = records.filter(({ origin }) => origin === 'form').map(({ id }) => id);
  const { rows } = await sql<{ id: number; kind: string; value: string; number: number }>`
    select expense_id as id, field as kind, value, 0 as number from expense_evidence where expense_id in ${anyOfIds(ids)}
    union all select expense_id, 'receipts', '', count(*) from receipt
      where expense_id in ${anyOfIds(entered)} and state in ('stored', 'wanted') group by expense_id
    union all select expense_id, 'visit', '', visit_id from visit_expense where expense_id in ${anyOfIds(ids)}`.execute(
    db,
  );
  for (const { id, kind, value, number } of rows) {
    const before = kept.get(id) ?? NOTHING_KEPT;
    if (kind === 'receipts') kept.set(id, { ...before, receipts: number });
    else if (kind === 'visit') kept.set(id, { ...before, visit: number });
    else if (isEvidence(kind)) kept.set(id, { ...before, given: { ...before.given, [kind]: value } });
  }
  return kept;
}

/** Of these records those that were the first of their year to be entered here, with their years. */
async function findFirstOfYears(db: Database, records: readonly Judged[]): Promise<Map<number, number>> {
  const first = new Map<number, number>();
  for (const { id, year, origin } of records) {
    if (origin === 'form' && id < (first.get(year) ?? UNSAVED)) first.set(year, id);
  }
  for (const [year, id] of first) {
    const earlier = await db
      .selectFrom('expense')
      .select('id')
      .where('year', '=', year)
      .where('origin', '=', 'form')
      .where('voided_at', 'is', null)
      .where('id', '<', id)
      .limit(1)
      .executeTakeFirst();
    if (earlier) first.delete(year);
  }
  return new Map([...first].map(([year, id]) => [id, year]));
}

/** The years before these in which something entered here was paid by card. */
async function findYearsWithCards(db: Database, years: readonly number[]): Promise<Set<number>> {
  if (years.length === 0) return new Set();
  const rows = await db
    .selectFrom('expense')
    .select('year')
    .distinct()
    .where(
      'year',
      'in',
      years.map((year) => year - 1),
    )
    .where('origin', '=', 'form')
    .where('payment', '=', 'card')
    .where('voided_at', 'is', null)
    .execute();
  return new Set(rows.map(({ year }) => year));
}

export const toJudged = (row: Pick<ExpenseRow, (typeof COLUMNS)[number]>): Judged => ({
  id: row.id,
  year: row.year,
  spentOn: row.spent_on,
  spentTime: row.spent_time,
  amount: row.amount,
  account: row.account as Account | null,
  activity: isActivity(row.activity) ? row.activity : null,
  place: row.place,
  address: row.address,
  purpose: row.purpose,
  headcount: row.headcount,
  attendees: row.attendees,
  payment: row.payment as Payment | null,
  spender: row.spender,
  origin: row.origin as Judged['origin'],
  createdBy: row.created_by,
});
