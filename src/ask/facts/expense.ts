import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { lastOfMonth } from '../../korean/days.ts';
import type { Span } from '../query.ts';
import { all, between, betweenClocks, type Condition, type Facts, holds, is, readInOrder, weekdayOf } from './facts.ts';

const number = (name: string) => sql.ref<number>(name);

/** Whole months are accounting months, whole years need no month: a spend whose day is lost still counts where it is known to be. */
function within({ from, to }: Span): Condition {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const whole = from.endsWith('-01') && to === lastOfMonth(to);
  const first = Number(from.slice(0, 4));
  const years = sql<SqlBool>`expense.year between ${first} and ${year}`;
  if (!whole) return all([years, between('expense.spent_on', { from, to })]);
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return years;
  const months = [first * 12 + Number(from.slice(5, 7)), year * 12 + month];
  return all([years, sql<SqlBool>`expense.year * 12 + expense.month between ${months[0]} and ${months[1]}`]);
}

const STATES: Readonly<Record<string, Condition>> = {
  no_receipt: sql<SqlBool>`not exists (select 1 from receipt where receipt.expense_id = expense.id and receipt.state in ('wanted', 'stored'))`,
  waiting: sql<SqlBool>`expense.approval = 'waiting'`,
  refused: sql<SqlBool>`expense.approval = 'refused'`,
  voided: sql<SqlBool>`expense.voided_at is not null`,
  no_day: sql<SqlBool>`expense.spent_on is null`,
};

/** `weekend`, `weekday`, or clocks. */
function hoursOf(hours: string): Condition {
  if (hours === 'weekend') return onDays(sql`in (0, 6)`);
  if (hours === 'weekday') return onDays(sql`between 1 and 5`);
  return betweenClocks('expense.spent_time', hours);
}

/**
 * A weekday takes long to compute: of each day that something was spent on it is asked once. Joined with nothing, a day is in no index:
 * many records are read faster in their own order.
 */
const onDays = (weekdays: RawBuilder<unknown>): Condition =>
  sql<SqlBool>`expense.spent_on || '' in (with days as materialized (select distinct spent_on as day from expense) select day from days where ${weekdayOf('day')} ${weekdays})`;

/** Who spent: as the row says, else who entered it; by name, so that the two meet where they are the same person. */
const spender = sql<string>`coalesce(expense.spender, (select person.name from person where person.user_id = expense.created_by), expense.created_by)`;
const spentBy = (userId: string): Condition =>
  sql<SqlBool>`(expense.spender = (select person.name from person where person.user_id = ${userId}) or (expense.spender is null and expense.created_by = ${userId}))`;

export const expense: Facts = {
  searched: 'expense',
  lookedThrough: { attendees: sql.ref('expense.attendees') },
  from: sql`expense`,
  id: sql.ref('expense.id'),
  record: sql<string>`'E' || expense.id`,
  title: sql<string>`expense.purpose`,
  day: sql.ref('expense.spent_on'),
  value: number('expense.amount'),
  heads: sql.ref<number | null>('expense.headcount'),
  unit: 'won',
  counted: (_asking, state) =>
    all([
      ...(state === 'voided' ? [] : [sql<SqlBool>`expense.voided_at is null`]),
      ...(state === 'refused' || state === 'voided'
        ? []
        : [sql<SqlBool>`(expense.approval is null or expense.approval <> 'refused')`]),
    ]),
  within,
  mine: spentBy,
  groups: {
    place: readInOrder('expense.place'),
    purpose: sql.ref('expense.purpose'),
    person: spender,
    department: sql.ref('expense.department'),
    account: sql.ref('expense.account'),
    category: sql.ref('expense.category'),
    activity: sql.ref('expense.activity'),
    payment: sql.ref('expense.payment'),
    year: readInOrder('expense.year'),
    quarter: sql`expense.year * 10 + (expense.month + 2) / 3`,
    month: sql`expense.year * 100 + expense.month`,
    day: readInOrder('expense.spent_on'),
    weekday: weekdayOf('expense.spent_on'),
  },
  about: {
    attendees: sql.ref('expense.attendees'),
    place: sql.ref('expense.place'),
    account: sql.ref('expense.account'),
  },
  filters: {
    record: (id) => is('expense.id', Number(id)),
    account: (code) => is('expense.account', code),
    activity: (code) => is('expense.activity', code),
    category: (name) => is('expense.category', name),
    payment: (code) => is('expense.payment', code),
    person: spentBy,
    place: (name) => is('expense.place', name),
    state: (state) => STATES[state] ?? sql<SqlBool>`1 = 0`,
    hours: (hours) => hoursOf(hours),
    words: holds('expense.purpose', 'expense.place', 'expense.address', 'expense.attendees', 'expense.department'),
    above: (won) => sql<SqlBool>`expense.amount > ${Number(won)}`,
    from: (won) => sql<SqlBool>`expense.amount >= ${Number(won)}`,
    below: (won) => sql<SqlBool>`expense.amount < ${Number(won)}`,
    upTo: (won) => sql<SqlBool>`expense.amount <= ${Number(won)}`,
    // Where nobody was counted, there is no amount for each.
    perHeadAbove: (won) => sql<SqlBool>`expense.headcount > 0 and expense.amount > ${Number(won)} * expense.headcount`,
    perHeadFrom: (won) => sql<SqlBool>`expense.headcount > 0 and expense.amount >= ${Number(won)} * expense.headcount`,
    perHeadBelow: (won) => sql<SqlBool>`expense.headcount > 0 and expense.amount < ${Number(won)} * expense.headcount`,
    perHeadUpTo: (won) => sql<SqlBool>`expense.headcount > 0 and expense.amount <= ${Number(won)} * expense.headcount`,
  },
};

/** What waits for an approval, or is this person's to mend. Who may decide is the approval's own rule. */
export const approval: Facts = {
  ...expense,
  counted: ({ userId }, state) =>
    all([
      sql<SqlBool>`expense.voided_at is null`,
      state === 'asked'
        ? all([sql<SqlBool>`expense.approval in ('waiting', 'changes', 'refused')`, is('expense.created_by', userId)])
        : sql<SqlBool>`expense.approval = 'waiting'`,
    ]),
  about: {},
  mine: (userId) => is('expense.created_by', userId),
  groups: {
    person: sql.ref('expense.created_by'),
    account: sql.ref('expense.account'),
  },
  filters: {
    account: (code) => is('expense.account', code),
    state: () => sql<SqlBool>`1 = 1`,
  },
};

export const receipt: Facts = {
  from: sql`receipt join expense on expense.id = receipt.expense_id`,
  id: sql.ref('receipt.slack_file_id'),
  record: sql<string>`'E' || receipt.expense_id`,
  title: sql<string>`expense.purpose`,
  day: sql.ref('expense.spent_on'),
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`expense.voided_at is null and receipt.state in ('wanted', 'stored')`,
  within,
  mine: (userId) => is('receipt.added_by', userId),
  groups: {
    person: sql.ref('receipt.added_by'),
    month: sql`expense.year * 100 + expense.month`,
    year: sql`expense.year`,
  },
  filters: { person: (userId) => is('receipt.added_by', userId) },
};

export const finding: Facts = {
  from: sql`finding join expense on expense.id = finding.expense_id`,
  id: sql.ref('finding.id'),
  record: sql<string>`'E' || finding.expense_id`,
  title: sql<string>`expense.purpose`,
  day: sql.ref('expense.spent_on'),
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`expense.voided_at is null and finding.state <> 'gone'`,
  within,
  mine: (userId) => is('expense.created_by', userId),
  groups: {
    rule: sql.ref('finding.rule'),
    status: sql.ref('finding.state'),
    year: sql`expense.year`,
    month: sql`expense.year * 100 + expense.month`,
  },
  filters: {
    status: (state) => is('finding.state', state),
    account: (code) => is('expense.account', code),
  },
};
