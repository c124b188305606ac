import { lastOfMonth, partsOf } from '../../korean/days.ts';
import { type Period, parsePeriod } from '../../korean/period.ts';
import { normalise } from '../../korean/typed.ts';
import { whoseIn } from '../../people/whose.ts';
import { asTyped } from '../../slack/references.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account } from '../../vocabulary/expense.ts';
import type { Person } from '../../vocabulary/person.ts';
import { accountNamed } from './line-names.ts';
import type { ExpenseFilter } from './list/store.ts';

/** How many words a period may take: `지난주 금요일`, `2018년 1월 1일`, `Q3 2018`. */
const LONGEST_PERIOD = 4;
const LONGEST_ACCOUNT = 2; // `기관 운영`, `staff allowance`
const UNASSIGNED = new Set(['미지정', 'unassigned']);

/**
 * The words after `/expense list` as conditions: a period, an account, `@나`, `@someone` (or Slack's `<@U…>`), and the
 * rest as words to look for. Every word is used; one that could be nothing else is looked for.
 */
export function readQuery(
  typed: string,
  { today, me, people }: { today: Day; me: string; people: readonly Person[] },
): ExpenseFilter {
  const filter: ExpenseFilter = {};
  const words: string[] = [];
  const tokens = normalise(typed.replace(/(<@[UW][A-Z0-9]+)\|[^<>]*>/g, '$1>'))
    .split(' ')
    .filter(Boolean);
  for (let i = 0; i < tokens.length; ) {
    const period = filter.months || filter.days ? null : longestPeriod(tokens.slice(i, i + LONGEST_PERIOD), today);
    if (period) {
      Object.assign(filter, spanOf(period.period));
      i += period.words;
      continue;
    }
    const account = filter.account === undefined ? longestAccount(tokens.slice(i, i + LONGEST_ACCOUNT)) : null;
    if (account) {
      filter.account = account.account;
      i += account.words;
      continue;
    }
    const token = tokens[i++] ?? '';
    const person = whoseIn(token, { me, people });
    if (person && !filter.createdBy) filter.createdBy = person;
    else words.push(asTyped(token));
  }
  return words.length > 0 ? { ...filter, words } : filter;
}

function longestPeriod(tokens: readonly string[], today: Day): { period: Period; words: number } | null {
  for (let words = tokens.length; words > 0; words--) {
    const period = parsePeriod(tokens.slice(0, words).join(' '), today);
    if (period) return { period, words };
  }
  return null;
}

function longestAccount(tokens: readonly string[]): { account: Account | null; words: number } | null {
  for (let words = tokens.length; words > 0; words--) {
    const account = accountNamed(tokens.slice(0, words).join(' '));
    if (account) return { account, words };
  }
  return UNASSIGNED.has((tokens[0] ?? '').toLowerCase()) ? { account: null, words: 1 } : null;
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
