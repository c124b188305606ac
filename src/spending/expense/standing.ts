import type { State } from '../../vocabulary/approval.ts';
import type { Expense, Spend } from './rules.ts';

/** What an approval makes of a record: whether sums hold it, and where an edit leaves it. */

/** A refused spend is in no total; one that waits is: its money is gone already. */
export const isCounted = ({ voided, approval }: Pick<Expense, 'voided' | 'approval'>): boolean =>
  !voided && approval !== 'refused';

/** What an edit makes of it: whatever was asked about once is asked about again, unless nothing changed. */
export function stateAfterEdit(before: Expense, after: Spend): State | null {
  const unchanged = before.approval === 'approved' || before.approval === 'waiting' ? isSame(before, after) : false;
  return before.approval === null || unchanged ? before.approval : 'waiting';
}

export function isSame(before: Spend, after: Spend): boolean {
  const fields = Object.keys(after).filter((field): field is keyof Spend => field in before && !REGISTER.has(field));
  return fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
}

/** What the register adds to a spend. */
const REGISTER: ReadonlySet<string> = new Set([
  'id',
  'origin',
  'flags',
  'createdBy',
  'version',
  'voided',
  'approval',
] satisfies (keyof Expense)[]);
