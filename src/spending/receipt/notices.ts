import { z } from 'zod';
import type { Compose } from '../../outbox/compose.ts';
import type { Entry } from '../../outbox/rules.ts';
import { isAdministrator } from '../../people/rules.ts';
import { findPerson } from '../../people/store.ts';
import { plainMessage } from '../../slack/privately.ts';
import { textFor } from '../../text/index.ts';
import type { ReceiptRefusal } from '../../vocabulary/receipt.ts';
import { expenseName } from '../expense/rules.ts';
import { findExpense } from '../expense/store.ts';
import type { Receipt } from './rules.ts';
import { findReceipts } from './store.ts';
import { refusedMessage } from './views.ts';

/** What whoever handed in a receipt is told when something is wrong with it. */
export const RECEIPT_REFUSED = 'receipt_refused';
export const RECEIPT_WAITING = 'receipt_waiting';
export const RECEIPT_TWICE = 'receipt_twice';
export const RECEIPT_SET_ASIDE = 'receipt_set_aside';

type About = Pick<Receipt, 'expenseId' | 'slackFileId' | 'addedBy' | 'addedAt'>;

const entry = (kind: string, about: About, more: object, dueAt: Date): Entry => ({
  key: `${kind}:${about.expenseId}:${about.slackFileId}:${about.addedAt.toISOString()}`,
  kind,
  recipient: about.addedBy,
  subject: { expenseId: about.expenseId, slackFileId: about.slackFileId, ...more },
  dueAt,
  expiresAt: null,
});

export const refusedEntry = (about: About, refusal: ReceiptRefusal, at: Date): Entry =>
  entry(RECEIPT_REFUSED, about, { refusal }, at);

export const waitingEntry = (about: About, at: Date): Entry => entry(RECEIPT_WAITING, about, {}, at);

export const twiceEntry = (about: About, others: readonly number[], at: Date): Entry =>
  entry(RECEIPT_TWICE, about, { others }, at);

/** To an administrator: what took the process down twice is nobody's private trouble. */
export function setAsideEntry(about: About, administrator: string, at: Date): Entry {
  const one = entry(RECEIPT_SET_ASIDE, about, {}, at);
  return { ...one, key: `${one.key}:${administrator}`, recipient: administrator };
}

const Subject = z.object({
  expenseId: z.number(),
  slackFileId: z.string(),
  others: z.array(z.number()).default([]),
});

/** Which file, of which record, and why; nothing when the record is voided or the file is no longer what this is about. */
export const composeNotice: Compose = async ({ key, subject, recipient }, { db, config }) => {
  const kind = key.slice(0, key.indexOf(':'));
  const { expenseId, slackFileId, others } = Subject.parse(subject);
  const person = await findPerson(db, recipient);
  const expense = await findExpense(db, expenseId);
  const receipt = (await findReceipts(db, expenseId)).find((it) => it.slackFileId === slackFileId);
  if (!person || !expense || expense.voided || !receipt) return null;
  const text = textFor(person.language ?? config.language);
  const name = expenseName(expenseId);
  if (kind === RECEIPT_REFUSED && receipt.state === 'refused') return refusedMessage(receipt, text);
  if (kind === RECEIPT_SET_ASIDE && receipt.state === 'refused' && isAdministrator(person)) {
    const by = (await findPerson(db, receipt.addedBy))?.name ?? receipt.addedBy;
    return plainMessage(text.receipt.setAside(receipt.name, name, by));
  }
  if (kind === RECEIPT_WAITING && receipt.state === 'wanted') {
    return plainMessage(text.receipt.waiting(receipt.name, name));
  }
  if (kind === RECEIPT_TWICE && receipt.state === 'stored') {
    return plainMessage(text.receipt.twice(receipt.name, name, others.map(expenseName).join(', ')));
  }
  return null;
};
