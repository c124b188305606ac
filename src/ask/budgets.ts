import type { Database } from '../base/db/database.ts';
import { rate } from '../korean/won.ts';
import { findStatus } from '../spending/ledger/store.ts';
import type { Day } from '../vocabulary/day.ts';
import { differenceOf, isDifference } from './figures.ts';
import { eitherOf } from './filters.ts';
import type { Query } from './query.ts';
import type { Row } from './store.ts';

/** What of the budget was asked for, of the accounts that were named; held rows are in no balance and no rate. */
export async function budgetFigures(db: Database, query: Query, today: Day) {
  const { measure, groupBy, order, filters, periods } = query;
  const year = Number((periods[0]?.from ?? today).slice(0, 4));
  const { status, years } = await findStatus(db, year);
  const named = filters.account === undefined ? [] : eitherOf(filters.account);
  const accounts = status.accounts.filter((it) => named.length === 0 || named.includes(it.account ?? ''));
  const figure = (line: Line | undefined) =>
    line === undefined ? null : measure === 'balance' ? line.balance : measure === 'rate' ? line.rate : line.budget;
  const asked = new Set(periods.map(({ from }) => from.slice(0, 4)));
  const overYears = groupBy === 'year' || periods.length > 1;
  const rows = overYears
    ? years
        .filter((it) => asked.size === 0 || asked.has(String(it.year)))
        .map((it) => rowOf(String(it.year), figure(it)))
    : named.length === 1
      ? []
      : accounts.map((it) => rowOf(it.account, figure(it)));
  const shown = rows.flatMap((it) => it ?? []);
  if (order) shown.sort((a, b) => (order === 'most' ? b.value - a.value : a.value - b.value));
  return {
    query: {
      ...query,
      periods: periods.length > 0 || overYears ? periods : [{ from: `${year}-01-01`, to: `${year}-12-31` }],
    },
    value: order
      ? (shown[0]?.value ?? null)
      : overYears
        ? isDifference(query)
          ? differenceOf(shown)
          : onlyOf(shown)
        : figure(named.length === 0 ? status : together(accounts)),
    unit: measure === 'rate' ? ('percent' as const) : ('won' as const),
    rows: shown,
    held: measure === 'sum' ? { rows: 0, won: 0 } : status.held,
  };
}

type Line = {
  budget: number | null;
  spent: number;
  balance: number | null;
  rate: number | null;
};

/** One account as it is, several as if they were one. */
function together([first, ...more]: readonly Line[]): Line | undefined {
  if (!first || more.length === 0) return first;
  const sum = (of: (line: Line) => number | null) => [first, ...more].reduce((all, it) => all + (of(it) ?? 0), 0);
  const [budget, spent] = [sum((it) => it.budget), sum((it) => it.spent)];
  return {
    budget,
    spent,
    balance: sum((it) => it.balance),
    rate: rate(spent, budget),
  };
}

/** Years add up to no budget, balance or rate of their own. */
const onlyOf = ([one, ...others]: readonly Row[]): number | null => (one && others.length === 0 ? one.value : null);

const rowOf = (label: string | null, value: number | null): Row | null => (value === null ? null : { label, value });
