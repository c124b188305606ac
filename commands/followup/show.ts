import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { FOLLOWUP_VOID_FORM } from '../../src/followup/form.ts';
import { type Followup, followupName, mayWork, parseFollowupName } from '../../src/followup/rules.ts';
import { findFollowup, findNotes, voidFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_SHOW, FOLLOWUP_VOID, followupMessage } from '../../src/followup/views.ts';
import { peopleIn } from '../../src/followup/words.ts';
import { refuseWork } from '../../src/followup/work.ts';
import { formatMoment, todayIn } from '../../src/korean/days.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';

const HISTORY_SHOWN = 10;

/** `F12` → the follow-up with its trail and history, or why not. */
export async function showFollowup(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const id = parseFollowupName(typed);
  if (id === null) return { text: visitor.text.followup.whichRecord };
  const followup = await findFollowup(deps.db, id);
  if (!followup) return { text: visitor.text.followup.notFound(followupName(id)) };
  return cardOf(followup, visitor, deps);
}

/** The card of a follow-up, under a sentence on what was just done. */
export async function cardOf(
  followup: Followup,
  { person, text }: Visitor,
  deps: Deps,
  first?: string,
): Promise<Message> {
  const { timezone } = deps.config;
  const today = todayIn(timezone, deps.now());
  const history = await findHistory(deps.db, 'followup', String(followup.id), HISTORY_SHOWN);
  const notes = (await findNotes(deps.db, [followup.id])).get(followup.id) ?? [];
  const people = [...peopleIn(history), ...(followup.owner ? [followup.owner] : [])];
  const card = {
    followup,
    history,
    notes,
    names: await findNames(deps.db, [...new Set(people)]),
    mayWork: mayWork(person, followup),
  };
  const when = (at: Date) => formatMoment(at, timezone, text.language, today);
  return followupMessage(card, text, today, when, first);
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });

export function listenForCards(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(FOLLOWUP_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, await showFollowup(action.value ?? '', visitor, deps));
  });

  app.action<BlockButtonAction>(FOLLOWUP_VOID, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openVoidForm(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(FOLLOWUP_VOID_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const said = await voidWithReason(id, readFields(view.state.values).one('reason') ?? '', visitor, deps);
    await ack();
    await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId, responseUrl }, { text: said });
  });
}

/** `F12 잘못 등록` voids at once; without a reason a form asks for it. */
export async function voidTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [name = '', ...reason] = typed.split(' ');
  const id = parseFollowupName(name);
  if (id === null) return { text: visitor.text.followup.whichRecord };
  if (reason.length > 0) return { text: await voidWithReason(id, reason.join(' '), visitor, deps) };
  return openVoidForm(id, visitor, click, deps);
}

async function openVoidForm(id: number, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const followup = await findFollowup(deps.db, id);
  const refusal = refuseWork(person, followup);
  if (refusal === 'voided') return { text: text.followup.voidedBefore(followupName(id)) };
  if (refusal) return { text: text.followup.form.refusals[refusal] };
  const words = { ...text.followup.voidForm, explain: text.followup.voidForm.explain(followupName(id)) };
  const view = reasonForm(FOLLOWUP_VOID_FORM, words, JSON.stringify({ id, responseUrl: click.responseUrl }), text);
  return openOrOffer(click, view, button(FOLLOWUP_VOID, text.followup.void, String(id), 'danger'), text);
}

async function voidWithReason(id: number, reason: string, { person, text }: Visitor, deps: Deps): Promise<string> {
  const refusal = refuseWork(person, await findFollowup(deps.db, id));
  if (refusal === 'voided') return text.followup.voidedBefore(followupName(id));
  if (refusal) return text.followup.form.refusals[refusal];
  await voidFollowup(deps.db, id, { actor: person.userId, at: deps.now(), reason });
  return text.followup.voidedNow(followupName(id));
}
