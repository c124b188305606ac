import { parseWon } from '../../korean/won.ts';
import type { Account } from '../../vocabulary/expense.ts';
import { accountNamed } from '../expense/line-names.ts';

/** What was typed of a budget; `won` null: only which one. */
export type BudgetLine = { year: number; account: Account | null; won: number | null };

const WHOLE_YEAR = new Set(['전체', '합계', 'whole', 'total']);

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100;

/**
 * `2026 시책 103,000,000`: year, account and amount in any order; without an account, the year as a whole. Nothing typed, or no amount,
 * asks for a year's budgets. Null where words are left over, or an amount has no year.
 */
export function readBudgetLine(typed: string, thisYear: number): BudgetLine | null {
  const tokens = typed.split(' ').filter(Boolean);
  const year = tokens.find((token) => /^\d{4}년?$/.test(token) && isYear(Number.parseInt(token, 10)));
  const named = tokens.find((token) => accountNamed(token) !== null);
  const rest = tokens.filter((token) => token !== year && token !== named && !WHOLE_YEAR.has(token));
  const which = { year: year ? Number.parseInt(year, 10) : thisYear, account: named ? accountNamed(named) : null };
  if (rest.length === 0) return { ...which, won: null };
  const amount = parseWon(rest.join(' '));
  return year && !('refusal' in amount) && amount.won >= 0 ? { ...which, won: amount.won } : null;
}
