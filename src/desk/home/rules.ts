import type { Line, Status } from '../../spending/ledger/rules.ts';
import { FAR_OFF } from '../../time/reminders/spending/rules.ts';

export type Pace = 'over' | 'ahead' | 'behind' | 'even';

/** How an account stands against the time gone, both in percent; null where nothing is budgeted. */
export function paceOf(line: Pick<Line, 'rate' | 'balance'>, gone: number): Pace | null {
  if (line.rate === null || line.balance === null) return null;
  if (line.balance < 0) return 'over';
  if (Math.abs(line.rate - gone) < FAR_OFF) return 'even';
  return line.rate > gone ? 'ahead' : 'behind';
}

const CELLS = 10;

/** A rate as a row of ten cells; nothing draws nothing, something spent shows, and only all of it fills the row. */
export function bar(rate: number): string {
  if (rate <= 0) return '';
  const filled = rate >= 100 ? CELLS : Math.min(CELLS - 1, Math.max(1, Math.round(rate / CELLS)));
  return '■'.repeat(filled) + '□'.repeat(CELLS - filled);
}

/** The accounts that Home shows, or the year as a whole where only that is budgeted. */
export function linesOf({
  accounts,
  ...whole
}: Status): (Line & { account: Status['accounts'][number]['account'] | 'whole' })[] {
  const budgeted = accounts.some(({ budget }) => budget !== null);
  const all = { ...whole, account: 'whole' as const };
  return budgeted || whole.budget === null ? accounts : [all];
}
