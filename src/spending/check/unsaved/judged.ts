import { normalise, normaliseLines } from '../../../korean/typed.ts';
import { parseWon } from '../../../korean/won.ts';
import { isAccount, isActivity, isPayment } from '../../../vocabulary/expense.ts';
import type { ExpenseForm, Known, Spend } from '../../expense/rules.ts';
import { type Judged, UNSAVED } from '../rule.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A form that is still being filled in, as far as it can be understood; one won where no amount is typed, which breaks no limit. */
export function judgedForm(
  form: ExpenseForm,
  before: (Known & { id?: number }) | null,
  { userId, today }: { userId: string; today: string },
): Judged {
  const amount = parseWon(form.amount ?? '');
  const people = Number(form.headcount);
  const spentOn = form.spent_on && DAY.test(form.spent_on) ? form.spent_on : null;
  const place = normalise(form.place ?? '') || null;
  return {
    id: before?.id ?? UNSAVED,
    year: Number((spentOn ?? today).slice(0, 4)),
    spentOn,
    spentTime: form.spent_time,
    amount: 'won' in amount ? amount.won : 1,
    account: isAccount(form.account) ? form.account : null,
    activity: isActivity(form.activity) ? form.activity : null,
    place,
    address: before && before.place === place ? before.address : null,
    purpose: normaliseLines(form.purpose ?? ''),
    headcount: Number.isInteger(people) && people > 0 ? people : null,
    attendees: normaliseLines(form.attendees ?? '') || null,
    payment: isPayment(form.payment) ? form.payment : null,
    spender: before?.spender ?? null,
    origin: 'form',
    createdBy: userId,
  };
}

/** A spend that is about to be saved. */
export const judgedSpend = (spend: Spend, as: Pick<Judged, 'id' | 'origin' | 'createdBy'>): Judged => ({
  ...spend,
  ...as,
});
