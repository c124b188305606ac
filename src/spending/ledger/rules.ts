import { daysBetween } from '../../korean/days.ts';
import { rate } from '../../korean/won.ts';
import { ACCOUNTS, type Account } from '../../vocabulary/expense.ts';
import type { Budget } from '../budget/store.ts';

/** One cell of the kept totals: what a year spent from one account on one category. Null: the record does not say. */
export type Total = { year: number; account: Account | null; category: string | null; spent: number; count: number };

export type Line = { budget: number | null; spent: number; balance: number | null; rate: number | null; count: number };
export type Held = { rows: number; won: number };

/** The year in numbers, all in won; rates in percent with one decimal, null where there is no budget. */
export type Status = Line & {
  year: number;
  held: Held;
  accounts: (Line & { account: Account | null })[];
  categories: { category: string | null; spent: number; count: number }[];
};

/**
 * The state of a year. Its budget is the figure for the whole year where there is one, else the accounts' sum.
 * An account stands in it when it has a budget or a record; records without one come last.
 */
export function statusOf(year: number, totals: readonly Total[], budgets: readonly Budget[], held: Held): Status {
  const own = totals.filter((total) => total.year === year);
  const set = budgets.filter((budget) => budget.year === year);
  const spent = sum(own.map((total) => total.spent));
  const count = sum(own.map((total) => total.count));

  const accounts = [...ACCOUNTS, null].flatMap((account) => {
    const mine = own.filter((total) => total.account === account && total.count > 0);
    const budget = account === null ? null : (set.find((it) => it.account === account)?.won ?? null);
    if (mine.length === 0 && budget === null) return [];
    const line = lineOf(budget, sum(mine.map((it) => it.spent)), sum(mine.map((it) => it.count)));
    return [{ account, ...line }];
  });

  const names = [...new Set(own.filter((total) => total.count > 0).map((total) => total.category))];
  const categories = names
    .map((category) => {
      const mine = own.filter((total) => total.category === category);
      return { category, spent: sum(mine.map((it) => it.spent)), count: sum(mine.map((it) => it.count)) };
    })
    .sort((a, b) => Number(a.category === null) - Number(b.category === null) || b.spent - a.spent);

  return { year, ...lineOf(yearBudget(set), spent, count), held, accounts, categories };
}

/** Every year that has records or a budget, newest last. */
export function yearsOf(totals: readonly Total[], budgets: readonly Budget[]): (Line & { year: number })[] {
  const years = new Set([
    ...totals.filter((total) => total.count > 0).map((it) => it.year),
    ...budgets.map((it) => it.year),
  ]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = totals.filter((total) => total.year === year);
      const budget = yearBudget(budgets.filter((it) => it.year === year));
      return { year, ...lineOf(budget, sum(own.map((it) => it.spent)), sum(own.map((it) => it.count))) };
    });
}

/** How much of the year is over at the end of `today`, in percent with one decimal; 0 before it, 100 after it. */
export function yearGone(year: number, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  if (year !== thisYear) return year < thisYear ? 100 : 0;
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  return rate(daysBetween(first, today) + 1, daysBetween(first, next)) ?? 0;
}

export function balanceOf(status: Status, account: Account | null): Line | null {
  return status.accounts.find((line) => line.account === account) ?? null;
}

/** A year's budget from the figures set for it: the one for the whole year, else the accounts' sum. */
export function yearBudget(set: readonly Budget[]): number | null {
  const whole = set.find((budget) => budget.account === null);
  if (whole) return whole.won;
  return set.length === 0 ? null : sum(set.map((budget) => budget.won));
}

function lineOf(budget: number | null, spent: number, count: number): Line {
  return { budget, spent, balance: budget === null ? null : budget - spent, rate: rate(spent, budget), count };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
