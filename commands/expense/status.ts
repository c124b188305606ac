import { parsePeriod } from '../../src/korean/period.ts';
import { readable } from '../../src/people/mentions.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { yearGone } from '../../src/spending/ledger/rules.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { STATUS_LIST, statusMessage } from '../../src/spending/ledger/views.ts';
import { findDoubled } from '../../src/spending/twin/store.ts';
import { ACCOUNTS } from '../../src/vocabulary/expense.ts';
import { listExpenses } from './list.ts';

/** The state of a year, in figures or words (`작년`); of this one when none is typed. */
export async function showStatus(typed: string, { db, text, today }: Turn): Promise<Message> {
  const year = typed === '' ? Number(today.slice(0, 4)) : yearIn(typed, today);
  if (!(year >= 1990 && year <= 2100)) return plainMessage(text.expense.status.notAYear(await readable(db, typed)));
  const { status, years } = await findStatus(db, year);
  return statusMessage(status, years, yearGone(year, today), await findDoubled(db, year), text);
}

function yearIn(typed: string, today: string): number {
  const period = parsePeriod(typed, today);
  return period?.kind === 'year' ? Number(period.from.slice(0, 4)) : Number.NaN;
}

/** The lists that a year's figures are made of: of all accounts, and of one. */
export const statusLists: Heard[] = [null, ...ACCOUNTS].map((_, i) =>
  press(`${STATUS_LIST}_${i}`, Words, (turn) => listExpenses(turn.pressed, 0, turn)),
);
