import { parseWon } from '../../korean/won.ts';
import { remembering } from '../../tables/remembering.ts';
import type { Account } from '../../vocabulary/expense.ts';
import type { Budget } from '../budget/store.ts';
import { isOfficer } from './cells.ts';
import type { Spend } from './rules.ts';

export type StateBook = ReturnType<typeof stateBook>;

type Said = { budget: string; accountBudget: string; yearToDate: string; own: boolean };

/**
 * Collects what the rows say of budget and total; the latest month that says anything is right. A list of several offices says
 * nothing of this one's: what its rows state is each office's own. Our own export states ours in every row.
 */
export const stateBook = () => {
  const budgets = new Map<string, Budget & { month: number }>();
  const totals = new Map<number, { year: number; month: number; won: number }>();
  const offices = new Set<string>();
  let last: Pick<Spend, 'spender' | 'department'> | null = null;
  const wonIn = remembering((cell: string) => {
    const read = parseWon(cell);
    return 'won' in read ? read.won : null;
  });
  return {
    note: (spend: Spend, said: Said) => {
      // Rows of one office mostly follow each other.
      if (!said.own && (last?.spender !== spend.spender || last?.department !== spend.department)) {
        last = spend;
        offices.add(officeOf(spend));
      }
      const { year, month, account } = spend;
      const note = (of: Account | null, cell: string) => {
        const won = cell && wonIn(cell);
        const key = `${year}/${of ?? ''}`;
        const at = month ?? 0;
        if (won && at >= (budgets.get(key)?.month ?? 0)) budgets.set(key, { year, account: of, won, month: at });
      };
      note(null, said.budget);
      if (account) note(account, said.accountBudget);
      const total = month !== null && said.yearToDate && wonIn(said.yearToDate);
      if (total) totals.set(year * 12 + month, { year, month, won: total });
    },
    stated: (): Stated =>
      offices.size > 1
        ? { budgets: [], yearToDate: [] }
        : {
            budgets: [...budgets]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([, { year, account, won }]) => ({ year, account, won })),
            yearToDate: [...totals].sort(([a], [b]) => a - b).map(([, total]) => total),
          },
  };
};

/** The head of a body spends one budget through several departments. */
const officeOf = ({ spender, department }: Spend): string =>
  spender !== null && isOfficer(spender) ? spender : `${spender ?? ''}/${department ?? ''}`;

/** What a file says of the year besides its rows. */
export type Stated = {
  budgets: Budget[];
  /** The publisher's own totals to the end of a month, where it gave them. */
  yearToDate: { year: number; month: number; won: number }[];
};
