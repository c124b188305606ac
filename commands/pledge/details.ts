import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPerson } from '../../src/people/store.ts';
import { PLEDGE_ADD, PLEDGE_EDIT, PLEDGE_LINK } from '../../src/pledge/card.ts';
import { type DetailsForm, detailsOf, draftDetails, EMPTY_DETAILS } from '../../src/pledge/details.ts';
import {
  detailsForm,
  type Metadata,
  PLEDGE_DETAILS,
  readForm,
  readMetadata,
  wordedRefusals,
} from '../../src/pledge/details-form.ts';
import { recordNamed } from '../../src/pledge/link/rules.ts';
import { insertLink } from '../../src/pledge/link/store.ts';
import { LINK_FORM, linkForm } from '../../src/pledge/link/views.ts';
import { typesOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { REVIEW_MEETING } from '../../src/pledge/reviews/views.ts';
import { factsOf, type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { changePledge, findPledge, findPledges, findTerms, insertPledge, voidPledge } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { showButton } from '../../src/pledge/views.ts';
import { button, clip, escaped, section } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { isPledge, onePledge, today } from './find.ts';
import { recordTitle } from './related.ts';

/** The form for a new pledge; the typed words become its title, a term among them its term. */
export async function addTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  if (!isManager(person)) return { text: text.access.notManager };
  const words = typed.split(' ');
  const stated = words.map(readTerm).find((term) => term !== null);
  const term = stated ?? usualTerm(await findTerms(deps.db), today(deps));
  const title = words.filter((word) => readTerm(word) === null).join(' ');
  const form = { ...EMPTY_DETAILS, title: title || null };
  return openDetails(form, { term }, visitor, click, deps);
}

export async function editTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const found = await onePledge(typed, visitor, deps);
  return isPledge(found) ? openEdit(found, visitor, click, deps) : found;
}

async function openEdit(pledge: Pledge, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  if (!isManager(person)) return { text: text.access.notManager };
  if (pledge.voided) return { text: text.pledge.form.gone };
  const editing = { id: pledge.id, version: pledge.version };
  return openDetails(detailsOf(pledge), { term: pledge.term, editing }, visitor, click, deps);
}

async function openDetails(
  form: DetailsForm,
  about: Pick<Metadata, 'term' | 'editing'>,
  { text }: Visitor,
  click: Click,
  { db }: Deps,
): Promise<Message | null> {
  const metadata = { key: randomUUID(), ...about, ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) };
  const types = typesOf(await findLists(db), await findPledges(db));
  const [action, value] = about.editing
    ? [PLEDGE_EDIT, String(about.editing.id)]
    : [PLEDGE_ADD, `${about.term}기 ${form.title ?? ''}`];
  const again = button(action, text.access.openAgain, clip(value, 400), 'primary');
  return openOrOffer(click, detailsForm(form, types, metadata, text), again, text);
}

/** `P12 두 번 등록함`: takes a pledge out of every count. */
export async function voidTyped(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  if (!isManager(person)) return { text: text.access.notManager };
  const [name = '', ...reason] = typed.split(' ');
  if (name === '' || reason.length === 0) return { text: text.pledge.voidUsage };
  const found = await onePledge(name, visitor, deps);
  if (!isPledge(found)) return found;
  const by = { actor: person.userId, at: deps.now(), reason: reason.join(' ') };
  const voided = await voidPledge(deps.db, found.id, by);
  return plainMessage(voided ? text.pledge.voidedNow(pledgeName(found)) : text.pledge.form.gone);
}

/** `1-2-3 V87` ties a visit to the pledge; without a record a form asks for it. */
export async function linkTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const tokens = typed.split(' ').filter(Boolean);
  const record = tokens.length > 1 ? recordNamed(tokens.at(-1) ?? '') : null;
  const found = await onePledge((record ? tokens.slice(0, -1) : tokens).join(' '), visitor, deps);
  if (!isPledge(found)) return found;
  if (!record) return openLink(found, visitor, click);
  if ((await recordTitle(deps.db, record)) === null) return { text: visitor.text.pledge.links.noSuchRecord(record) };
  return plainMessage(await link(found, record, null, visitor, deps));
}

async function openLink(pledge: Pledge, { text }: Visitor, click: Click): Promise<Message | null> {
  const metadata = JSON.stringify({ id: pledge.id, responseUrl: click.responseUrl });
  const again = button(PLEDGE_LINK, text.access.openAgain, String(pledge.id), 'primary');
  return openOrOffer(click, linkForm(pledge, metadata, text), again, text);
}

async function link(pledge: Pledge, record: string, note: string | null, { person, text }: Visitor, deps: Deps) {
  const by = { actor: person.userId, at: deps.now(), note };
  const inserted = await insertLink(deps.db, pledge.id, record, by);
  const words = text.pledge.links;
  return (inserted ? words.linked : words.before)(pledgeName(pledge), record);
}

const LinkMetadata = z.object({ id: z.number(), responseUrl: z.string().optional() });
const Typed = z.object({ value: z.object({ value: z.string().nullish() }) });
const LinkState = z.object({ record: Typed, note: Typed });

export function listenForDetails(app: App, deps: Deps): void {
  const { db, log } = deps;
  const opens = (
    actionId: string,
    open: (pledge: Pledge, visitor: Visitor, click: Click, deps: Deps) => Promise<Message | null>,
  ) => {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const pledge = await findPledge(db, Number(action.value));
      const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
      const said = pledge ? await open(pledge, visitor, click, deps) : { text: visitor.text.pledge.form.gone };
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (said) await tellPrivately({ client, log }, reach, said);
    });
  };
  opens(PLEDGE_EDIT, openEdit);
  opens(PLEDGE_LINK, openLink);
  opens(REVIEW_MEETING, openLink);
  app.action<BlockButtonAction>(PLEDGE_ADD, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await addTyped(action.value?.trim() ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log }, reach, said);
  });

  app.view(LINK_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { id, responseUrl } = LinkMetadata.parse(JSON.parse(view.private_metadata));
    const state = LinkState.parse(view.state.values);
    const record = recordNamed(state.record.value.value ?? '');
    const pledge = await findPledge(db, id);
    if (!record || !pledge) {
      const errors = { record: pledge ? text.pledge.links.notARecord : text.pledge.form.gone };
      await ack({ response_action: 'errors', errors });
      return;
    }
    if ((await recordTitle(db, record)) === null) {
      await ack({ response_action: 'errors', errors: { record: text.pledge.links.noSuchRecord(record) } });
      return;
    }
    const said = await link(pledge, record, state.note.value.value?.trim() || null, visitor, deps);
    await ack();
    await tellPrivately({ client, log }, { userId: person.userId, responseUrl }, plainMessage(said));
  });

  app.view(PLEDGE_DETAILS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const metadata = readMetadata(view.private_metadata);
    const { term, editing, responseUrl } = metadata;
    const form = readForm(view.state.values);
    const before = editing ? await findPledge(db, editing.id) : null;
    const refuse = (title: string) => ack({ response_action: 'errors', errors: { title } });
    if (!isManager(person)) return refuse(text.access.notManager);
    if (editing && !before) return refuse(text.pledge.form.gone);
    const drafted = draftDetails(form, before ? factsOf(before) : { term });
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: wordedRefusals(drafted.refusals, text) });
      return;
    }
    if (drafted.facts.owner && !(await findPerson(db, drafted.facts.owner))) {
      await ack({ response_action: 'errors', errors: { owner: text.pledge.lists.notOnList } });
      return;
    }
    const typeNames = typesOf(await findLists(db), await findPledges(db));
    const work = keepDetails(drafted, metadata, { person, text }, deps);
    const kept = await settle({ ack, client, view }, work, {
      text,
      log,
      again: (said) => detailsForm(form, typeNames, metadata, text, said),
    });
    if ('errors' in kept) return;
    await tellPrivately({ client, log }, { userId: person.userId, responseUrl }, kept.said);
  });
}

type Drafted = Extract<ReturnType<typeof draftDetails>, { facts: unknown }>;
type Kept = { errors: { title: string } } | { done: string; said: Message };

async function keepDetails(
  { facts, source }: Drafted,
  { key, editing }: Metadata,
  { person, text }: Visitor,
  { db, now }: Deps,
): Promise<Kept> {
  const by = { actor: person.userId, at: now(), source };
  let id = editing?.id ?? 0;
  if (editing) {
    const changed = await changePledge(db, editing.id, editing.version, facts, by);
    if (changed === 'gone') return { errors: { title: text.pledge.form.gone } };
    if (changed === 'changed_meanwhile') return { errors: { title: text.pledge.form.changedMeanwhile } };
  } else {
    ({ id } = await insertPledge(db, facts, { ...by, formKey: key }));
  }
  const saved = await findPledge(db, id);
  if (!saved) return { errors: { title: text.pledge.form.gone } };
  const done = (editing ? text.pledge.details.saved : text.pledge.details.added)(pledgeName(saved));
  return { done, said: { text: escaped(done), blocks: [section(done, showButton(saved, text))] } };
}
