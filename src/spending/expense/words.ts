import { formatDay } from '../../korean/day-words.ts';
import { spanWords } from '../../korean/span-words.ts';
import { formatWon } from '../../korean/won.ts';
import type { Text } from '../../text/index.ts';
import type { EvidenceField } from '../../vocabulary/check.ts';
import type { Account } from '../../vocabulary/expense.ts';
import type { ExpenseFilter } from './list/store.ts';
import type { Expense, Spend } from './rules.ts';

/** How the parts of a spend are said, in the reader's language. */

export const wonWords = (won: number, text: Text): string => text.spending.won(formatWon(won));

export const accountWords = (account: Account | null, text: Text): string =>
  account === null ? text.spending.unassigned : text.spending.accounts[account];

export const categoryWords = (category: string | null, text: Text): string =>
  category === null ? text.spending.unassigned : text.spending.category(category);

/** The day and time, or the accounting month where the day is lost. */
export function whenWords(spend: Spend, text: Text, today: string): string {
  const { spentOn, spentTime } = spend;
  if (spentOn === null) return `${text.expense.accountingMonth(spend.year, spend.month)}, ${text.expense.dayUnknown}`;
  return [formatDay(spentOn, text.language, today), spentTime].filter(Boolean).join(' ');
}

/** `미진 · 조례 개정 간담회 · 4명 · 시책추진 · 신용카드`, with what is unknown left out. */
export function detailWords(expense: Expense, text: Text): string {
  return [
    expense.place,
    expense.purpose,
    expense.headcount === null ? expense.attendees : text.spending.people(formatWon(expense.headcount)),
    expense.account && text.spending.accounts[expense.account],
    expense.payment && text.spending.payments[expense.payment],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How the words of a search were understood: `2018-02 · 시책추진 · 김서연 · “간담회”`. */
export function filterWords(filter: ExpenseFilter, names: ReadonlyMap<string, string>, text: Text): string {
  const { months, days, account, payment, createdBy, words = [] } = filter;
  return [
    months && monthsWords(months, text),
    days && spanWords(days, text, ''),
    account !== undefined && accountWords(account, text),
    payment && text.spending.payments[payment],
    createdBy && (names.get(createdBy) ?? createdBy),
    ...words.map((word) => `“${word}”`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `2018`, `2018년 2월`, `2018년 2월 ~ 2018년 4월`; months are counted from year 0 on. */
function monthsWords({ from, to }: { from: number; to: number }, text: Text): string {
  const yearOf = (month: number): number => Math.floor((month - 1) / 12);
  if (from % 12 === 1 && to === from + 11) return text.visit.stats.year(yearOf(from));
  const [first = '', last = ''] = [from, to].map((it) => text.disclosure.month(yearOf(it), ((it - 1) % 12) + 1));
  return from === to ? first : text.conversation.span(first, last);
}

/** What was answered in a field, as its choices are called. */
export const answerWords = (field: EvidenceField, value: string, text: Text): string =>
  text.check.choices[field]?.[value] ?? (field === 'near_home' ? text.check.nearHome : value);
