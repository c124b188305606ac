import { todayIn } from '../../src/days.ts';
import type { Deps } from '../../src/deps.ts';
import { yearGone } from '../../src/ledger/rules.ts';
import { findStatus } from '../../src/ledger/store.ts';
import { statusMessage } from '../../src/ledger/views.ts';
import { escaped } from '../../src/slack/blocks.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';

/** The state of a year; of this one when none is typed. */
export async function showStatus(typed: string, { text }: Visitor, { db, config, now }: Deps): Promise<Message> {
  const today = todayIn(config.timezone, now());
  const year = typed === '' ? Number(today.slice(0, 4)) : Number(/^(\d{4})년?$/.exec(typed)?.[1] ?? Number.NaN);
  if (!(year >= 1990 && year <= 2100)) return { text: escaped(text.expense.status.notAYear(typed)) };
  const { status, years } = await findStatus(db, year);
  return statusMessage(status, years, yearGone(year, today), text);
}
