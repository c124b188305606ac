import { z } from 'zod';
import { formatMoment } from '../../src/korean/day-words.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import {
  type Heard,
  Id,
  messageShortcut,
  offered,
  press,
  type SaidMessage,
  submission,
  Words,
  written,
} from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Pressed, Submitted, Turn } from '../../src/slack/turn.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { ATTACH, attachForm } from '../../src/spending/receipt/form.ts';
import { handedIn } from '../../src/spending/receipt/handed-in.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import { likelySpends, matchingSpends } from '../../src/spending/receipt/likely.ts';
import { type HandedIn, maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { attachReceipts } from '../../src/spending/receipt/store.ts';
import {
  candidateChoice,
  doneMessage,
  fileNames,
  leftOutWords,
  noneFitMessage,
  offerMessage,
  type Pending,
  pendingOf,
  RECEIPT_CHOOSE,
  RECEIPT_NEW,
  RECEIPT_NOT,
  RECEIPT_OTHER,
  RECEIPT_SURE,
  readPending,
} from '../../src/spending/receipt/views.ts';

/** A file sent to the app, whose receipt it is is asked there; "영수증으로 첨부" on a message; the form that asks for the record. */
export const attaching: Heard[] = [
  written(offerOf, { withFiles: true }),
  messageShortcut('receipt_from_message', fromMessage),
  press(RECEIPT_SURE, Id, choose),
  press(RECEIPT_CHOOSE, Id, choose),
  press(RECEIPT_NOT, Words, leaveAlone),
  press(RECEIPT_OTHER, Words, (turn) => openAttach({ ...readPending(turn.pressed), ...placeOf(turn) }, [], turn)),
  offered('expense', (turn) => search(turn.typed, readPending(turn.known).line, turn), ATTACH.id),
  submission(ATTACH, takeForm),
];

/** The files of a message that may be receipts and the line beside them; or what to say where none may. */
async function pendingIn(message: SaidMessage, { db, text }: Turn) {
  const { fit, unfit } = handedIn(message.files);
  const leftOut = unfit.map((it) => leftOutWords(it, text));
  if (fit.length === 0) return { none: leftOut.length > 0 ? noneFitMessage(leftOut, text) : null };
  const line = normaliseLines(await readable(db, message.text));
  return { pending: pendingOf(fit, line), line, leftOut };
}

async function offerOf(turn: Turn & { message: SaidMessage }): Promise<Answer> {
  const { text, today } = turn;
  const said = await pendingIn(turn.message, turn);
  if ('none' in said) return said.none;
  const { spends, sure, amount } = await likelySpends(said.line, turn);
  const newFirst = spends.length === 0 || (amount !== null && !sure); // the line says a spend that is not recorded yet
  return offerMessage(said.pending, spends, said.leftOut, { text, today, newFirst, sure });
}

async function fromMessage(turn: Turn & { message: SaidMessage }): Promise<Answer> {
  const said = await pendingIn(turn.message, turn);
  if ('none' in said) return said.none ?? { text: turn.text.receipt.noFiles };
  return openAttach(said.pending, said.leftOut, turn);
}

async function openAttach(pending: Pending, leftOut: readonly string[], turn: Turn): Promise<Answer> {
  const { sure } = await likelySpends(pending.line, turn);
  const again = { press: RECEIPT_OTHER, value: JSON.stringify(pending) };
  return turn.open(attachForm(pending, sure, leftOut, turn), again);
}

async function search(typed: string, line: string, turn: Turn) {
  const spends = typed === '' ? (await likelySpends(line, turn)).spends : await matchingSpends(typed, turn);
  return spends.map((spend) => candidateChoice(spend, turn.text, turn.today));
}

async function takeForm({ values, metadata, ...turn }: Submitted<typeof ATTACH.empty, Pending>): Promise<Outcome> {
  if (values.expense === null) return refuse(turn.text.receipt.attachForm.missing, 'expense');
  const said = await attach(Number(values.expense), metadata.files, turn);
  if ('refusal' in said) return refuse(said.refusal, 'expense');
  const message = doneMessage(decided(said.words, turn), said.expenseId, turn.text);
  return {
    done: said.words,
    say: metadata.offer ? null : message,
    async after() {
      await replaceOffer(metadata, message, turn);
      await fetchAttached(said.expenseId, turn);
    },
  };
}

async function choose(turn: Pressed<number>): Promise<Answer> {
  const pending = offeredIn(turn.at.blocks);
  if (!pending) return null;
  const said = await attach(turn.pressed, pending.files, turn);
  if ('refusal' in said) return { text: said.refusal };
  await replaceOffer(placeOf(turn), doneMessage(decided(said.words, turn), said.expenseId, turn.text), turn);
  await fetchAttached(said.expenseId, turn);
  return null;
}

async function leaveAlone(turn: Pressed<string>): Promise<Answer> {
  const { files } = readPending(turn.pressed);
  const words = decided(turn.text.receipt.leftAlone(fileNames(files)), turn);
  await replaceOffer(placeOf(turn), plainMessage(words), turn);
  return null;
}

type Attached = { words: string; expenseId: number } | { refusal: string };

/** Puts the files to the record for good; their bytes are fetched afterwards. */
async function attach(expenseId: number, files: readonly HandedIn[], turn: Turn): Promise<Attached> {
  const { db, person, text } = turn;
  const words = text.receipt;
  const expense = await findExpense(db, expenseId);
  if (!expense) return { refusal: words.refusedAttach.not_found };
  if (!maySeeReceipts(person, expense)) return { refusal: words.refusedAttach.not_yours };
  if (expense.voided) return { refusal: words.refusedAttach.voided };
  const added = await attachReceipts(db, expenseId, files, { actor: person.userId, at: turn.now() });
  const said = added.length > 0 ? words.attached : words.attachedBefore;
  return { expenseId, words: said(expenseName(expenseId), fileNames(added.length > 0 ? added : files)) };
}

async function fetchAttached(expenseId: number, turn: Turn): Promise<void> {
  await fetchReceipts(turn, turn.client, undefined, expenseId);
  await refresh(turn, turn.client, expenseId);
}

/** Once it is decided, the offer says what was decided, by whom and when, and offers nothing more. */
async function replaceOffer(
  { offer }: Pick<Pending, 'offer'>,
  { text, blocks = [] }: Message,
  { client, log }: Turn,
): Promise<void> {
  if (!offer) return;
  await client.chat.update({ ...offer, text, blocks }).catch((error) => {
    log.error({ err: error }, 'A receipt is attached, but its offer still stands there.');
  });
}

function decided(words: string, { person, text, today, config, now }: Turn): string {
  return text.receipt.attachedBy(words, person.name, formatMoment(now(), config.timezone, text.language, today));
}

const placeOf = ({ at: { channel, ts } }: Pressed<unknown>): Pick<Pending, 'offer'> =>
  channel && ts ? { offer: { channel, ts } } : {};

const Offer = z.array(
  z.object({
    elements: z.array(z.object({ action_id: z.string().optional(), value: z.string().optional() })).optional(),
  }),
);

/** The files that a message offers: its buttons know them. */
function offeredIn(blocks: unknown): Pending | null {
  const elements = (Offer.safeParse(blocks).data ?? []).flatMap((block) => block.elements ?? []);
  const known = elements.find(({ action_id }) => action_id === RECEIPT_NEW)?.value;
  return known ? readPending(known) : null;
}
