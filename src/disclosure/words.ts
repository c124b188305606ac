import { formatDay } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import { clip } from '../slack/blocks.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import type { RowChange } from './changes.ts';
import { type DisclosurePeriod, daysLeft, dueDay, quarterIn } from './period.ts';
import type { Pending } from './store.ts';
import type { Draft } from './table.ts';

/** How publishing is said, in the reader's language. */

export const periodWords = ({ year, first, count }: DisclosurePeriod, text: Text): string =>
  count === 1 ? text.disclosure.month(year, first) : text.disclosure.quarter(year, Math.ceil(first / 3));

const YEAR = 365;

/** Days until it is due. Nobody counts the days of an imported past. */
export function leftWords(days: number, text: Text): string {
  if (days < -YEAR) return text.disclosure.longOverdue;
  return days < 0 ? text.disclosure.overdue(-days) : text.disclosure.daysLeft(days);
}

export function dueWords(period: DisclosurePeriod, today: string, text: Text): string {
  const left = leftWords(daysLeft(period, today), text);
  return text.disclosure.due(
    periodWords(quarterIn(period), text),
    formatDay(dueDay(period), text.language, today),
    left,
  );
}

/** What is not in the table though it may belong there, and what its rows lack. */
export function warningLines({ draft, pending }: { draft: Draft; pending: Pending }, text: Text): string[] {
  const words = text.disclosure.warnings;
  const { held, monthless, waiting, findings, bundled } = pending;
  const { without } = draft;
  const lacks = (['place', 'day', 'spender', 'people', 'account'] as const).flatMap((lack) =>
    without[lack] > 0 ? [words[lack](formatWon(without[lack]))] : [],
  );
  return [
    ...(held.rows > 0 ? [words.held(formatWon(held.rows), wonWords(held.won, text))] : []),
    ...(monthless.rows > 0 ? [words.monthless(formatWon(monthless.rows), wonWords(monthless.won, text))] : []),
    ...(waiting > 0 ? [words.waiting(formatWon(waiting))] : []),
    ...(findings > 0 ? [words.findings(formatWon(findings))] : []),
    ...(bundled > 0 ? [words.bundled(formatWon(bundled))] : []),
    ...lacks,
  ];
}

const LONGEST_VALUE = 80;

export function changeWords(change: RowChange, text: Text): string {
  const words = text.disclosure.change;
  const record = expenseName(change.expense);
  if (change.how !== 'changed') return words[change.how](record, change.when, wonWords(change.amount, text));
  const fields = change.fields.map(({ field, before, after }) => {
    const say = (value: string | number | null) =>
      value === null ? words.nothing : typeof value === 'number' ? wonWords(value, text) : clip(value, LONGEST_VALUE);
    return words.field(text.disclosure.fields[field] ?? field, say(before), say(after));
  });
  return words.changed(record, fields.join(', '));
}
