import { lastOfMonth, partsOf } from '../../korean/days.ts';
import { parsePeriod } from '../../korean/period.ts';
import { rest, takeFirst, takePeriod, tokensOf } from '../../korean/tokens.ts';
import { districtsInHangul } from '../../people/districts/names.ts';
import { whoseIn } from '../../people/whose.ts';
import { asTyped } from '../../slack/references.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Person } from '../../vocabulary/person.ts';
import { accountNamed, paymentNamed } from './line-names.ts';
import type { ExpenseFilter } from './list/store.ts';

const LONGEST_ACCOUNT = 2; // `기관 운영`, `staff allowance`
const LONGEST_PAYMENT = 2; // `법인 카드`, `bank transfer`
const UNASSIGNED = new Set(['미지정', 'unassigned']);

/**
 * The words after `/expense list` as conditions: a period, an account, a way of paying, `@나`, `@someone` (or Slack's `<@U…>`), and the
 * rest as words to look for. Every word is used; one that could be nothing else is looked for.
 */
export function readQuery(
  typed: string,
  {
    today,
    me,
    people,
    districts = [],
  }: { today: Day; me: string; people: readonly Person[]; districts?: readonly string[] },
): ExpenseFilter {
  const tokens = tokensOf(typed.replace(/(<@[UW][A-Z0-9]+)\|[^<>]*>/g, '$1>'));
  const period = takePeriod(tokens, (phrase) => parsePeriod(phrase, today));
  const account = takeFirst(tokens, LONGEST_ACCOUNT, (phrase) => {
    const code = accountNamed(phrase);
    return code || UNASSIGNED.has(phrase.toLowerCase()) ? { code } : null;
  });
  const payment = takeFirst(tokens, LONGEST_PAYMENT, paymentNamed);
  const person = takeFirst(tokens, 1, (word) => whoseIn(word, { me, people }));
  const words = rest(tokens)
    .split(' ')
    .filter(Boolean)
    .map((word) => asTyped(word));
  return {
    ...(period ? spanOf(period) : {}),
    ...(account ? { account: account.value.code } : {}),
    ...(payment ? { payment: payment.value } : {}),
    ...(person ? { createdBy: person.value } : {}),
    ...(words.length > 0 ? { words: districtsInHangul(words, districts) } : {}),
  };
}

/** The years that a list can hold records of; null where it is not bound to any. */
export function yearsIn({ months, days }: ExpenseFilter): { from: number; to: number } | null {
  if (months) return { from: Math.floor((months.from - 1) / 12), to: Math.floor((months.to - 1) / 12) };
  return days ? { from: partsOf(days.from)[0], to: partsOf(days.to)[0] } : null;
}

/** Whole months are accounting months, so that a record whose day is lost still counts in its month. */
export function spanOf({ from, to }: { from: Day; to: Day }): Pick<ExpenseFilter, 'months' | 'days'> {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const whole = fromDay === 1 && to === lastOfMonth(to);
  return whole ? { months: { from: fromYear * 12 + fromMonth, to: toYear * 12 + toMonth } } : { days: { from, to } };
}
