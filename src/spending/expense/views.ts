import { formatWon, percent } from '../../korean/won.ts';
import { button, clip, context, escaped, firstOne, header, section, sentence } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import { balanceOf, type Held, type Status } from '../ledger/rules.ts';
import type { Page } from './list/store.ts';
import { type Expense, expenseName } from './rules.ts';
import { accountWords, detailWords, whenWords, wonWords } from './words.ts';

/** Listened to in commands/receipt/send.ts. */
export const RECEIPT_SHOW = 'receipt_show';

export const EXPENSE_NEW = 'expense_new';
export const EXPENSE_STATUS = 'expense_status';
export const EXPENSE_SHOW = 'expense_show';
export const EXPENSE_EDIT = 'expense_edit';
export const EXPENSE_VOID = 'expense_void';
export const EXPENSE_RESTORE = 'expense_restore';
export const EXPENSE_PAGE = 'expense_page';

/** Rows on a page of a list: a screen and a half of a phone. */
export const PAGE_SIZE = 8;
const LONGEST_ROW = 300;

/** What the person who saved is told, and only they: the record's name and what is left of its account. */
export function savedMessage(
  { expense, how }: { expense: Expense; how: 'saved' | 'savedAgain' | 'changed' },
  status: Status,
  { text, today }: Reader,
  approval: string | null = null,
): Message {
  const lines = [
    text.expense[how](expenseName(expense.id), wonWords(expense.amount, text)),
    clip(`${whenWords(expense, text, today)} · ${detailWords(expense, text)}`, LONGEST_ROW),
    balanceWords(expense, status, text),
    ...(approval ? [approval] : []),
  ];
  return {
    text: escaped(lines.join('\n')),
    blocks: [
      section(lines.join('\n')),
      {
        type: 'actions',
        elements: [
          button(EXPENSE_SHOW, text.expense.show, String(expense.id)),
          button(EXPENSE_EDIT, text.expense.edit, String(expense.id)),
        ],
      },
    ],
  };
}

/** What is left of the record's account in its year; of the whole year where no budget is set by account. */
function balanceWords({ account, year }: Expense, status: Status, text: Text): string {
  const own = balanceOf(status, account);
  const line = own?.budget == null && status.budget !== null ? status : own;
  const name = line === status ? text.expense.wholeYear(year) : accountWords(account, text);
  if (!line || line.balance === null) return text.expense.noBudget(name, wonWords(own?.spent ?? 0, text), year);
  if (line.balance < 0) return text.expense.overBudget(name, wonWords(-line.balance, text));
  return text.expense.balance(name, wonWords(line.balance, text), percent(line.rate));
}

/** A page of records; the buttons carry the words that were typed, so that they still work tomorrow. */
export function listMessage(
  found: Page,
  at: { query: string; offset: number; understood: string },
  held: Held,
  { text, today }: Reader,
): Message {
  const words = text.expense.list;
  const pages = Math.ceil(found.count / PAGE_SIZE);
  const page = Math.floor(at.offset / PAGE_SIZE) + 1;
  const counted = found.count - found.voided - found.refused;
  const summary = [
    at.understood,
    found.count === 0 ? words.none : words.summary(formatWon(counted), wonWords(found.won, text)),
    ...(found.voided > 0 ? [words.voided(formatWon(found.voided))] : []),
    ...(found.refused > 0 ? [words.refused(formatWon(found.refused))] : []),
  ];
  const said = summary.filter(Boolean).join(' · ');
  const rows = found.expenses.map((expense) => ({ expense, words: rowWords(expense, text, today) }));
  const notes = [
    ...(pages > 1 ? [words.page(page, pages)] : []),
    ...(held.rows > 0 ? [words.held(formatWon(held.rows), wonWords(held.won, text))] : []),
  ];
  return {
    text: escaped([said, ...rows.map((row) => row.words), ...notes].join('\n')),
    blocks: [
      header(words.title),
      section(said),
      ...rows.map((row) => section(row.words, button(EXPENSE_SHOW, text.expense.show, String(row.expense.id)))),
      ...(notes.length > 0 ? [context(notes.join(' · '))] : []),
      ...(found.count === 0 ? [firstOne(EXPENSE_NEW, text.expense.form.record)] : []),
      ...pager(EXPENSE_PAGE, at, { count: found.count, size: PAGE_SIZE }, text),
    ],
  };
}

function rowWords(expense: Expense, text: Text, today: string): string {
  const title = [
    expenseName(expense.id),
    whenWords(expense, text, today),
    wonWords(expense.amount, text),
    ...(expense.voided ? [text.expense.list.void] : []),
    ...(expense.approval && !expense.voided ? [text.approval.states[expense.approval]] : []),
  ].join(' · ');
  return clip(`${title}\n${detailWords(expense, text).replaceAll('\n', ' ')}`, LONGEST_ROW);
}

export function helpMessage(text: Text): Message {
  const lines = text.expense.help.lines;
  return {
    text: [text.expense.help.title, ...lines].join('\n'),
    blocks: [header(text.expense.help.title), sentence(lines.join('\n'))],
  };
}
