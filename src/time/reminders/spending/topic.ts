import type { Database } from '../../../base/db/database.ts';
import { addDays, todayIn } from '../../../korean/days.ts';
import { percent } from '../../../korean/won.ts';
import { accountWords, wonWords } from '../../../spending/expense/words.ts';
import type { Status } from '../../../spending/ledger/rules.ts';
import { findStatus } from '../../../spending/ledger/store.ts';
import type { Text } from '../../../text/index.ts';
import { isAccount } from '../../../vocabulary/expense.ts';
import type { Due, Office } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';
import { crossedBy, crossingDues, farOff, paceDues, paceMonths } from './rules.ts';
import { findCrossings, putCrossings } from './store.ts';

export const spendingTopic: Topic = {
  kinds: ['budget_80', 'budget_100', 'spending_pace'],

  async find(db, office, window) {
    const year = Number(todayIn(office.zone, office.now).slice(0, 4));
    const { status } = await findStatus(db, year);
    const crossed = crossedBy(status);
    const crossings = (await findCrossings(db, year)).filter(({ account, percent }) =>
      crossed.some((it) => it.account === account && it.percent === percent),
    );
    const dues: Due[] = crossings.flatMap((crossing) => crossingDues(crossing, office));
    for (const { month, day, monthEnd } of paceMonths(window, office)) {
      const of =
        Number(monthEnd.slice(0, 4)) === year ? status : (await findStatus(db, Number(monthEnd.slice(0, 4)))).status;
      dues.push(...paceDues(month, day, farOff(of, monthEnd), office));
    }
    return dues;
  },

  async items(db, records, _office, { text }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const [what, when = '', code = ''] = record.split(':');
      const { status } = await findStatus(db, Number(when.slice(0, 4)));
      const words = what === 'pace' ? paceWords(status, when, code, text) : budgetWords(status, code, text);
      if (words === null) continue;
      const pending = what === 'pace' || crossedBy(status).some(({ account }) => (account ?? 'whole') === code);
      items.set(record, { words, pending, whose: null, maker: null, history: null, day: null, time: null });
    }
    return items;
  },
};

function budgetWords(status: Status, code: string, text: Text): string | null {
  const account = isAccount(code) ? code : null;
  const line = account === null ? status : status.accounts.find((it) => it.account === account);
  if (!line || line.budget === null) return null;
  const name = account === null ? text.office.wholeYear : accountWords(account, text);
  const { budgetRow } = text.reminder;
  return budgetRow(String(status.year), name, {
    rate: percent(line.rate),
    spent: wonWords(line.spent, text),
    budget: wonWords(line.budget, text),
    balance: wonWords(line.balance ?? 0, text),
  });
}

function paceWords(status: Status, month: string, code: string, text: Text): string | null {
  const monthEnd = addDays(`${month}-01`, -1);
  const pace = farOff(status, monthEnd).find(({ account }) => (account ?? 'whole') === code);
  if (!pace) return null;
  const name = pace.account === null ? text.office.wholeYear : accountWords(pace.account, text);
  return text.reminder.paceRow(name, percent(pace.rate), percent(pace.gone), pace.rate < pace.gone);
}

/** Notes what has crossed a threshold since it was looked last; the first time, what was so already is no news. */
export async function noteCrossings(db: Database, office: Office): Promise<void> {
  const year = Number(todayIn(office.zone, office.now).slice(0, 4));
  const { status } = await findStatus(db, year);
  const known = await findCrossings(db, year);
  const fresh = crossedBy(status).filter(
    (it) => !known.some(({ account, percent }) => account === it.account && percent === it.percent),
  );
  await putCrossings(
    db,
    fresh.map((it) => ({ ...it, at: office.now })),
  );
}
