import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normalise, normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { handedIn } from '../../src/spending/receipt/handed-in.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import { type HandedIn, maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { attachReceipts } from '../../src/spending/receipt/store.ts';
import {
  attachForm,
  candidateOption,
  doneMessage,
  fileNames,
  leftOutWords,
  noneFitMessage,
  type Pending,
  pendingOf,
  RECEIPT_ATTACH,
  RECEIPT_OTHER,
  readPending,
} from '../../src/spending/receipt/views.ts';
import { likelySpends, matchingSpends } from './likely.ts';
import { decided, placeOf, replaceOffer } from './offered.ts';

const FROM_MESSAGE = 'receipt_from_message';

export type Attached = { words: string; expenseId: number } | { refusal: string };

/** Puts the files to the record for good; their bytes are fetched afterwards. */
export async function attach(
  expenseId: number,
  files: readonly HandedIn[],
  { person, text }: Visitor,
  deps: Deps,
): Promise<Attached> {
  const words = text.receipt;
  const expense = await findExpense(deps.db, expenseId);
  if (!expense) return { refusal: words.refusedAttach.not_found };
  if (!maySeeReceipts(person, expense)) return { refusal: words.refusedAttach.not_yours };
  if (expense.voided) return { refusal: words.refusedAttach.voided };
  const added = await attachReceipts(deps.db, expenseId, files, { actor: person.userId, at: deps.now() });
  const said = added.length > 0 ? words.attached : words.attachedBefore;
  return { expenseId, words: said(expenseName(expenseId), fileNames(added.length > 0 ? added : files)) };
}

/** "영수증으로 첨부" on a message, the form that asks for the record, and what it finds. */
export function listenForAttaching(app: App, deps: Deps): void {
  app.shortcut({ type: 'message_action', callback_id: FROM_MESSAGE }, async ({ shortcut, client, context }) => {
    if (shortcut.type !== 'message_action') return;
    const visitor = visitorOf(context);
    const { text } = visitor;
    const reach = { userId: visitor.person.userId, responseUrl: shortcut.response_url };
    const { fit, unfit } = handedIn(shortcut.message.files);
    const leftOut = unfit.map(({ name, refusal }) => leftOutWords(name, refusal, text));
    if (fit.length === 0) {
      const said = leftOut.length > 0 ? noneFitMessage(leftOut, text) : { text: text.receipt.noFiles };
      await tellPrivately({ client, log: deps.log }, reach, said);
      return;
    }
    const line = normaliseLines(await readable(deps.db, shortcut.message.text ?? ''));
    const click = { client, triggerId: shortcut.trigger_id, responseUrl: shortcut.response_url };
    const pending = { ...pendingOf(fit, line), responseUrl: shortcut.response_url };
    const said = await openAttach(pending, leftOut, visitor, click, deps);
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.action<BlockButtonAction>(RECEIPT_OTHER, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const offer = placeOf(body);
    const pending = { ...readPending(action.value ?? ''), ...(offer ? { offer } : {}) };
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openAttach(pending, [], visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.options<'block_suggestion'>(
    { type: 'block_suggestion', block_id: 'expense' },
    async ({ ack, payload, body, context }) => {
      if (!('view' in body) || body.view?.callback_id !== RECEIPT_ATTACH) return;
      const { person, text } = visitorOf(context);
      const typed = normalise(payload.value ?? '');
      const { line } = readPending(body.view.private_metadata);
      const spends =
        typed === '' ? (await likelySpends(line, person, deps)).spends : await matchingSpends(typed, person, deps);
      const today = todayIn(deps.config.timezone, deps.now());
      await ack({ options: spends.map((spend) => candidateOption(spend, text, today)) });
    },
  );

  app.view<ViewSubmitAction>(RECEIPT_ATTACH, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const pending = readPending(view.private_metadata);
    const chosen = readFields(view.state.values).one('expense');
    if (chosen === null) {
      await ack({ response_action: 'errors', errors: { expense: text.receipt.attachForm.missing } });
      return;
    }
    const today = todayIn(deps.config.timezone, deps.now());
    const attaching = attach(Number(chosen), pending.files, visitor, deps).then((said) =>
      'refusal' in said ? { errors: { expense: said.refusal } } : { ...said, done: said.words },
    );
    const settled = await settle({ ack, client, view }, attaching, {
      text,
      log: deps.log,
      again: (said) => attachForm(pending, null, { text, today, said }),
    });
    if (!('expenseId' in settled)) return;
    const message = doneMessage(decided(settled.words, visitor, deps), settled.expenseId, text);
    if (pending.offer) await replaceOffer(client, pending.offer, message, deps);
    else
      await tellPrivately(
        { client, log: deps.log },
        { userId: person.userId, responseUrl: pending.responseUrl },
        message,
      );
    await fetchReceipts(deps, client, undefined, settled.expenseId);
    await refresh(deps, client, settled.expenseId);
  });
}

async function openAttach(
  pending: Pending,
  leftOut: readonly string[],
  { person, text }: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  const { sure } = await likelySpends(pending.line, person, deps);
  const today = todayIn(deps.config.timezone, deps.now());
  const view = attachForm(pending, sure, { text, today, ...(leftOut.length > 0 ? { said: leftOut.join('\n') } : {}) });
  const { responseUrl: _again, ...kept } = pending;
  return openOrOffer(click, view, button(RECEIPT_OTHER, text.access.openAgain, JSON.stringify(kept), 'primary'), text);
}
