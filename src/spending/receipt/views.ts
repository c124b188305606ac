import type { types } from '@slack/bolt';
import { z } from 'zod';
import { formatDay } from '../../korean/day-words.ts';
import { type Block, button, clip, escaped, LONGEST, option, plain, section, sentence } from '../../slack/blocks.ts';
import type { Choice } from '../../slack/fields.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import { megabytes } from '../../tables/size.ts';
import type { Text } from '../../text/index.ts';
import type { ReceiptRefusal } from '../../vocabulary/receipt.ts';
import { expenseName } from '../expense/rules.ts';
import { EXPENSE_SHOW } from '../expense/views.ts';
import { wonWords } from '../expense/words.ts';
import type { Unfit } from './handed-in.ts';
import { counts, type HandedIn, LARGEST_RECEIPT, type Receipt } from './rules.ts';
import type { Candidate } from './spend/store.ts';

export const RECEIPT_SURE = 'receipt_sure';
export const RECEIPT_CHOOSE = 'receipt_choose';
export const RECEIPT_NEW = 'receipt_new';
export const RECEIPT_OTHER = 'receipt_other';
export const RECEIPT_NOT = 'receipt_not';
export const RECEIPT_SHOW = 'receipt_show';
export const RECEIPT_REMOVE = 'receipt_remove';

/** Slack shares ten files in a message; their names, and what was written with them, have to fit into a button. */
const MOST_FILES = 10;
const LENGTHS = [
  { name: 60, line: 600 },
  { name: 40, line: 300 },
  { name: 20, line: 100 },
  { name: 8, line: 0 },
];
/** Room for the place of the message that offers them. */
const OFFER = 80;
export const MOST_OFFERED = 20;

/** Files that wait for the choice of a record, and the line they came with. */
export const Pending = z.object({
  files: z.array(z.object({ slackFileId: z.string(), name: z.string() })).min(1),
  line: z.string(),
  /** The app's message that offers them, which the choice replaces. */
  offer: z.object({ channel: z.string(), ts: z.string() }).optional(),
});
export type Pending = z.infer<typeof Pending>;

/** As much of the names and the line as a button can carry. */
export function pendingOf(files: readonly HandedIn[], line: string): Pending {
  const cut = (lengths: { name: number; line: number }): Pending => ({
    files: files.slice(0, MOST_FILES).map(({ slackFileId, name }) => ({ slackFileId, name: clip(name, lengths.name) })),
    line: lengths.line === 0 ? '' : clip(line, lengths.line),
  });
  const all = LENGTHS.map(cut);
  return (
    all.find((pending) => JSON.stringify(pending).length <= LONGEST.value - OFFER) ?? { ...cut({ name: 8, line: 0 }) }
  );
}

export const readPending = (json: string): Pending => Pending.parse(JSON.parse(json));

export const fileNames = (files: readonly { name: string }[]): string => files.map(({ name }) => name).join(', ');

export const candidateChoice = (spend: Candidate, text: Text, today: string): Choice => {
  const when =
    spend.spentOn === null
      ? text.expense.accountingMonth(spend.year, spend.month)
      : formatDay(spend.spentOn, text.language, today);
  const words = [expenseName(spend.id), when, wonWords(spend.amount, text), spend.place ?? spend.purpose];
  return { label: words.join(' · '), value: String(spend.id) };
};

/** Asks what the files are the receipts of. `leftOut`: those that can be none, and why. */
export function offerMessage(
  pending: Pending,
  spends: readonly Candidate[],
  leftOut: readonly string[],
  { text, today, newFirst, sure }: { text: Text; today: string; newFirst: boolean; sure: Candidate | null },
): Message {
  const words = text.receipt;
  const lead = words[spends.length > 0 ? 'offer' : 'offerNone'](fileNames(pending.files));
  const value = JSON.stringify(pending);
  const select: types.StaticSelect = {
    type: 'static_select',
    action_id: RECEIPT_CHOOSE,
    placeholder: plain(words.choose),
    options: spends.slice(0, MOST_OFFERED).map((spend) => {
      const { label, value } = candidateChoice(spend, text, today);
      return option(label, value);
    }),
  };
  return {
    text: escaped([lead, ...leftOut].join('\n')),
    blocks: [
      section(lead),
      ...(leftOut.length > 0 ? [section(leftOut.join('\n'))] : []),
      ...(spends.length > 0 ? [{ type: 'actions' as const, elements: [select] }] : []),
      {
        type: 'actions',
        elements: [
          ...(sure ? [button(RECEIPT_SURE, words.sure(expenseName(sure.id)), String(sure.id), 'primary')] : []),
          button(RECEIPT_NEW, words.new, value, ...(newFirst ? (['primary'] as const) : [])),
          button(RECEIPT_OTHER, words.other, value),
          button(RECEIPT_NOT, words.not, value),
        ],
      },
    ],
  };
}

/** Why none of the files can be a receipt. */
export function noneFitMessage(leftOut: readonly string[], text: Text): Message {
  const words = leftOut.join('\n');
  return {
    text: escaped(`${words}\n${text.receipt.importHint}`),
    blocks: [section(words), sentence(text.receipt.importHint)],
  };
}

export const leftOutWords = ({ name, refusal, bytes }: Unfit, text: Text): string =>
  text.receipt.leftOut(name, refusalWords(refusal, bytes, text));

/** Why a file is no receipt; of one that is too large how large it is and how large it may be. */
const refusalWords = (refusal: ReceiptRefusal, bytes: number | null, { receipt }: Text): string =>
  refusal === 'too_large'
    ? receipt.tooLarge(bytes === null ? '' : megabytes(bytes), megabytes(LARGEST_RECEIPT))
    : receipt.refusals[refusal];

/** What was done with the files, and a way to the record. */
export function doneMessage(words: string, expenseId: number, text: Text): Message {
  const show = button(EXPENSE_SHOW, text.expense.show, String(expenseId));
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements: [show] }] };
}

/** A record's receipts as words; who may not see them is only told how many there are. */
export function receiptWords(receipts: readonly Receipt[], maySee: boolean, text: Text): string[] {
  const kept = receipts.filter(counts);
  if (!maySee) return kept.length > 0 ? [text.receipt.count(kept.length)] : [];
  return receipts.flatMap(({ name, state }) => {
    if (state === 'stored') return [name];
    return state === 'wanted' || state === 'refused' ? [text.receipt.listed(name, text.receipt.states[state])] : [];
  });
}

/** What became of a request to see them, each with a button that takes it off the record. */
export function receiptsMessage(lead: string, receipts: readonly Receipt[], mayRemove: boolean, text: Text): Message {
  const rows = receipts.filter(({ state }) => state !== 'same' && state !== 'removed');
  const words = rows.map((receipt) => rowWords(receipt, text));
  const blocks: Block[] = rows.map((receipt, i) => {
    const value = JSON.stringify([receipt.expenseId, receipt.slackFileId]);
    const remove = mayRemove && counts(receipt) ? button(RECEIPT_REMOVE, text.receipt.remove, value) : undefined;
    return section(words[i] ?? '', remove);
  });
  return { text: escaped([lead, ...words].join('\n')), blocks: [section(lead), ...blocks.slice(0, MOST_ROWS)] };
}

const MOST_ROWS = 40;

function rowWords({ name, state, refusal, type, bytes }: Receipt, text: Text): string {
  if (state === 'stored')
    return [name, type && text.receipt.kinds[type], bytes && sizeWords(bytes)].filter(Boolean).join(' · ');
  const said = state === 'wanted' || state === 'refused' ? text.receipt.listed(name, text.receipt.states[state]) : name;
  return refusal ? `${said} ${refusalWords(refusal, bytes, text)}` : said;
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** Which file was refused, and why. */
export function refusedMessage({ name, expenseId, refusal, bytes }: Receipt, text: Text): Message {
  const why = refusalWords(refusal ?? 'damaged', bytes, text);
  return plainMessage(clip(text.receipt.refused(name, expenseName(expenseId), why), LONGEST.section));
}
