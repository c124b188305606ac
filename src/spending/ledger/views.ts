import type { types } from '@slack/bolt';
import { formatWon, percent, thousands } from '../../korean/won.ts';
import { type Block, button, context, escaped, firstOne, header, section, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { tableBlock } from '../../slack/table.ts';
import type { Text } from '../../text/index.ts';
import { EXPENSE_NEW } from '../expense/views.ts';
import { accountWords, categoryWords, wonWords } from '../expense/words.ts';
import type { Doubled } from '../twin/store.ts';
import { doubledLines, twinsButton } from '../twin/views.ts';
import type { Line, Status } from './rules.ts';

export const STATUS_LIST = 'expense_status_list';

/** How many years the table of years goes back; the audit report shows four. */
const YEARS_SHOWN = 5;

/**
 * The state of a year in the shape of the 2016 report: by account, by category, year by year. The tables are in 천원
 * and add up as printed, what is left first, since a phone shows two columns; the exact won and the lists stand below.
 */
export function statusMessage(
  status: Status,
  years: readonly (Line & { year: number })[],
  gone: number,
  doubled: Doubled,
  text: Text,
): Message {
  const words = text.expense.status;
  if (status.count === 0 && status.budget === null && status.held.rows === 0) {
    const none = words.none(status.year);
    return { text: none, blocks: [section(none), firstOne(EXPENSE_NEW, text.expense.form.record)] };
  }

  const title = `${words.title(status.year)} (${words.unit})`;
  const [accounts, categories] = [accountRows(status, text), categoryRows(status, text)];
  const total = totalRow(status, text);
  const progress = gone >= 100 ? words.over : gone <= 0 ? words.future : words.gone(percent(gone));
  const exact = words.exact(
    status.budget === null ? null : wonWords(status.budget, text),
    wonWords(status.spent, text),
    status.balance === null ? null : wonWords(status.balance, text),
  );
  const yearLines = years
    .filter((line) => line.year <= status.year)
    .slice(-YEARS_SHOWN)
    .map((line) => `${words.year(line.year)}: ${lineWords(line, text)}`);
  const twice = doubledLines(doubled, text);
  const held = status.held.rows > 0 ? [words.held(formatWon(status.held.rows), wonWords(status.held.won, text))] : [];

  const blocks: Block[] = [
    header(title),
    section([lineWords(status, text), progress].join('\n')),
    tableBlock([words.columns, total, ...accounts]),
  ];
  if (categories.length > 0) blocks.push(section([words.categories, ...categories].join('\n')));
  if (yearLines.length > 1) blocks.push(section([words.years, ...yearLines].join('\n')));
  for (const line of [...held, ...twice]) blocks.push(sentence(line));
  blocks.push(
    context(exact),
    { type: 'actions', elements: listButtons(status, text) },
    ...twinsButton(doubled.pairs, text),
  );

  const told = [
    title,
    lineWords(status, text),
    progress,
    ...[total, ...accounts].map((row) => row.join(' | ')),
    ...categories,
    ...yearLines,
    ...held,
    ...twice,
    exact,
  ];
  return { text: escaped(told.join('\n')), blocks };
}

/** To the records of the year, and to those of each account that has any. */
function listButtons({ year, accounts }: Status, text: Text): types.Button[] {
  const { list, listOf } = text.expense.status;
  const own = accounts.filter(({ account, count }) => account !== null && count > 0);
  return [
    button(`${STATUS_LIST}_0`, list, String(year)),
    ...own.map(({ account }, i) =>
      button(`${STATUS_LIST}_${i + 1}`, listOf(accountWords(account, text)), `${year} ${accountWords(account, text)}`),
    ),
  ];
}

function lineWords(line: Line, text: Text): string {
  const words = text.expense.status;
  const [spent = 0] = thousands([line.spent]);
  if (line.budget === null)
    return [words.noBudget, words.spent(formatWon(spent), null), records(line.count, text)].join(' · ');
  const [budget = 0] = thousands([line.budget]);
  return [
    words.balance(formatWon(budget - spent)),
    words.spent(formatWon(spent), percent(line.rate)),
    words.budget(formatWon(budget)),
    records(line.count, text),
  ].join(' · ');
}

const records = (count: number, text: Text): string => text.spending.records(formatWon(count));

function totalRow(status: Status, text: Text): string[] {
  const [spent = 0] = thousands([status.spent]);
  const [budget = 0] = thousands([status.budget ?? 0]);
  return row(text.expense.status.total, status, budget, spent);
}

/** Each column adds up to the total as printed, so the rounding is shared out among the accounts. */
function accountRows(status: Status, text: Text): string[][] {
  const budgets = thousands(status.accounts.map((line) => line.budget ?? 0));
  const spents = thousands(status.accounts.map((line) => line.spent));
  return status.accounts.map((line, i) => row(accountWords(line.account, text), line, budgets[i] ?? 0, spents[i] ?? 0));
}

function row(name: string, line: Line, budget: number, spent: number): string[] {
  const known = line.budget !== null;
  return [
    name,
    known ? formatWon(budget - spent) : '–',
    known ? `${formatWon(spent)} (${percent(line.rate)})` : formatWon(spent),
    known ? formatWon(budget) : '–',
  ];
}

function categoryRows(status: Status, text: Text): string[] {
  const spents = thousands(status.categories.map((line) => line.spent));
  return status.categories.map(
    (line, i) => `• ${categoryWords(line.category, text)} ${formatWon(spents[i] ?? 0)} (${records(line.count, text)})`,
  );
}
