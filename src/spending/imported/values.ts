import type { Flag } from '../../vocabulary/expense.ts';
import type { RowResult } from '../expense/row-result.ts';
import type { Spend } from '../expense/rules.ts';
import { toRow } from '../expense/stored.ts';
import type { Problem } from '../held/store.ts';

export type Spent = RowResult & { result: { spend: Spend; flags: Flag[] } };
export type HeldResult = RowResult & { result: Extract<RowResult['result'], { held: Problem[] }> };

/** A row's values stand in the order of its table's columns here. */
const SPEND_COLUMNS = [
  'year',
  'month',
  'spent_on',
  'spent_time',
  'amount',
  'account',
  'activity',
  'category',
  'place',
  'address',
  'purpose',
  'headcount',
  'attendees',
  'payment',
  'spender',
  'department',
] as const;
export const EXPENSE_COLUMNS = [...SPEND_COLUMNS, 'flags', 'line', 'fingerprint', 'nth'] as const;

export function expenseValues({ line, nth, fingerprint, result }: Spent) {
  const row = toRow(result.spend);
  return [...SPEND_COLUMNS.map((column) => row[column] ?? null), result.flags.join(','), line, fingerprint, nth];
}

export const HELD_COLUMNS = ['line', 'cells', 'problems', 'known', 'year', 'won', 'fingerprint', 'nth'] as const;

export function heldValues({ line, raw, nth, fingerprint, result }: HeldResult) {
  const { held, won, year, known } = result;
  return [line, JSON.stringify(raw), JSON.stringify(held), known && JSON.stringify(known), year, won, fingerprint, nth];
}
