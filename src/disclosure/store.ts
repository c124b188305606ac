import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '../base/db/database.ts';
import { findOfficeSettings } from '../people/settings/store.ts';
import { findPersonal } from '../privacy/find.ts';
import type { Field, Known } from '../privacy/finding.ts';
import { streamExpenses } from '../spending/expense/list/store.ts';
import type { Expense } from '../spending/expense/rules.ts';
import type { Day } from '../vocabulary/day.ts';
import { findDecisions } from './decision/store.ts';
import { checksumOf } from './file.ts';
import { type DisclosurePeriod, dueDay, monthsIn, quarterBefore, quarterOf, spanIn } from './period.ts';
import { findReleases, type Release } from './release/store.ts';
import { type Draft, draftDisclosure, FIELDS, textIn } from './table.ts';

/** The table of a period as it would be published now. */
export async function findDraft(db: Database, period: DisclosurePeriod): Promise<Draft> {
  const known = await findKnown(db);
  const expenses: Expense[] = [];
  for await (const expense of streamExpenses(db, { months: spanIn(period) })) {
    expenses.push(expense);
    // Reading thousands of texts at once would hold up everybody else.
    for (const field of FIELDS) findPersonal(textIn(expense, field), field, known);
    if (expenses.length % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return draftDisclosure(expenses, known, await findDecisions(db, period));
}

const ROWS_AT_ONCE = 50;

/** The names that the register knows: its people, the council's members, and whom managers named. */
export async function findKnown(db: Database): Promise<Known> {
  const people = await db.selectFrom('person').select('name').execute();
  const members = await db.selectFrom('council_member').select('name').execute();
  const { disclosure } = await findOfficeSettings(db);
  const staff = people.flatMap(({ name }) => name.match(/[가-힣]{2,5}/g) ?? []);
  const names = { staff, members: members.map(({ name }) => name), elected: disclosure.elected };
  const print = checksumOf(JSON.stringify(names));
  if (lastKnown?.print !== print) {
    const known = { staff: new Set(staff), members: new Set(names.members), elected: new Set(names.elected) };
    lastKnown = { print, known };
  }
  return lastKnown.known;
}

/** The same names are the same object, by which what was read of texts is remembered. */
let lastKnown: { print: string; known: Known } | null = null;

/** The cells of a period's table that hold those words as they are written. */
export async function findPlaces(
  db: Database,
  period: DisclosurePeriod,
  words: string,
): Promise<{ expense: number; field: Field }[]> {
  const places: { expense: number; field: Field }[] = [];
  for await (const expense of streamExpenses(db, { months: spanIn(period) })) {
    for (const field of FIELDS) if (textIn(expense, field).includes(words)) places.push({ expense: expense.id, field });
  }
  return places;
}

/** What a release has to wait for, or to say: what is not in the table though it may belong there. */
export type Pending = {
  held: { rows: number; won: number };
  /** Records of the year whose month nobody knows: they are in no month's table. */
  monthless: { rows: number; won: number };
  waiting: number;
  findings: number;
  /** Rows that stand for several spends, as a rule found: each is to be published by itself. */
  bundled: number;
};

const HeldKnown = z.object({ month: z.number().nullish(), year: z.number().nullish() }).nullable();

export async function findPending(db: Database, period: DisclosurePeriod): Promise<Pending> {
  const { year, first, count } = period;
  const inPeriod = db
    .selectFrom('expense')
    .where('year', '=', year)
    .where('month', '>=', first)
    .where('month', '<', first + count)
    .where('voided_at', 'is', null);
  const waiting = await inPeriod
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('approval', 'in', ['waiting', 'changes'])
    .executeTakeFirstOrThrow();
  const open = db
    .selectFrom('finding')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('state', '=', 'open')
    .where('expense_id', 'in', inPeriod.select('id'));
  const findings = await open.executeTakeFirstOrThrow();
  const bundled = await open.where('rule', '=', 'E49').executeTakeFirstOrThrow();
  const monthless = await db
    .selectFrom('expense')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number | null>('amount').as('won')])
    .where('year', '=', year)
    .where('month', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  const held = await db
    .selectFrom('held_row')
    .select(['year', 'won', 'known'])
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('year', '=', year), eb('year', 'is', null)]))
    .execute();
  // A row that does not say its month may be of this period.
  const mine = held.filter(({ known }) => {
    const month = HeldKnown.safeParse(known === null ? null : JSON.parse(known)).data?.month ?? null;
    return month === null || (month >= first && month < first + count);
  });
  return {
    held: { rows: mine.length, won: mine.reduce((sum, { won }) => sum + (won ?? 0), 0) },
    monthless: { rows: monthless.rows, won: monthless.won ?? 0 },
    waiting: waiting.rows,
    findings: findings.rows,
    bundled: bundled.rows,
  };
}

export type DisclosureState = {
  /** `2018-Q1` */
  quarter: string;
  year: number;
  due: Day;
  /** Counted records of the quarter. */
  count: number;
  won: number;
  /** The quarter was released, or each of its months. */
  released: boolean;
  /** The newest releases by period: of the quarter and its months. */
  releases: Release[];
};

/** Where a quarter stands. */
export async function findDisclosureState(db: Database, year: number, quarter: number): Promise<DisclosureState> {
  const period = quarterOf(year, quarter);
  const months = monthsIn(period).map(({ key }) => key);
  const newest = await findReleases(db, [period.key, ...months]);
  const total = await findCounted(db, { year, from: period.first, to: period.first + 2 });
  return {
    quarter: period.key,
    year,
    due: dueDay(period),
    ...total,
    released: newest.has(period.key) || months.every((month) => newest.has(month)),
    releases: [...newest.values()],
  };
}

/** What the register counts in months of a year, asked apart from the table. */
export async function findCounted(
  db: Database,
  { year, from, to }: { year: number; from: number; to: number },
): Promise<{ count: number; won: number }> {
  const total = await db
    .selectFrom('expense')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('amount').as('won')])
    .where('year', '=', year)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('voided_at', 'is', null)
    .where((eb) => eb.or([eb('approval', 'is', null), eb('approval', '!=', 'refused')]))
    .executeTakeFirstOrThrow();
  return { count: total.count, won: total.won ?? 0 };
}

/** How far back a quarter is still asked about: what is older came into the register already published. */
const QUARTERS_BACK = 4;

/** The quarters that are over, have records and are not released yet, oldest first, each with the day it is due. */
export async function findUndisclosed(db: Database, today: Day): Promise<DisclosureState[]> {
  const states: DisclosureState[] = [];
  for (let back = QUARTERS_BACK; back >= 1; back--) {
    const { year, first } = quarterBefore(today, back);
    const state = await findDisclosureState(db, year, Math.ceil(first / 3));
    if (state.count > 0 && !state.released) states.push(state);
  }
  return states;
}

/** Whether a quarter (`2018-Q1`) is published, itself or by its months. */
export async function isDisclosed(db: Database, quarter: string): Promise<boolean> {
  const [year, number] = quarter.split('-Q').map(Number);
  return (await findDisclosureState(db, year ?? 0, number ?? 0)).released;
}
