import type { App, BlockButtonAction, ViewSubmitAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { findAround } from '../../src/spending/approval/around.ts';
import { findRequest } from '../../src/spending/approval/compose.ts';
import { redraw } from '../../src/spending/approval/jobs.ts';
import { missingWords } from '../../src/spending/approval/missing.ts';
import { rightOf } from '../../src/spending/approval/rules.ts';
import { decideApproval } from '../../src/spending/approval/step/store.ts';
import { findApproval, findOffice } from '../../src/spending/approval/store.ts';
import {
  APPROVAL_OPEN,
  APPROVE,
  ASK_CHANGES,
  decisionForm,
  endedMessage,
  FORMS,
  REFUSE,
} from '../../src/spending/approval/views.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { DECISIONS, type Decision } from '../../src/vocabulary/approval.ts';

/** A spend as somebody saw it who decides on it. */
const Seen = z.object({ id: z.number(), version: z.number() });
type Seen = z.infer<typeof Seen>;
const Metadata = Seen.extend({ responseUrl: z.string().optional() });

const BUTTONS = { approved: APPROVE, changes: ASK_CHANGES, refused: REFUSE } as const satisfies Record<
  Decision,
  string
>;

/** Sentences stand under one field of a form on a phone. */
const LONGEST_REASON = 300;

export function listenForDecisions(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(APPROVAL_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, await requestOf(Number(action.value), visitor, deps));
  });

  app.action<BlockButtonAction>(APPROVE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const seen = Seen.parse(JSON.parse(action.value ?? ''));
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const came = await decide(seen, { decision: 'approved', words: null }, visitor, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if ('over' in came) {
      const said = await openDecision('approved', seen, visitor, click, deps);
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
      return;
    }
    if ('refused' in came) await tellPrivately({ client, log: deps.log }, reach, plainMessage(came.refused));
    else await tellPrivately({ client, log: deps.log }, reach, came.ended, { replace: true });
    await redrawSoon(seen.id, client, deps);
  });

  for (const decision of ['changes', 'refused'] as const) {
    app.action<BlockButtonAction>(BUTTONS[decision], async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const seen = Seen.parse(JSON.parse(action.value ?? ''));
      const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
      const said = await openDecision(decision, seen, visitor, click, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
    });
  }

  for (const decision of DECISIONS) {
    app.view<ViewSubmitAction>(FORMS[decision], async ({ ack, view, client, context }) => {
      const visitor = visitorOf(context);
      const { text } = visitor;
      const { responseUrl, ...seen } = Metadata.parse(JSON.parse(view.private_metadata));
      const words = normaliseLines(readFields(view.state.values).one('reason') ?? '');
      const expense = await findExpense(deps.db, seen.id);
      if (!expense || words === '') {
        const { gone, missing } = text.approval.refusals;
        await ack({ response_action: 'errors', errors: { reason: expense ? missing : gone } });
        return;
      }
      const settled = await settle({ ack, client, view }, submitted(seen, decision, words, visitor, deps), {
        text,
        log: deps.log,
        again: (said) => decisionForm(decision, expense, view.private_metadata, text, { said, reason: words }),
      });
      if ('errors' in settled) return;
      const reach = { userId: visitor.person.userId, responseUrl };
      await tellPrivately({ client, log: deps.log }, reach, settled.ended, { replace: true });
      await redrawSoon(seen.id, client, deps);
    });
  }
}

/** The request as this person may decide on it now, or why they may not. */
async function requestOf(id: number, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const expense = await findExpense(deps.db, id);
  const approval = await findApproval(deps.db, id);
  if (!expense || !approval) return { text: text.approval.refusals.gone };
  const request = await findRequest({ expense, approval }, person.userId, text, deps);
  if (request) return request;
  const refusal = await refuse({ id, version: approval.version }, { person, text }, deps);
  if (refusal) return plainMessage(refusal);
  const event = approval.events.at(-1);
  return event
    ? endedMessage({ expense, approval }, event, await findAround({ expense, approval }, text, deps))
    : { text: text.approval.refusals.gone };
}

/** Why this person can't decide on a spend that waits; null when they can, or when it no longer waits. */
async function refuse({ id, version }: Seen, { person, text }: Visitor, deps: Deps): Promise<string | null> {
  const expense = await findExpense(deps.db, id);
  const approval = await findApproval(deps.db, id);
  if (!expense || !approval) return text.approval.refusals.gone;
  if (approval.version !== version || expense.approval !== 'waiting' || expense.voided) return null;
  const office = await findOffice(deps.db, todayIn(deps.config.timezone, deps.now()));
  const right = rightOf(person.userId, { expense, approval }, office);
  return 'refusal' in right ? text.approval.refusals[right.refusal] : null;
}

/** The form for the words of a decision; what to say instead where nothing can be decided any more. */
async function openDecision(
  decision: Decision,
  seen: Seen,
  visitor: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  const { text } = visitor;
  const refusal = await refuse(seen, visitor, deps);
  if (refusal) return plainMessage(refusal);
  const expense = await findExpense(deps.db, seen.id);
  const approval = await findApproval(deps.db, seen.id);
  if (!expense || !approval) return { text: text.approval.refusals.gone };
  const event = approval.events.find((it) => it.version === seen.version + 1);
  if (event) return settledMessage({ expense, approval }, event, visitor, deps);
  const metadata = JSON.stringify({ ...seen, responseUrl: click.responseUrl } satisfies z.infer<typeof Metadata>);
  const again = button(BUTTONS[decision], text.access.openAgain, JSON.stringify(seen), 'primary');
  return openOrOffer(click, decisionForm(decision, expense, metadata, text), again, text);
}

type Came = { ended: Message } | { refused: string } | { over: true };

/** Decides, and says what came of it: the request as it stands then, decided by this person or before them. */
async function decide(
  seen: Seen,
  decision: { decision: Decision; words: string | null; over?: boolean },
  visitor: Visitor,
  deps: Deps,
): Promise<Came> {
  const { person, text } = visitor;
  const by = { actor: person.userId, at: deps.now(), today: todayIn(deps.config.timezone, deps.now()) };
  const came = await decideApproval(deps.db, seen, decision, by);
  if ('refusal' in came) {
    if (came.refusal === 'over') return { over: true };
    if (came.refusal === 'lacking')
      return { refused: text.approval.lacking(missingWords(came.lacking, text).join(' · ')) };
    if (came.refusal !== 'settled') return { refused: text.approval.refusals[came.refusal] };
    return { ended: await settledMessage(came, came.event, visitor, deps) };
  }
  const event = came.approval.events.find((it) => it.version === seen.version + 1);
  if (!event) return { refused: text.approval.refusals.gone };
  return { ended: endedMessage(came, event, await findAround(came, text, deps)) };
}

/** Tells the second of two what the first one did. */
async function settledMessage(
  subject: Parameters<typeof endedMessage>[0],
  event: Parameters<typeof endedMessage>[1],
  { text }: Visitor,
  deps: Deps,
): Promise<Message> {
  return endedMessage(subject, event, await findAround(subject, text, deps), text.approval.settledBefore);
}

type Submitted = { errors: { reason: string } } | { done: string; ended: Message };

async function submitted(
  seen: Seen,
  decision: Decision,
  words: string,
  visitor: Visitor,
  deps: Deps,
): Promise<Submitted> {
  const came = await decide(seen, { decision, words, over: decision === 'approved' }, visitor, deps);
  if ('ended' in came) return { done: came.ended.text, ended: came.ended };
  const reason = 'refused' in came ? came.refused : visitor.text.approval.refusals.over;
  return { errors: { reason: clip(reason, LONGEST_REASON) } };
}

/** The decision stands whatever becomes of the messages; the next tick tries again. */
async function redrawSoon(id: number, client: webApi.WebClient, deps: Deps): Promise<void> {
  await redraw(deps, client, id).catch((error) => {
    deps.log.warn({ err: error, record: expenseName(id) }, 'Messages about an approval wait for the next tick.');
  });
}
