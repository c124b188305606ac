import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findCountRules } from '../../src/council/count/store.ts';
import { findTied } from '../../src/council/expense/store.ts';
import { findBriefing } from '../../src/council/policies/store.ts';
import { type Contact, contactName, parseContactName } from '../../src/council/rules.ts';
import { findContact, voidContact } from '../../src/council/store.ts';
import { COUNCIL_SHOW, COUNCIL_VOID, COUNCIL_VOID_FORM, contactMessage } from '../../src/council/views.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';

const HISTORY_SHOWN = 10;

/** `C31` → the contact with its requests and history, or why not. */
export async function showContact(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const id = parseContactName(typed);
  if (id === null) return { text: visitor.text.council.whichRecord };
  const contact = await findContact(deps.db, id);
  if (!contact) return { text: visitor.text.council.notFound(contactName(id)) };
  return cardOf(contact, visitor, deps);
}

/** The card of a contact, under a sentence on what was just done. */
export async function cardOf(
  contact: Contact,
  { person, text }: Visitor,
  deps: Deps,
  first?: string,
): Promise<Message> {
  const { db } = deps;
  const { timezone } = deps.config;
  const today = todayIn(timezone, deps.now());
  const history = await findHistory(db, 'council', String(contact.id), HISTORY_SHOWN);
  const card = {
    contact,
    requests: (await findFollowupsOf(db, { noun: 'council', record: String(contact.id) })).filter((it) => !it.voided),
    expenses: await findTied(db, contact.id),
    briefing: contact.briefingId === null ? null : await findBriefing(db, contact.briefingId),
    rules: await findCountRules(db),
    history,
    names: await findNames(db, [...new Set(history.map((entry) => entry.actor))]),
    mayChange: mayChange(person, contact),
  };
  const when = (at: Date) => formatMoment(at, timezone, text.language, today);
  return contactMessage(card, text, today, when, first);
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });

export function listenForCards(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(COUNCIL_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, await showContact(action.value ?? '', visitor, deps));
  });

  app.action<BlockButtonAction>(COUNCIL_VOID, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openVoidForm(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(COUNCIL_VOID_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const said = await voidWithReason(id, readFields(view.state.values).one('reason') ?? '', visitor, deps);
    await ack();
    await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId, responseUrl }, { text: said });
  });
}

/** `C31 잘못 적음` voids at once; without a reason a form asks for it. */
export async function voidTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [name = '', ...reason] = typed.split(' ');
  const id = parseContactName(name);
  if (id === null) return { text: visitor.text.council.whichRecord };
  if (reason.length > 0) return { text: await voidWithReason(id, reason.join(' '), visitor, deps) };
  return openVoidForm(id, visitor, click, deps);
}

async function openVoidForm(id: number, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const contact = await findContact(deps.db, id);
  if (!contact) return { text: text.council.notFound(contactName(id)) };
  if (!mayChange(person, contact)) return { text: text.council.form.notYours };
  if (contact.voided) return { text: text.council.voidedBefore(contactName(id)) };
  const words = { ...text.council.voidForm, explain: text.council.voidForm.explain(contactName(id)) };
  const view = reasonForm(COUNCIL_VOID_FORM, words, JSON.stringify({ id, responseUrl: click.responseUrl }), text);
  return openOrOffer(click, view, button(COUNCIL_VOID, text.council.void, String(id), 'danger'), text);
}

async function voidWithReason(id: number, reason: string, { person, text }: Visitor, deps: Deps): Promise<string> {
  const contact = await findContact(deps.db, id);
  if (!contact) return text.council.notFound(contactName(id));
  if (!mayChange(person, contact)) return text.council.form.notYours;
  const voided = await voidContact(deps.db, id, { actor: person.userId, at: deps.now(), reason });
  return voided?.again ? text.council.voidedBefore(contactName(id)) : text.council.voidedNow(contactName(id));
}
