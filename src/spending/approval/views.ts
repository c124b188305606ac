import type { types } from '@slack/bolt';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Finding } from '../check/rule.ts';
import { type Expense, expenseName } from '../expense/rules.ts';
import { EXPENSE_SHOW, RECEIPT_SHOW } from '../expense/views.ts';
import { detailWords, whenWords, wonWords } from '../expense/words.ts';
import type { Approval, Event } from './rules.ts';
import type { Seen } from './seen.ts';
import {
  type Around,
  actorWords,
  eventWords,
  missingWords,
  momentWords,
  nameIn,
  stateWords,
  stepWords,
  trailWords,
} from './words.ts';

export const APPROVE = 'approval_approve';
export const ASK_CHANGES = 'approval_changes';
export const REFUSE = 'approval_refuse';
export const APPROVAL_OPEN = 'approval_open';
export const APPROVAL_EDIT = 'approval_edit';
export const APPROVAL_LIST = 'approval_waiting';

/** What was typed without a limit is cut in a message; the record has all of it. */
const LONGEST_FACT = 600;
const LONGEST_TEXT = 3_000;

/** The spend in words, line by line, for somebody who decides on it. */
function factLines(expense: Expense, approval: Approval, around: Around): string[] {
  const { text, today } = around;
  const { fields } = text.expense;
  const people = [
    expense.headcount === null ? null : text.spending.people(formatWon(expense.headcount)),
    expense.attendees,
  ];
  const rows: [string, string | null][] = [
    [fields.when, whenWords(expense, text, today)],
    [
      fields.account,
      expense.account && text.spending.accountLong(expense.account, text.spending.accounts[expense.account]),
    ],
    [fields.activity, expense.activity && `${expense.activity} ${text.spending.activities[expense.activity]}`],
    [fields.place, expense.place],
    [fields.purpose, expense.purpose],
    [fields.people, people.filter(Boolean).join(' · ')],
    [fields.payment, expense.payment && text.spending.payments[expense.payment]],
    [text.approval.request.askedBy, nameIn(around, approval.askedBy)],
  ];
  return rows.flatMap(([label, value]) => (value ? [clip(`${label}: ${value}`, LONGEST_FACT)] : []));
}

type Subject = { expense: Expense; approval: Approval };

export type Request = Subject & {
  /** What its account has left, in words. */
  balance: string;
  seen: Seen;
  /** Why this person is asked, and for how many working days it has waited where that is why. */
  why: { deputyFor: string | null; noManager: boolean; waited: number | null };
};

/** Asks for a decision on what stands here: the buttons carry its version. */
export function requestMessage(request: Request, around: Around): Message {
  const { expense, approval, balance, seen, why } = request;
  const { text } = around;
  const words = text.approval.request;
  const title = words.title(expenseName(expense.id), wonWords(expense.amount, text));
  const asked = approval.events.filter(({ action }) => action === 'asked').length;
  const approvedBefore = approval.events.some(({ action }) => action === 'approved') && asked > 1;
  const leads = [
    ...(why.waited === null ? [] : [words.waited(why.waited)]),
    ...(why.deputyFor ? [words.deputyFor(nameIn(around, why.deputyFor))] : []),
    ...(why.noManager ? [words.noManager] : []),
    ...(asked > 1 ? [approvedBefore ? words.afterApproval : words.again] : []),
  ];
  const facts = [
    ...factLines(expense, approval, around),
    ...seen.given.map((it) => clip(it, LONGEST_FACT)),
    ...(seen.receipts.length > 0
      ? [clip(`${text.expense.fields.receipts}: ${seen.receipts.join(', ')}`, LONGEST_FACT)]
      : []),
  ];
  const step = approval.steps > 1 ? [stepWords(approval, text)] : [];
  const known = [
    ...listedIfAny(words.lacking, seen.lacking),
    ...listedIfAny(text.check.noticed, seen.noticed),
    ...listedIfAny(words.twins, seen.twins),
  ];
  const value = JSON.stringify({ id: expense.id, version: approval.version });
  const trail = approval.events.length > 1 ? trailWords(approval, around, 1_500) : '';
  const blocks: Block[] = [
    header([title, ...step].join(' · ')),
    ...(leads.length > 0 ? [section(leads.join('\n'))] : []),
    section(clip(facts.join('\n'), LONGEST_TEXT)),
    section(balance),
    ...known.map((it) => section(it)),
    ...(trail ? [context(trail)] : []),
    { type: 'actions', elements: decisionButtons(value, expense.id, seen.receipts.length > 0, text) },
  ];
  const told = [[title, ...step].join(' · '), ...leads, ...facts, balance, ...known];
  return { text: escaped(clip(told.filter(Boolean).join('\n'), LONGEST_TEXT)), blocks };
}

const listed = (heading: string, lines: readonly string[]): string =>
  clip([heading, ...lines.map((it) => `• ${it}`)].join('\n'), 1_500);

const listedIfAny = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [listed(heading, lines)] : [];

const decisionButtons = (value: string, id: number, receipts: boolean, text: Text): types.Button[] => {
  const { request } = text.approval;
  return [
    button(APPROVE, request.approve, value, 'primary'),
    button(ASK_CHANGES, request.change, value),
    button(REFUSE, request.refuse, value, 'danger'),
    ...(receipts ? [button(RECEIPT_SHOW, text.receipt.show, expenseName(id))] : []),
    button(EXPENSE_SHOW, request.show, String(id)),
  ];
};

/** What stands in a request's place once it is decided, changed or void: by whom and when, without buttons to decide. */
export function endedMessage({ expense, approval }: Subject, event: Event, around: Around, lead?: string): Message {
  const { text } = around;
  const { ended, words } = text.approval;
  const title = ended.title(expenseName(expense.id), wonWords(expense.amount, text));
  const said = ended[event.action](actorWords(event, around), momentWords(event.at, around));
  const label = event.action === 'asked' || event.action === 'voided' ? null : words[event.action];
  const more = event.action === 'approved' && event.version === approval.version && expense.approval === 'waiting';
  const lines = [
    ...(lead ? [lead] : []),
    title,
    clip(`${whenWords(expense, text, around.today)} · ${detailWords(expense, text).replaceAll('\n', ' ')}`, 300),
    said,
    ...(label && event.words ? [`${label}: ${event.words}`] : []),
    ...(more ? [ended.more] : []),
  ];
  return {
    text: escaped(clip(lines.join('\n'), LONGEST_TEXT)),
    blocks: [section(lines.join('\n')), { type: 'actions', elements: [showButton(expense, text)] }],
  };
}

const showButton = (expense: Expense, text: Text): types.Button =>
  button(EXPENSE_SHOW, text.approval.request.show, String(expense.id));

/**
 * Whose turn it is: of managers, or of administrators because no manager can; nobody at all. `lacking`: what has to be there before they
 * are asked.
 */
export type Turn = { names: string; of: 'managers' | 'administrators'; lacking: readonly Finding[] };

export function turnWords(
  { names, of, lacking }: Turn,
  words: { administrators(names: string): string; nobody: string; asked(names: string): string },
  text: Text,
): string {
  const { held } = text.approval;
  if (lacking.length > 0 && lacking.every(({ rule }) => rule === 'E17')) return held.receipt;
  if (lacking.length > 0) return held.more;
  if (names === '') return words.nobody;
  return of === 'managers' ? words.asked(names) : words.administrators(names);
}

/** The one message in which the spender sees how far it is. */
export function progressMessage({ expense, approval }: Subject, turn: Turn, around: Around): Message {
  const { text } = around;
  const words = text.approval.progress;
  const title = words.title(expenseName(expense.id), wonWords(expense.amount, text));
  const state = expense.voided ? words.voided : stateWords(expense, approval, text);
  const next =
    expense.voided || expense.approval === null
      ? ''
      : expense.approval === 'waiting'
        ? turnWords(turn, { ...words, asked: words.waiting }, text)
        : words[expense.approval];
  const what = clip(
    `${whenWords(expense, text, around.today)} · ${detailWords(expense, text).replaceAll('\n', ' ')}`,
    300,
  );
  const missing = turn.lacking.some(({ rule }) => rule !== 'E17') ? missingWords(turn.lacking, text) : [];
  const lines = [state, listed(next, missing)].filter(Boolean);
  const trail = trailWords(approval, around);
  const toMend = !expense.voided && (expense.approval === 'changes' || expense.approval === 'refused');
  const elements = [
    ...(toMend ? [button(APPROVAL_EDIT, words.edit, String(expense.id), 'primary')] : []),
    showButton(expense, text),
  ];
  return {
    text: escaped(clip([title, ...lines, what, trail].join('\n'), LONGEST_TEXT)),
    blocks: [header(title), section(lines.join('\n')), section(what), context(trail), { type: 'actions', elements }],
  };
}

/** Tells the spender that something is theirs to do; once it is (`then`), without the button to do it. */
export function noticeMessage(expense: Expense, event: Event, around: Around, then?: Event): Message {
  const { text } = around;
  const amount = wonWords(expense.amount, text);
  const action = event.action === 'refused' ? 'refused' : 'changes';
  const lines = [
    text.approval.notice[action](expenseName(expense.id), amount),
    `${text.approval.words[action]}: ${event.words ?? ''}`,
    `${actorWords(event, around)} · ${momentWords(event.at, around)}`,
    ...(then ? [eventWords(then, around)] : []),
  ];
  const elements = [
    ...(then ? [] : [button(APPROVAL_EDIT, text.approval.progress.edit, String(expense.id), 'primary')]),
    showButton(expense, text),
  ];
  return { text: escaped(lines.join('\n')), blocks: [section(lines.join('\n')), { type: 'actions', elements }] };
}
