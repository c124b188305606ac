import type { types } from '@slack/bolt';
import { formatWon } from '../../korean/won.ts';
import { actorName } from '../../people/actors.ts';
import type { Entry } from '../../people/history/store.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import { fiveAtMost } from '../../slack/more.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import { settledReason } from '../check/words.ts';
import { changeWords } from './change-words.ts';
import { type Expense, expenseName, lacksOf } from './rules.ts';
import { EXPENSE_EDIT, EXPENSE_RESTORE, EXPENSE_VOID, RECEIPT_SHOW } from './views.ts';
import { accountWords, categoryWords, whenWords, wonWords } from './words.ts';

export type Card = {
  expense: Expense;
  history: readonly Entry[];
  receipts: readonly string[];
  /** Whether this person may look at them. */
  maySeeReceipts?: boolean;
  source: { file: string; line: number } | null;
  /** Whether this person may change it: the buttons are only an offer, the right is checked when they are pressed. */
  mayChange: boolean;
  /** Names by user id, for the history. */
  names: ReadonlyMap<string, string>;
  /** How far its approval is, with what this person can do about it; absent where it needs none. */
  approval?: { words: string; buttons: types.Button[] } | null;
};

/** One record with everything that is known of it. */
export function expenseMessage(
  card: Card,
  { text, today }: Reader,
  when: (at: Date) => string,
  lead?: string,
): Message {
  const { expense } = card;
  const words = text.expense;
  const lacks = lacksOf(expense).map((lack) => text.spending.lacks[lack]);
  const perHead = expense.headcount
    ? words.perHead(wonWords(Math.round(expense.amount / expense.headcount), text))
    : '';
  const rows: [string, string | null][] = [
    [words.fields.when, whenWords(expense, text, today)],
    [words.fields.amount, [wonWords(expense.amount, text), perHead].filter(Boolean).join(' · ')],
    [
      words.fields.account,
      expense.account && text.spending.accountLong(expense.account, accountWords(expense.account, text)),
    ],
    [words.fields.activity, expense.activity && `${expense.activity} ${text.spending.activities[expense.activity]}`],
    [words.fields.category, expense.category && categoryWords(expense.category, text)],
    [words.fields.place, [expense.place, expense.address && `(${expense.address})`].filter(Boolean).join(' ')],
    [words.fields.purpose, expense.purpose],
    [
      words.fields.people,
      [expense.headcount === null ? null : text.spending.people(formatWon(expense.headcount)), expense.attendees]
        .filter(Boolean)
        .join(' · '),
    ],
    [words.fields.payment, expense.payment && text.spending.payments[expense.payment]],
    [words.fields.spender, [expense.spender, expense.department].filter(Boolean).join(' · ')],
    [words.fields.receipts, card.receipts.join(', ')],
    [words.fields.source, card.source && words.sourceLine(card.source.file, String(card.source.line))],
  ];
  const facts = rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const notes = [
    ...(expense.voided ? [words.voided] : []),
    ...(expense.origin === 'sample' ? [words.sample] : []),
    ...(lacks.length > 0 ? [words.lacks(lacks.join(', '))] : []),
    ...expense.flags.map((flag) => words.flags[flag] ?? flag),
  ];
  const history = card.history.map((entry) => historyLine(entry, card.names, text, when));

  const title = `${expenseName(expense.id)} · ${wonWords(expense.amount, text)}`;
  const blocks: Block[] = [...(lead ? [section(lead)] : []), header(title), section(facts.join('\n'))];
  const approved = card.approval ? [card.approval.words] : [];
  for (const said of approved) blocks.push(section(said));
  if (notes.length > 0) blocks.push(context(notes.join('\n')));
  if (history.length > 0) blocks.push(context(clip([words.history, ...history].join('\n'), 2000)));
  const id = String(expense.id);
  const changing = [button(EXPENSE_EDIT, words.edit, id), button(EXPENSE_VOID, words.void, id, 'danger')];
  const receipts = card.maySeeReceipts && card.receipts.length > 0 ? [button(RECEIPT_SHOW, text.receipt.show, id)] : [];
  const may = card.mayChange && !expense.voided;
  const back = card.mayChange && expense.voided ? [button(EXPENSE_RESTORE, text.conversation.restore.button, id)] : [];
  const elements = [...(card.approval?.buttons ?? []), ...(may ? changing : back), ...receipts];
  if (elements.length > 0) blocks.push({ type: 'actions', elements: fiveAtMost(elements) });
  return {
    text: escaped(clip([...(lead ? [lead] : []), title, ...facts, ...approved, ...notes].join('\n'), 3000)),
    blocks,
  };
}

function historyLine(entry: Entry, names: ReadonlyMap<string, string>, text: Text, when: (at: Date) => string): string {
  const action = text.expense.actions[entry.action] ?? entry.action;
  const who = actorName(entry.actor, names, text);
  const changes = entry.action === 'changed' ? changeWords(entry, text) : '';
  const reason = entry.action.startsWith('finding_') ? settledReason(entry.reason ?? '', text) : entry.reason;
  return [`${when(entry.at)} ${who} ${action}`, reason, changes].filter(Boolean).join(' · ');
}
